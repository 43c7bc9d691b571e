import { Link } from '@tanstack/react-router';
import type { ReportDetail } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { usePlace } from '../intake/region-names.ts';
import { useFormat } from '../platform/show/format.ts';
import { ReportStateTag } from './ReportTags.tsx';
import { text } from './text.ts';

export type Similar = ReportDetail['similar'][number];

export interface SimilarReportProps {
  readonly report: ReportDetail;
  readonly other: Similar;
  readonly onKeep: () => void;
  /** Without it this person may not merge. */
  readonly onMerge?: () => void;
}

export function SimilarReport({ report, other, onKeep, onMerge }: SimilarReportProps) {
  const t = useText(text);
  const words = useWords();
  const format = useFormat();
  const place = usePlace();
  const rows = [
    {
      term: t('receivedTerm'),
      mine: format.shortMoment(report.receivedAt),
      theirs: format.shortMoment(other.receivedAt),
    },
    { term: t('subject'), mine: report.subjectName ?? t('nameUnknown'), theirs: other.subjectName ?? t('nameUnknown') },
    { term: t('place'), mine: place(report.placeName), theirs: place(other.placeName) },
    { term: t('whatHappened'), mine: report.whatHappened, theirs: other.whatHappened },
  ];
  return (
    <div className="yd-similar">
      <table>
        <caption>{t('why', { why: words(other.why) })}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('thisReport')}</th>
            <th scope="col">
              <Link to={`/reports/${other.id}` as string} className="yc-number">
                {other.receiptNo}
              </Link>{' '}
              <ReportStateTag state={other.state} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.term} data-same={row.mine === row.theirs || undefined}>
              <th scope="row">{row.term}</th>
              <td>{row.mine}</td>
              <td>{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onMerge === undefined ? null : (
        <div className="ys-actions" data-screen-only="">
          <Button type="primary" ghost onClick={onMerge}>
            {t('sameMerge')}
          </Button>
          <Button onClick={onKeep}>{t('notSame')}</Button>
        </div>
      )}
    </div>
  );
}
