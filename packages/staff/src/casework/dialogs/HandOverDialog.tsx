import { handOverCase } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { PostField } from '../PostField.tsx';
import { text } from '../text.ts';

interface Values {
  readonly toPostId: string;
  readonly reason: string;
}

/** The giver stays responsible until the receiver accepts. */
export function HandOverDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof handOverCase, Values>
      route={handOverCase}
      title={t('handOver')}
      submitText={t('handOver')}
      doneText={t('handedOver')}
      toInput={(values) => ({ params: { id: file.id }, body: { ...values, expectedVersion: file.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('handOverIntro')}</p>
      <Form.Item name="toPostId" label={t('toPost')} rules={[{ required: true, message: t('toPostNeeded') }]}>
        <PostField leaveOut={file.responsible.postId} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
