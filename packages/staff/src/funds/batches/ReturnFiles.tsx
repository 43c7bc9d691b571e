import { Money, useText } from '@yimen/ui';
import { Table } from 'antd';
import { useFormat } from '../../platform/show/format.ts';
import { type Tone, ToneTag } from '../../platform/show/ToneTag.tsx';
import { returnOutcomeText } from '../labels.ts';
import { text } from '../text.ts';
import type { BatchFile } from './BatchPage.tsx';

type Outcome = BatchFile['returns'][number]['lines'][number]['outcome'];

const TONES: Readonly<Record<Outcome, Tone>> = {
  success: 'good',
  failure: 'danger',
  duplicate: 'warning',
  unknown: 'warning',
  'amount-mismatch': 'warning',
  'name-mismatch': 'warning',
};

/** Line by line what the bank answered, and what became of it. */
export function ReturnFiles({ batch }: { readonly batch: BatchFile }) {
  const t = useText(text);
  const outcome = useText(returnOutcomeText);
  const format = useFormat();
  const payees = new Map(batch.payments.map((payment) => [payment.id, payment.payeeName]));
  if (batch.returns.length === 0) return <p className="yc-faint">{t('noReturns')}</p>;
  return batch.returns.map((file) => {
    const title = t('returnOf', { when: format.moment(file.receivedAt), name: file.by });
    return (
      <div key={file.id} className="yf-return">
        <h3 className="yc-subtitle">{title}</h3>
        <Table
          aria-label={title}
          dataSource={file.lines}
          rowKey="lineNo"
          pagination={false}
          size="small"
          scroll={{ x: 'max-content' }}
          columns={[
            { title: t('lineNo'), width: 70, align: 'right', dataIndex: 'lineNo' },
            { title: t('payee'), width: 140, render: (_, line) => payees.get(line.paymentId ?? '') ?? '—' },
            {
              title: t('amount'),
              width: 140,
              align: 'right',
              render: (_, line) => (line.amountFen === null ? '—' : <Money fen={line.amountFen} />),
            },
            {
              title: t('outcome'),
              width: 140,
              render: (_, line) => <ToneTag tone={TONES[line.outcome]}>{outcome(line.outcome)}</ToneTag>,
            },
            { title: t('reasonBank'), render: (_, line) => line.reason || '—' },
          ]}
        />
        <p className="yf-digest">
          {t('returnDigest')} <code>{file.fileSha256}</code>
        </p>
      </div>
    );
  });
}
