import { type BodyOf, closeReport, type ReportDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { reportOutcomeText } from '../labels.ts';
import { text } from '../text.ts';

const OUTCOMES = ['no-need', 'not-found', 'withdrawn', 'outside-remit', 'referral'] as const satisfies readonly BodyOf<
  typeof closeReport
>['outcome'][];

interface Values {
  readonly outcome: (typeof OUTCOMES)[number];
  readonly reason: string;
}

export interface CloseReportDialogProps {
  readonly report: ReportDetail;
  readonly onClose: () => void;
}

/** A report without a case still ends in a stated reason, and the reporter is told. */
export function CloseReportDialog({ report, onClose }: CloseReportDialogProps) {
  const t = useText(text);
  const outcome = useText(reportOutcomeText);
  return (
    <CommandDialog<typeof closeReport, Values>
      route={closeReport}
      title={t('closeTitle')}
      submitText={t('closeReport')}
      doneText={t('closed')}
      toInput={(values) => ({ params: { id: report.id }, body: { ...values, expectedVersion: report.version } })}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: t('outcomeNeeded') }]}>
        <Radio.Group
          className="yc-radio-column"
          options={OUTCOMES.map((value) => ({ value, label: outcome(value) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHelp')}
        rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
