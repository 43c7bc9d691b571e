import { Link } from '@tanstack/react-router';
import { getReport, type ReportDetail } from '@yimen/contracts';
import { Notice, Skeleton, Timeline, useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { nameOfPost } from '../casework/name-of-post.ts';
import { useCall } from '../platform/call/use-call.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import { usePageParam } from '../platform/use-page.ts';
import { eventKindText, reportOutcomeText } from './labels.ts';
import { ReportActions } from './ReportActions.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import { ClaimedUrgencyTag, ReportStateTag } from './ReportTags.tsx';
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
      <Ending report={report} />
      <div className="yc-file-columns yd-columns">
        <div className="yc-file-main">
          <ReportFacts report={report} />
          <SimilarReports report={report} />
        </div>
        <aside className="yc-file-side" aria-label={t('sideLabel')}>
          <Clock report={report} />
          <History events={report.events} />
        </aside>
      </div>
    </>
  );
}

function Ending({ report }: { readonly report: ReportDetail }) {
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

function Clock({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  return (
    <section className="yc-side-card" aria-labelledby="report-clock">
      <h2 id="report-clock">{t('whoAnswers')}</h2>
      <p>{report.responsible === null ? report.officeName : nameOfPost(report.responsible)}</p>
      {report.clock === null || report.state !== 'received' ? null : <DueCountdown clock={report.clock} />}
    </section>
  );
}

function History({ events }: Pick<ReportDetail, 'events'>) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  return (
    <section className="yc-side-card yd-history" aria-labelledby="report-history">
      <h2 id="report-history">{t('history')}</h2>
      <Timeline
        label={t('history')}
        entries={events.map((event, index) => ({
          key: `${event.at}-${index}`,
          at: event.at,
          when: format.shortMoment(event.at),
          title: words(event.words),
          who: event.by ?? undefined,
        }))}
      />
    </section>
  );
}
