import { mergeReport, type ReportDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useState } from 'react';
import { Section } from '../platform/layout/Section.tsx';
import { MergeDialog } from './dialogs/MergeDialog.tsx';
import { SimilarReport } from './SimilarReport.tsx';
import { text } from './text.ts';

/** Possibly the same trouble told twice: compared side by side, merged or kept apart. */
export function SimilarReports({ report }: { readonly report: ReportDetail }) {
  const t = useText(text);
  const [kept, setKept] = useState<readonly string[]>([]);
  const [mergeInto, setMergeInto] = useState<string>();
  const merge = report.availableActions.find((action) => action.act === mergeReport.id);
  const shown = report.similar.filter((other) => !kept.includes(other.id));
  const target = report.similar.find((other) => other.id === mergeInto);
  if (report.similar.length === 0) return null;
  return (
    <Section id="report-similar" title={t('similarTitle', { count: report.similar.length })}>
      <p className="yc-faint">{t('similarIntro')}</p>
      {shown.length === 0 ? <p role="status">{t('allKept')}</p> : null}
      {shown.map((other) => (
        <SimilarReport
          key={other.id}
          report={report}
          other={other}
          onKeep={() => setKept([...kept, other.id])}
          {...(merge === undefined || merge.blockedBy !== null ? {} : { onMerge: () => setMergeInto(other.id) })}
        />
      ))}
      {target === undefined ? null : (
        <MergeDialog report={report} into={target} onClose={() => setMergeInto(undefined)} />
      )}
    </Section>
  );
}
