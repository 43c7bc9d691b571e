import type { listMyTasks, ResponseOf } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { text } from './text.ts';

type Counts = ResponseOf<typeof listMyTasks>['counts'];

/** The day in four figures; dashes hold their place until they arrive. */
export function WorkCounts({ counts }: { readonly counts: Counts | undefined }) {
  const t = useText(text);
  const figures = [
    { key: 'overdue', label: t('countOverdue'), value: counts?.overdue, tone: counts?.overdue ? 'danger' : 'plain' },
    { key: 'today', label: t('countToday'), value: counts?.dueToday, tone: counts?.dueToday ? 'warning' : 'plain' },
    { key: 'open', label: t('countOpen'), value: counts?.open, tone: 'plain' },
    { key: 'substitute', label: t('countSubstitute'), value: counts?.substitute, tone: 'plain' },
  ];
  return (
    <dl className="yc-counts">
      {figures.map((figure) => (
        <div key={figure.key} className="yc-count" data-tone={figure.tone}>
          <dt>{figure.label}</dt>
          <dd>{figure.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
