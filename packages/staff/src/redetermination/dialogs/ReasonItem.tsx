import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from '../text.ts';

export function ReasonItem() {
  const t = useText(text);
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      rules={[{ required: true, whitespace: true, min: 5, message: t('reasonNeeded') }]}
    >
      <Input.TextArea rows={2} maxLength={1000} />
    </Form.Item>
  );
}
