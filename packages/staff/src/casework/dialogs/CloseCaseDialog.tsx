import { CASE_OUTCOMES, type CaseDetail, closeCase } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { caseOutcomeText } from '../labels.ts';
import { text } from '../text.ts';

interface Values {
  readonly outcome: (typeof CASE_OUTCOMES)[number];
  readonly reason: string;
}

/** Every case ends in aid, in a referral or in a stated reason; the person and the reporter are told. */
export function CloseCaseDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  const outcome = useText(caseOutcomeText);
  return (
    <CommandDialog<typeof closeCase, Values>
      route={closeCase}
      title={t('closeCase')}
      submitText={t('closeCase')}
      doneText={t('closedCase')}
      toInput={(values) => ({ params: { id: file.id }, body: { ...values, expectedVersion: file.version } })}
      onClose={onClose}
      showFacts={(problem) => (problem.code === 'CASE_NOT_FINISHED' ? <Unfinished file={file} /> : null)}
    >
      <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: t('outcomeNeeded') }]}>
        <Radio.Group
          className="yc-radio-column"
          options={CASE_OUTCOMES.map((value) => ({ value, label: outcome(value) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('closeReason')}
        extra={t('closeReasonHelp')}
        rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}

function Unfinished({ file }: { readonly file: CaseDetail }) {
  const words = useWords();
  return (
    <ul className="yc-numbered">
      {file.tasks
        .filter((task) => task.state === 'open')
        .map((task) => (
          <li key={task.id}>{words(task.words)}</li>
        ))}
    </ul>
  );
}
