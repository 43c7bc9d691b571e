import type { BatchView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Figures } from '../Figures.tsx';
import { text } from '../text.ts';

export function BatchFigures({ batch }: { readonly batch: BatchView }) {
  const t = useText(text);
  return (
    <>
      <Figures
        items={[
          { key: 'count', label: t('countLines'), value: batch.count },
          { key: 'total', label: t('total'), value: <Money fen={batch.totalFen} /> },
          {
            key: 'paid',
            label: t('paidCount'),
            value: batch.paidCount,
            ...(batch.paidCount > 0 ? { tone: 'good' } : {}),
          },
          {
            key: 'failed',
            label: t('failedCount'),
            value: batch.failedCount,
            ...(batch.failedCount > 0 ? { tone: 'danger' } : {}),
          },
          { key: 'open', label: t('openCount'), value: batch.openCount },
          {
            key: 'strange',
            label: t('strangeLines'),
            value: batch.strangeLines,
            ...(batch.strangeLines > 0 ? { tone: 'warning' } : {}),
          },
        ]}
      />
      {batch.fileSha256 === null ? null : (
        <p className="yf-digest">
          {t('fileDigest')} <code>{batch.fileSha256}</code>
        </p>
      )}
    </>
  );
}
