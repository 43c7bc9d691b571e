import type { Duty } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';
import { addDays, civilDateOf, timeOf } from './wall-time.ts';

/** 17:30–次日 08:00; a duty of several days names its last day. */
export function useDutySpan(): (duty: Pick<Duty, 'startsAt' | 'endsAt'>) => string {
  const t = useText(text);
  const format = useFormat();
  return ({ startsAt, endsAt }) => {
    const day = civilDateOf(startsAt);
    const time = timeOf(endsAt);
    return `${timeOf(startsAt)}–${until(day, civilDateOf(endsAt), time)}`;
  };

  function until(day: string, lastDay: string, time: string): string {
    if (lastDay === day) return time;
    if (lastDay === addDays(day, 1)) return t('nextDay', { time });
    return t('onDate', { date: format.shortDate(lastDay), time });
  }
}
