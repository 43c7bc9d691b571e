import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { Section } from '../platform/layout/Section.tsx';
import { text } from './text.ts';

export function NeedSection() {
  const t = useText(text);
  return (
    <Section id="intake-need" title={t('need')}>
      <Form.Item
        name="need"
        label={t('needLabel')}
        extra={t('needHelp')}
        rules={[{ required: true, min: 2, message: t('needNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Section>
  );
}
