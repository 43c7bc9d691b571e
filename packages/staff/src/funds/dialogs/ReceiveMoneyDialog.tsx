import { type BodyOf, type FundView, receiveMoney } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { AmountItem } from '../AmountItem.tsx';
import { receiptSourceText } from '../labels.ts';
import { text } from '../text.ts';
import { VoucherItem } from './VoucherItem.tsx';

export interface ReceiveMoneyDialogProps {
  readonly fund: FundView;
  readonly onClose: () => void;
}

export function ReceiveMoneyDialog({ fund, onClose }: ReceiveMoneyDialogProps) {
  const t = useText(text);
  const source = useText(receiptSourceText);
  const sources = receiveMoney.body?.shape.source.options ?? [];
  return (
    <CommandDialog<typeof receiveMoney, BodyOf<typeof receiveMoney>>
      route={receiveMoney}
      title={t('receive')}
      submitText={t('receive')}
      doneText={t('receiveDone')}
      toInput={(body) => ({ params: { id: fund.id }, body })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('receiveIntro')}</p>
      <Form.Item name="source" label={t('source')} rules={[{ required: true, message: t('sourceNeeded') }]}>
        <Select options={sources.map((value) => ({ value, label: source(value) }))} />
      </Form.Item>
      <AmountItem label={t('amount')} />
      <Form.Item
        name="from"
        label={t('payer')}
        rules={[{ required: true, whitespace: true, message: t('payerNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <VoucherItem />
    </CommandDialog>
  );
}
