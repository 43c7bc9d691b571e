import { useNavigate } from '@tanstack/react-router';
import { mergeReport, type ReportDetail } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { Similar } from '../SimilarReport.tsx';
import { text } from '../text.ts';

export interface MergeDialogProps {
  readonly report: ReportDetail;
  readonly into: Similar;
  readonly onClose: () => void;
}

export function MergeDialog({ report, into, onClose }: MergeDialogProps) {
  const t = useText(text);
  const navigate = useNavigate();
  return (
    <CommandDialog<typeof mergeReport, { readonly reason?: string }>
      route={mergeReport}
      title={t('mergeTitle', { no: into.receiptNo })}
      submitText={t('merge')}
      doneText={t('merged')}
      toInput={({ reason }) => ({
        params: { id: report.id },
        body: { intoId: into.id, reason: reason?.trim() ? reason : null, expectedVersion: report.version },
      })}
      onDone={() => void navigate({ to: `/reports/${into.id}` as string })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('mergeText')}</p>
      <Form.Item name="reason" label={t('mergeReason')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
