import { Link } from '@tanstack/react-router';
import type { CaseDetail } from '@yimen/contracts';
import { DefinitionList, useText, useWords } from '@yimen/ui';
import { eventKindText } from '../discovery/labels.ts';
import { usePlace } from '../intake/region-names.ts';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { matterStateText, urgencyText } from './labels.ts';
import { text } from './text.ts';

export function CaseSummary({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const event = useText(eventKindText);
  const urgency = useText(urgencyText);
  const place = usePlace();
  const format = useFormat();
  const mayRise = file.urgencyPossible !== file.urgency;
  return (
    <>
      <p className="yc-lead">{eventOf(file) ?? file.reports[0]?.whatHappened ?? file.summary}</p>
      <DefinitionList
        columns={3}
        items={[
          { key: 'event', term: t('event'), value: `${event(file.eventKind)} · ${format.date(file.occurredOn)}` },
          {
            key: 'place',
            term: t('place'),
            value: [place(file.placeName, file.placeRegionCode), file.placeDetail].filter(Boolean).join(' '),
          },
          {
            key: 'urgency',
            term: t('colUrgency'),
            value: mayRise
              ? t('urgencyMayRise', { now: urgency(file.urgency), possible: urgency(file.urgencyPossible) })
              : urgency(file.urgency),
          },
          { key: 'need', term: t('need'), value: file.need, wide: true },
        ]}
      />
      <Matters file={file} />
      <Sources file={file} />
    </>
  );
}

/** What was written down about the event when the case was taken in. */
function eventOf(file: CaseDetail): string | undefined {
  return file.household.circumstances.findLast((one) => one.current && one.kind === 'event')?.text;
}

function Matters({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const state = useText(matterStateText);
  const words = useWords();
  if (file.matters.length === 0) return null;
  return (
    <>
      <h3 className="yc-subtitle">{t('matters')}</h3>
      <ul className="yc-plain-list">
        {file.matters.map((matter) => (
          <li key={matter.id}>
            <strong>{words(matter.programmeName)}</strong>
            <span className="yc-faint">{matter.officeName}</span>
            <ToneTag tone={matter.state === 'open' ? 'info' : 'plain'}>{state(matter.state)}</ToneTag>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sources({ file }: { readonly file: CaseDetail }) {
  const t = useText(text);
  const format = useFormat();
  if (file.reports.length === 0) return null;
  return (
    <>
      <h3 className="yc-subtitle">{t('fromReports')}</h3>
      <ul className="yc-plain-list">
        {file.reports.map((report) => (
          <li key={report.id}>
            <Link to={`/reports/${report.id}` as string} className="yc-number">
              {report.receiptNo}
            </Link>
            <span className="yc-faint">{format.shortMoment(report.receivedAt)}</span>
            <span className="yc-grow">{report.whatHappened}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
