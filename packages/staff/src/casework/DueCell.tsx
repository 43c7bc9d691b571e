import { Countdown, useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { useLeftText } from '../platform/show/use-left-text.ts';
import { text as shell } from '../platform/text.ts';
import { dueMoment } from './due-moment.ts';

export interface DueCellProps {
  readonly row: { readonly dueAt: string | null };
  readonly closed?: boolean;
}

/** What is left, and until when, in a dense list. Its rows carry no clock, so it counts days of the calendar. */
export function DueCell({ row, closed = false }: DueCellProps) {
  const t = useText(shell);
  const format = useFormat();
  const leftText = useLeftText();
  if (row.dueAt === null || closed) return <span className="yc-faint">—</span>;
  const due = dueMoment(row.dueAt);
  const when = 'date' in due ? format.shortDate(due.date) : format.shortMoment(due.instant);
  return (
    <span className="yc-due">
      <Countdown dueAt={row.dueAt} leftText={leftText} byText={t('by', { when })} />
    </span>
  );
}
