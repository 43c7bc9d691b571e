import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

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
      {format.shortMoment(row.dueAt)}
      {row.overdue ? <span className="yc-due-late">{t('late')}</span> : null}
    </span>
  );
}
