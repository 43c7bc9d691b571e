import { recordSurvey } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { PhotoField } from '../../platform/form/PhotoField.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { text } from '../text.ts';
import { todayInShanghai } from '../today.ts';

interface Values {
  readonly surveyedOn: string;
  readonly withWhom: string;
  readonly findings: string;
  readonly photoIds?: readonly string[];
}

/** Whoever surveyed cannot approve: the server remembers who this was. */
export function SurveyDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  const today = todayInShanghai();
  return (
    <CommandDialog<typeof recordSurvey, Values>
      route={recordSurvey}
      title={t('recordSurvey')}
      submitText={t('recordSurvey')}
      doneText={t('recordedSurvey')}
      initialValues={{ surveyedOn: today }}
      toInput={(values) => ({ params: { id: file.id }, body: { ...values, photoIds: [...(values.photoIds ?? [])] } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('surveyIntro')}</p>
      <Form.Item name="surveyedOn" label={t('surveyedOn')} rules={[{ required: true, message: t('dateNeeded') }]}>
        <CivilDateField max={today} />
      </Form.Item>
      <Form.Item name="withWhom" label={t('withWhom')} rules={[{ required: true, message: t('withWhomNeeded') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="findings" label={t('findings')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={5} maxLength={2000} />
      </Form.Item>
      <Form.Item name="photoIds" label={t('photos')}>
        <PhotoField max={10} />
      </Form.Item>
    </CommandDialog>
  );
}
