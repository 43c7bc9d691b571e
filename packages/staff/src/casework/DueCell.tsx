import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

export interface DueCellProps {
  readonly row: { readonly dueAt: string | null; readonly overdue: boolean };
  readonly closed?: boolean;
}

/** Due moment in a dense list; late ones say so in words. */
export function DueCell({ row, closed = false }: DueCellProps) {
  const t = useText(text);
  const format = useFormat();
  if (row.dueAt === null || closed) return <span className="yc-faint">—</span>;
  return (
    <span className="yc-due" data-overdue={row.overdue || undefined}>
      {isMidnight(row.dueAt) ? format.shortDate(dayBefore(row.dueAt)) : format.shortMoment(row.dueAt)}
      {row.overdue ? <span className="yc-due-late">{t('late')}</span> : null}
    </span>
  );
}

/** A limit in days ends with its last day: midnight belongs to the day before. */
function isMidnight(moment: string): boolean {
  return (Date.parse(moment) + SHANGHAI_MS) % DAY_MS === 0;
}

function dayBefore(moment: string): string {
  return new Date(Date.parse(moment) - 1).toISOString();
}
