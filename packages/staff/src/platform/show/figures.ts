import { formatFen } from '@yimen/ui';

export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** What changed, with its sign: a plus where it is more. */
export function formatDifference(before: number, after: number): string {
  const difference = after - before;
  return difference > 0 ? `+${formatFen(difference)}` : formatFen(difference);
}

/** +5.0%; nothing where there was nothing before. */
export function formatPercent(before: number, after: number): string {
  if (before === 0) return '';
  const percent = ((after - before) / before) * 100;
  const words = `${Math.abs(percent).toFixed(1)}%`;
  if (percent === 0) return words;
  return percent > 0 ? `+${words}` : `−${words}`;
}
