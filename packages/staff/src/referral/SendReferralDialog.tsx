import { sendReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import type { CaseDialogProps } from '../casework/CaseActions.tsx';
import { CommandDialog } from '../platform/form/CommandDialog.tsx';
import { OfficeField } from './OfficeField.tsx';
import { text } from './text.ts';

interface Values {
  readonly toOfficeId: string;
  readonly need: string;
}

interface SendReferralDialogProps extends CaseDialogProps {
  /** What is filled in already; it can be changed. */
  readonly about?: {
    readonly office: { readonly id: string; readonly name: string } | undefined;
    readonly need: string;
  };
}

export function SendReferralDialog({ file, about, onClose }: SendReferralDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof sendReferral, Values>
      route={sendReferral}
      title={t('send')}
      submitText={t('send')}
      doneText={t('sent')}
      toInput={(body) => ({ params: { id: file.id }, body })}
      initialValues={about ? { need: about.need, ...(about.office ? { toOfficeId: about.office.id } : {}) } : {}}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('sendIntro')}</p>
      <Form.Item name="toOfficeId" label={t('toOffice')} rules={[{ required: true, message: t('toOfficeNeeded') }]}>
        <OfficeField knownName={about?.office?.name} />
      </Form.Item>
      <Form.Item name="need" label={t('need')} rules={[{ required: true, min: 5, message: t('needNeeded') }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
