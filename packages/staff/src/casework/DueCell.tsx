import { Link } from '@tanstack/react-router';
import { Countdown, useText } from '@yimen/ui';
import { Tooltip } from 'antd';
import { useFormat } from '../platform/show/format.ts';
import { useLeftText } from '../platform/show/use-left-text.ts';
import { text as shell } from '../platform/text.ts';
import { dueMoment } from './due-moment.ts';
import { CLOCKS_ID } from './TasksCard.tsx';
import { text } from './text.ts';

export interface DueCellProps {
  readonly caseId: string;
  readonly dueAt: string | null;
  readonly closed?: boolean;
}

/**
 * What is left, and until when, in a dense list. Its rows carry no clock, so it counts days of the calendar, and leads
 * to the clocks of the case: the earliest sets this limit and names its clause.
 */
export function DueCell({ caseId, dueAt, closed = false }: DueCellProps) {
  const t = useText(text);
  const s = useText(shell);
  const format = useFormat();
  const leftText = useLeftText();
  if (dueAt === null || closed) return <span className="yc-faint">—</span>;
  const due = dueMoment(dueAt);
  const when = 'date' in due ? format.shortDate(due.date) : format.shortMoment(due.instant);
  return (
    <Tooltip title={t('dueClause')} trigger={['hover', 'focus']}>
      <Link to={`/cases/${caseId}` as string} hash={CLOCKS_ID} className="yc-due">
        <Countdown dueAt={dueAt} leftText={leftText} byText={s('by', { when })} />
      </Link>
    </Tooltip>
  );
}
