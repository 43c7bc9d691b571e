import { getReport, type ReportDetail } from '@yimen/contracts';
import { Skeleton, useText } from '@yimen/ui';
import { Button } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { eventKindText } from './labels.ts';
import { ReportActions } from './ReportActions.tsx';
import { ReportEnding } from './ReportEnding.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportSide } from './ReportSide.tsx';
import { ClaimedUrgencyTag, DutyPagedTag, ReportStateTag } from './ReportTags.tsx';
import { SimilarReports } from './SimilarReports.tsx';
import { text } from './text.ts';
import '../casework/casework.css';
import './discovery.css';

export function ReportPage() {
  const s = useText(shell);
  const id = usePageParam('reportId');
  const report = useCall(getReport, { params: { id } });
  if (report.data !== undefined) return <Report report={report.data} />;
  return (
    <>
      <PageHeader />
      {report.error === null ? (
        <Skeleton label={s('loading')} lines={4} shape="card" />
      ) : (
        <ProblemNotice
          problem={report.error}
          action={<Button onClick={() => void report.refetch()}>{s('reload')}</Button>}
        />
      )}
    </>
  );
}

function Report({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const event = useText(eventKindText);
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={t('reportOf', { event: event(report.eventKind), name: report.subjectName ?? t('nameUnknown') })}
        tags={
          <>
            <ClaimedUrgencyTag urgency={report.claimedUrgency} />
            <ReportStateTag state={report.state} />
            {report.dutyPaged ? <DutyPagedTag /> : null}
          </>
        }
        meta={
          <>
            <span className="yc-number">{report.receiptNo}</span>
            <span>{t('receivedAt', { when: format.moment(report.receivedAt) })}</span>
            <span>{report.officeName}</span>
          </>
        }
        actions={<ReportActions report={report} />}
      />
      <ReportEnding report={report} />
      <div className="yc-file-columns yd-columns">
        <div className="yc-file-main">
          <ReportFacts report={report} />
          <SimilarReports report={report} />
        </div>
        <ReportSide report={report} />
      </div>
    </>
  );
}
