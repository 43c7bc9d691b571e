import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from '../text.ts';

export function VoucherItem() {
  const t = useText(text);
  return (
    <Form.Item
      name="voucherNo"
      label={t('voucherNo')}
      rules={[{ required: true, whitespace: true, message: t('voucherNeeded') }]}
    >
      <Input maxLength={60} />
    </Form.Item>
  );
}
