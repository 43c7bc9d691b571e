import { type BodyOf, recordAbsence } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { useMe } from '../../platform/session/use-me.ts';
import { ColleagueField } from '../ColleagueField.tsx';
import { MomentField } from '../MomentField.tsx';
import { text } from '../text.ts';

type Values = BodyOf<typeof recordAbsence>;

/** Everybody for themselves; with the permission also for colleagues of the own office. */
export function RecordAbsenceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(text);
  const me = useMe();
  const timeRule = { required: true, message: t('timeNeeded') };
  return (
    <CommandDialog<typeof recordAbsence, Values>
      route={recordAbsence}
      title={t('recordAbsence')}
      submitText={t('recordAbsence')}
      doneText={t('absenceRecorded')}
      initialValues={{ accountId: me.accountId }}
      toInput={(body) => ({ body })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('absenceIntro')}</p>
      {me.post !== null && me.permissions.includes('absence.record') ? (
        <Form.Item name="accountId" label={t('person')} rules={[{ required: true, message: t('personNeeded') }]}>
          <ColleagueField officeId={me.post.officeId} />
        </Form.Item>
      ) : (
        <p className="yo-self">
          {t('person')} <strong>{me.name}</strong>
        </p>
      )}
      <div className="yo-two">
        <Form.Item name="fromAt" label={t('fromAt')} rules={[timeRule]}>
          <MomentField />
        </Form.Item>
        <Form.Item name="toAt" label={t('toAt')} rules={[timeRule]}>
          <MomentField />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 2, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </CommandDialog>
  );
}
