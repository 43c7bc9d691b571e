import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from './text.ts';

export function NeedSection() {
  const t = useText(text);
  return (
    <section className="yc-section" aria-labelledby="intake-need">
      <h2 className="yc-section-title" id="intake-need">
        {t('need')}
      </h2>
      <Form.Item
        name="need"
        label={t('needLabel')}
        extra={t('needHelp')}
        rules={[{ required: true, min: 2, message: t('needNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </section>
  );
}
