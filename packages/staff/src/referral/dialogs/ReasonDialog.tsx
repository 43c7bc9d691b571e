import type { returnReferral, revokeReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { ReferralDialogProps } from '../ReferralActions.tsx';
import { text } from '../text.ts';

export interface ReasonDialogProps extends ReferralDialogProps {
  readonly route: typeof returnReferral | typeof revokeReferral;
  readonly title: string;
  readonly doneText: string;
}

/** Sending a referral back and taking it back both need nothing but a reason. */
export function ReasonDialog({ referral, onClose, ...act }: ReasonDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<ReasonDialogProps['route'], { readonly reason: string }>
      {...act}
      submitText={act.title}
      toInput={({ reason }) => ({ params: { id: referral.id }, body: { reason, expectedVersion: referral.version } })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
