import { getReport } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { todayInShanghai } from '../casework/today.ts';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { useFilters } from '../platform/use-page.ts';
import { IntakeForm } from './IntakeForm.tsx';
import { valuesOfReport } from './intake-input.ts';
import { text } from './text.ts';
import '../casework/casework.css';
import './intake.css';

/** With `?report=` it starts from a report that was accepted. */
export function NewCasePage() {
  const t = useText(text);
  const s = useText(shell);
  const [{ report: reportId }] = useFilters();
  const report = useCall(getReport, { params: { id: reportId ?? '' } }, { enabled: reportId !== undefined });
  const today = todayInShanghai();
  if (reportId !== undefined && report.error !== null) return <ProblemNotice problem={report.error} />;
  return (
    <div className="yi-page">
      <PageHeader meta={report.data === undefined ? t('intro') : t('fromReport', { no: report.data.receiptNo })} />
      {reportId !== undefined && report.data === undefined ? (
        <Skeleton label={s('loading')} lines={4} shape="card" />
      ) : (
        <IntakeForm
          key={reportId ?? 'new'}
          reportId={reportId ?? null}
          placeName={report.data?.placeName}
          subjectName={report.data?.subjectName ?? undefined}
          initial={report.data === undefined ? { event: { occurredOn: today } } : valuesOfReport(report.data, today)}
        />
      )}
    </div>
  );
}
