import { addDuty, type BodyOf } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { ColleagueField } from '../ColleagueField.tsx';
import { MomentField } from '../MomentField.tsx';
import { text } from '../text.ts';
import { addDays, instantOf } from '../wall-time.ts';

export interface AddDutyDialogProps {
  readonly officeId: string;
  readonly day: string;
  readonly onClose: () => void;
}

type Values = Omit<BodyOf<typeof addDuty>, 'officeId'>;

/** Proposed is the night: that is when nobody sits at the window. */
export function AddDutyDialog({ officeId, day, onClose }: AddDutyDialogProps) {
  const t = useText(text);
  const timeRule = { required: true, message: t('timeNeeded') };
  return (
    <CommandDialog<typeof addDuty, Values>
      route={addDuty}
      title={t('addDuty')}
      submitText={t('addDuty')}
      doneText={t('dutyAdded')}
      initialValues={{ startsAt: instantOf(`${day}T17:30`), endsAt: instantOf(`${addDays(day, 1)}T08:00`) }}
      toInput={(values) => ({ body: { ...values, officeId } })}
      onClose={onClose}
    >
      <Form.Item name="accountId" label={t('person')} rules={[{ required: true, message: t('personNeeded') }]}>
        <ColleagueField officeId={officeId} />
      </Form.Item>
      <div className="yo-two">
        <Form.Item name="startsAt" label={t('startsAt')} rules={[timeRule]}>
          <MomentField />
        </Form.Item>
        <Form.Item name="endsAt" label={t('endsAt')} rules={[timeRule]}>
          <MomentField />
        </Form.Item>
      </div>
      <Form.Item
        name="phone"
        label={t('dutyPhone')}
        extra={t('dutyIntro')}
        rules={[{ required: true, pattern: /^\+?[\d\s-]{5,20}$/, message: t('phoneNeeded') }]}
      >
        <Input inputMode="tel" maxLength={20} />
      </Form.Item>
    </CommandDialog>
  );
}
