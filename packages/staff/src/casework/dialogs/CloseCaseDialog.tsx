import { CASE_OUTCOMES, closeCase, type Words } from '@yimen/contracts';
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
      showFacts={(problem) => <Unfinished open={problem.facts['open']} />}
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

/** What the server says is still owed, in its own words. */
function Unfinished({ open }: { readonly open: unknown }) {
  const words = useWords();
  if (!Array.isArray(open)) return null;
  return (
    <ul className="yc-numbered">
      {(open as Words[]).map(
        (
          owed, // facts of CASE_NOT_FINISHED
        ) => (
          <li key={owed.zh}>{words(owed)}</li>
        ),
      )}
    </ul>
  );
}
