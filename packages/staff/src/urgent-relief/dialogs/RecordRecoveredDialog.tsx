import { PositiveFen, recordRecovered } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import type { PaperDialogProps } from '../PaperActions.tsx';
import { text } from '../text.ts';

interface Values {
  readonly amountFen: number;
  readonly receiptNo: string;
}

export function RecordRecoveredDialog({ paper, onClose }: PaperDialogProps) {
  const t = useText(text);
  const within = useRange();
  const left = (paper.recoveryFen ?? 0) - (paper.recoveredFen ?? 0);
  return (
    <CommandDialog<typeof recordRecovered, Values>
      route={recordRecovered}
      title={t('recordRecovered')}
      submitText={t('recordRecovered')}
      doneText={t('recoveredDone')}
      initialValues={left > 0 ? { amountFen: left } : {}}
      toInput={(values) => ({ params: { id: paper.id }, body: { ...values, expectedVersion: paper.version } })}
      onClose={onClose}
    >
      <Form.Item
        name="amountFen"
        label={t('amount')}
        rules={[{ required: true, message: t('amountNeeded') }, within('fen', PositiveFen)]}
      >
        <MoneyField />
      </Form.Item>
      <Form.Item name="receiptNo" label={t('receiptNo')} rules={[{ required: true, message: t('receiptNoNeeded') }]}>
        <Input maxLength={60} />
      </Form.Item>
    </CommandDialog>
  );
}
