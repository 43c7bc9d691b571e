import { PositiveFen, startRecovery } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import type { PaperDialogProps } from '../PaperActions.tsx';
import { text } from '../text.ts';

interface Values {
  readonly amountFen: number;
  readonly reason: string;
}

export function StartRecoveryDialog({ paper, onClose }: PaperDialogProps) {
  const t = useText(text);
  const within = useRange();
  return (
    <CommandDialog<typeof startRecovery, Values>
      route={startRecovery}
      danger
      title={t('recover')}
      submitText={t('recover')}
      doneText={t('recoveryStarted')}
      toInput={(values) => ({ params: { id: paper.id }, body: { ...values, expectedVersion: paper.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('recoverIntro')}</p>
      <Form.Item
        name="amountFen"
        label={t('recoverAmount')}
        rules={[{ required: true, message: t('amountNeeded') }, within('fen', PositiveFen)]}
      >
        <MoneyField />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
