import { type BodyOf, replacePayment } from '@yimen/contracts';
import { Notice, useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { PaymentDialogProps } from '../PaymentActions.tsx';
import { PaymentFacts } from '../PaymentFacts.tsx';
import { text } from '../text.ts';

type Values = Omit<BodyOf<typeof replacePayment>, 'expectedVersion'>;

/** Nearly always the account was wrong, so the one now on file comes first. */
export function ReplacePaymentDialog({ payment, onClose }: PaymentDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof replacePayment, Values>
      route={replacePayment}
      title={t('replace')}
      submitText={t('replace')}
      doneText={t('replaceDone')}
      initialValues={{ useCurrentAccount: true }}
      toInput={(values) => ({ params: { id: payment.id }, body: { ...values, expectedVersion: payment.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('replaceIntro')}</p>
      {payment.failureReason === null ? null : (
        <div className="yf-notice">
          <Notice kind="warning">{t('failedBecause', { reason: payment.failureReason })}</Notice>
        </div>
      )}
      <PaymentFacts payment={payment} />
      <Form.Item
        className="yc-space-above"
        name="useCurrentAccount"
        label={t('whichAccount')}
        rules={[{ required: true }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('currentAccount') },
            { value: false, label: t('sameAccount') },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
