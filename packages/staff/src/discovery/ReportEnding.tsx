import { Link } from '@tanstack/react-router';
import type { ReportDetail } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { reportOutcomeText } from './labels.ts';
import { text } from './text.ts';

/** How it ended: merged, a case, or a stated reason. */
export function ReportEnding({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const outcome = useText(reportOutcomeText);
  if (report.mergedIntoId !== null) {
    return (
      <div className="yc-warnings">
        <Notice title={t('mergedTitle')}>
          <Link to={`/reports/${report.mergedIntoId}` as string}>{t('openMerged')}</Link>
        </Notice>
      </div>
    );
  }
  if (report.outcome === null && report.caseId === null) return null;
  return (
    <div className="yc-warnings">
      <Notice kind="success" title={report.outcome === null ? t('hasCase') : outcome(report.outcome)}>
        {report.outcomeReason === null ? null : <p>{report.outcomeReason}</p>}
        {report.caseId === null ? null : (
          <Link to={`/cases/${report.caseId}` as string}>{t('openCase', { no: report.caseNo ?? '' })}</Link>
        )}
      </Notice>
    </div>
  );
}
