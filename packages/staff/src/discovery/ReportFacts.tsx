import type { ReportDetail } from '@yimen/contracts';
import { DefinitionList, useText } from '@yimen/ui';
import { usePlace } from '../intake/region-names.ts';
import { Section } from '../platform/layout/Section.tsx';
import { useFormat } from '../platform/show/format.ts';
import { Photo } from '../platform/show/Photo.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { channelText, eventKindText, reporterKindText } from './labels.ts';
import { text } from './text.ts';

export function ReportFacts({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const event = useText(eventKindText);
  const format = useFormat();
  const place = usePlace();
  return (
    <Section id="report-what" title={t('whatHappened')}>
      <p className="yc-lead">{report.whatHappened}</p>
      <Photos photoIds={report.photoIds} />
      <DefinitionList
        columns={3}
        items={[
          { key: 'event', term: t('event'), value: event(report.eventKind) },
          {
            key: 'on',
            term: t('occurredOn'),
            value: report.occurredOn === null ? t('notSaid') : format.date(report.occurredOn),
          },
          {
            key: 'place',
            term: t('place'),
            value: [place(report.placeName, report.placeRegionCode), report.placeDetail].filter(Boolean).join(' '),
          },
          { key: 'who', term: t('subject'), value: report.subjectName ?? t('nameUnknown') },
          { key: 'phone', term: t('subjectPhone'), value: report.subjectPhoneMasked ?? t('notSaid') },
          { key: 'id', term: t('subjectIdNumber'), value: report.subjectIdNumberMasked ?? t('notSaid') },
          {
            key: 'people',
            term: t('peopleCount'),
            value: report.peopleCount === null ? t('notSaid') : t('people', { count: report.peopleCount }),
          },
          { key: 'reporter', term: t('reporter'), value: <Reporter report={report} />, wide: true },
        ]}
      />
    </Section>
  );
}

function Photos({ photoIds }: Pick<ReportDetail, 'photoIds'>) {
  const t = useText(text);
  if (photoIds.length === 0) return null;
  return (
    <div className="yd-photos">
      {photoIds.map((id, index) => (
        <Photo key={id} id={id} label={t('photoOf', { number: index + 1 })} />
      ))}
    </div>
  );
}

function Reporter({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const kind = useText(reporterKindText);
  const channel = useText(channelText);
  return (
    <span className="yd-reporter">
      {report.anonymous ? <ToneTag>{t('anonymous')}</ToneTag> : <span>{report.reporterName ?? t('nameUnknown')}</span>}
      <span>{kind(report.reporterKind)}</span>
      {report.reporterPhoneMasked === null ? null : <span className="yc-number">{report.reporterPhoneMasked}</span>}
      <span className="yc-faint">{t('via', { channel: channel(report.channel) })}</span>
    </span>
  );
}
