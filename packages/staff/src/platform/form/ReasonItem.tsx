import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from '../text.ts';

/** Why, in a field named `reason`: never blanks alone. */
export function ReasonItem({ label }: { readonly label?: string }) {
  const t = useText(text);
  return (
    <Form.Item
      name="reason"
      label={label ?? t('reason')}
      rules={[{ required: true, whitespace: true, min: 5, message: t('reasonNeeded') }]}
    >
      <Input.TextArea rows={2} maxLength={1000} />
    </Form.Item>
  );
}
