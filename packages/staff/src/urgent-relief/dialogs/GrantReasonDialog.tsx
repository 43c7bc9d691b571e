import type { cancelGrant, refuseGrant } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { GrantDialogProps } from '../GrantActions.tsx';
import { text } from '../text.ts';

export interface GrantReasonDialogProps extends GrantDialogProps {
  readonly route: typeof refuseGrant | typeof cancelGrant;
  readonly title: string;
  readonly doneText: string;
  readonly help?: string;
  readonly danger?: boolean;
}

export function GrantReasonDialog({ grant, onClose, help, ...act }: GrantReasonDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<GrantReasonDialogProps['route'], { readonly reason: string }>
      {...act}
      submitText={act.title}
      toInput={({ reason }) => ({ params: { id: grant.id }, body: { reason, expectedVersion: grant.version } })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}
        {...(help === undefined ? {} : { extra: help })}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
