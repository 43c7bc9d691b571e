import type { ReportDetail } from '@yimen/contracts';
import { Timeline, useText, useWords } from '@yimen/ui';
import { nameOfPost } from '../casework/name-of-post.ts';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

export function ReportSide({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  return (
    <aside className="yc-file-side" aria-label={t('sideLabel')}>
      <Clock report={report} />
      <History events={report.events} />
    </aside>
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
