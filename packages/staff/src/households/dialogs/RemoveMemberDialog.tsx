import { removeMember } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { MemberDialogProps } from '../MemberMenu.tsx';
import { text } from '../text.ts';

interface Values {
  readonly on: string;
  readonly reason: string;
}

export function RemoveMemberDialog({ member, household, onClose }: MemberDialogProps) {
  const t = useText(text);
  const today = todayInShanghai();
  return (
    <CommandDialog<typeof removeMember, Values>
      route={removeMember}
      danger
      title={t('leaveOf', { name: member.name })}
      submitText={t('memberLeaves')}
      doneText={t('memberLeft')}
      initialValues={{ on: today }}
      toInput={(values) => ({
        params: { id: household.id, personId: member.id },
        body: { ...values, expectedVersion: household.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('leaveIntro')}</p>
      <Form.Item name="on" label={t('leftOn')} rules={[{ required: true, message: t('dateNeeded') }]}>
        <CivilDateField max={today} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
