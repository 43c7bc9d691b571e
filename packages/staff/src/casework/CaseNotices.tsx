import { Link } from '@tanstack/react-router';
import type { CaseDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { byWhomText } from './labels.ts';
import { text } from './text.ts';

export function CaseNotices({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const byWhom = useText(byWhomText);
  const format = useFormat();
  if (file.notices.length === 0) return <p className="yc-faint">{t('noNotices')}</p>;
  return (
    <ul className="yc-records">
      {file.notices.map((notice) => (
        <li key={notice.id} data-past={notice.supersededAt === null ? undefined : ''}>
          <div className="yc-record-head">
            <strong>{t('noticeTitle')}</strong>
            {notice.supersededAt === null ? null : <ToneTag>{t('superseded')}</ToneTag>}
            <span className="yc-faint">
              {t('noticeBy', { by: notice.issuedBy, when: format.moment(notice.issuedAt) })}
            </span>
            <Link to={`/cases/${file.id}/notices/${notice.id}` as string} data-screen-only="">
              {t('printNotice')}
            </Link>
          </div>
          {notice.reissueReason === null ? null : <p>{t('reissued', { reason: notice.reissueReason })}</p>}
          <ol className="yc-numbered">
            {notice.items.map((item) => (
              <li key={item.label}>
                {item.label}
                <span className="yc-faint">
                  {byWhom(item.byWhom)} · {item.why}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
