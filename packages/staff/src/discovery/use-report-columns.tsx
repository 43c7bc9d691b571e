import { Link } from '@tanstack/react-router';
import type { ReportSummary } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { usePlace } from '../intake/region-names.ts';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { channelText, eventKindText } from './labels.ts';
import { ClaimedUrgencyTag, DutyPagedTag, ReportStateTag } from './ReportTags.tsx';
import { text } from './text.ts';

export function useReportColumns(): TableColumnsType<ReportSummary> {
  const t = useText(text);
  const event = useText(eventKindText);
  const channel = useText(channelText);
  const format = useFormat();
  const place = usePlace();
  return [
    {
      title: t('colReport'),
      render: (_, row) => (
        <>
          <div className="yd-title">
            <Link to={`/reports/${row.id}` as string}>
              {event(row.eventKind)} · {row.subjectName ?? t('nameUnknown')}
            </Link>
            {row.dutyPaged ? <DutyPagedTag /> : null}
          </div>
          <div className="yd-what">{row.whatHappened}</div>
        </>
      ),
    },
    {
      title: t('colPlace'),
      render: (_, row) => <div className="yd-place">{place(row.placeName, row.placeRegionCode)}</div>,
    },
    { title: t('colUrgency'), render: (_, row) => <ClaimedUrgencyTag urgency={row.claimedUrgency} /> },
    {
      title: t('colSimilar'),
      render: (_, row) =>
        row.similarCount === 0 ? (
          <span className="yc-faint">—</span>
        ) : (
          <ToneTag tone="warning">{t('similarCount', { count: row.similarCount })}</ToneTag>
        ),
    },
    {
      title: t('colDue'),
      render: (_, row) =>
        row.clock === null || row.state !== 'received' ? (
          <ReportStateTag state={row.state} />
        ) : (
          <div className="yd-due">
            <DueCountdown clock={row.clock} />
          </div>
        ),
    },
    {
      title: t('colReceived'),
      render: (_, row) => (
        <>
          <span className="yc-number">{format.shortMoment(row.receivedAt)}</span>
          <div className="yc-faint">
            {channel(row.channel)}
            <div className="yc-number">{row.receiptNo}</div>
          </div>
        </>
      ),
    },
    {
      title: t('colResponsible'),
      render: (_, row) => row.responsible?.holderName ?? row.responsible?.title ?? row.officeName,
    },
  ];
}
