import type { GrantView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

/** Who signed, and how many signatures are missing. */
export function GrantApprovals({ grant }: { readonly grant: GrantView }) {
  const t = useText(text);
  const format = useFormat();
  if (grant.approvalsNeeded === 0 && grant.approvals.length === 0) return null;
  const missing = grant.state === 'proposed' ? Math.max(0, grant.approvalsNeeded - grant.approvals.length) : 0;
  return (
    <div className="yr-approvals">
      <span>{t('approvals', { done: grant.approvals.length, needed: grant.approvalsNeeded })}</span>
      <ul>
        {grant.approvals.map((approval) => (
          <li key={`${approval.by}-${approval.at}`} data-signed="">
            {approval.by}
            <span className="yc-faint">
              {approval.office}
              {approval.onBehalfOf === null ? '' : ` · ${t('signedFor', { name: approval.onBehalfOf })}`} ·{' '}
              {format.shortMoment(approval.at)}
              {approval.comment === null ? '' : ` · ${approval.comment}`}
            </span>
          </li>
        ))}
        {Array.from({ length: missing }, (_, index) => (
          <li key={`missing-${grant.approvals.length + index}`} className="yc-faint">
            {t('awaitingSignature')}
          </li>
        ))}
      </ul>
    </div>
  );
}
