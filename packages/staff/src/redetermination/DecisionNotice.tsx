import type { Decided } from '@yimen/contracts';
import { Notice, useText, useWords } from '@yimen/ui';
import { text } from './text.ts';

/** What came of a decision on several: those that were not done, by the reason. */
export function DecisionNotice({ decided }: { readonly decided: Decided }) {
  const t = useText(text);
  const words = useWords();
  const undone = decided.items.filter(({ result }) => result !== 'done' && result !== 'done-before');
  const done = decided.items.length - undone.length;
  const reasons = [...Map.groupBy(undone, ({ result }) => result).values()];
  return (
    <div className="yr-notice">
      <Notice
        kind={undone.length === 0 ? 'success' : 'warning'}
        title={undone.length === 0 ? t('allDone', { count: done }) : t('someDone', { done, count: undone.length })}
        live
      >
        {reasons.length === 0 ? undefined : (
          <ul className="yr-changes">
            {reasons.flatMap((own) => {
              const [first] = own;
              return first ? <li key={first.result}>{`${words(first.words)} (${own.length})`}</li> : [];
            })}
          </ul>
        )}
      </Notice>
    </div>
  );
}
