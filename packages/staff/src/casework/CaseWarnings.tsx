import type { CaseDetail } from '@yimen/contracts';
import { Notice, useText, useWords } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { caseOutcomeText } from './labels.ts';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';

/** What somebody must know before touching this case: own relative, hand-over on its way, closed. */
export function CaseWarnings({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const words = useWords();
  const outcome = useText(caseOutcomeText);
  const format = useFormat();
  return (
    <div className="yc-warnings">
      {file.relativeWarning === null ? null : (
        <Notice kind="danger" title={t('relativeTitle')}>
          {words(file.relativeWarning)}
        </Notice>
      )}
      {file.handOver === null ? null : (
        <Notice kind="warning" title={t('handOverTitle', { to: nameOfPost(file.handOver.toPost) })}>
          {t('handOverText', { since: format.shortMoment(file.handOver.since), from: nameOfPost(file.responsible) })}
        </Notice>
      )}
      {file.closedAt === null || file.outcome === null ? null : (
        <Notice title={t('closedTitle', { outcome: outcome(file.outcome), when: format.moment(file.closedAt) })}>
          {file.outcomeReason}
        </Notice>
      )}
    </div>
  );
}
