import { recordAfterCheck } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

export interface AfterCheckDialogProps {
  readonly taskId: string;
  readonly version: number;
  readonly onClose: () => void;
}

interface Values {
  readonly justified: boolean;
  readonly finding: string;
}

export function AfterCheckDialog({ taskId, version, onClose }: AfterCheckDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof recordAfterCheck, Values>
      route={recordAfterCheck}
      title={t('recordCheck')}
      submitText={t('recordCheck')}
      doneText={t('checkRecorded')}
      toInput={(values) => ({ params: { id: taskId }, body: { ...values, expectedVersion: version } })}
      onClose={onClose}
    >
      <Form.Item name="justified" label={t('wasJustified')} rules={[{ required: true, message: t('justifiedNeeded') }]}>
        <Radio.Group
          options={[
            { value: true, label: t('justified') },
            { value: false, label: t('notJustified') },
          ]}
        />
      </Form.Item>
      <Form.Item name="finding" label={t('finding')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
