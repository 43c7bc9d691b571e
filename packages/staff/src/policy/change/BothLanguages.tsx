import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import type { ComponentProps } from 'react';
import { text } from '../text.ts';

export interface BothLanguagesProps {
  /** Of the field with the Chinese words; that with the English ones ends in `En`. */
  readonly name: 'note' | 'sentence';
  readonly hint?: string;
}

/** Words for people: in both languages or in none. */
export function BothLanguages({ name, hint }: BothLanguagesProps) {
  const t = useText(text);
  const english = `${name}En` as const;
  return (
    <div className="yp-two">
      <Form.Item name={name} label={t(name)} extra={hint} dependencies={[english]} rules={[both(english, t('needed'))]}>
        <OneParagraph />
      </Form.Item>
      <Form.Item name={english} label={t(english)} dependencies={[name]} rules={[both(name, t('needed'))]}>
        <OneParagraph />
      </Form.Item>
    </div>
  );
}

/** Words wrap, but do not go on in another line. */
function OneParagraph(given: ComponentProps<typeof Input.TextArea>) {
  return <Input.TextArea {...given} rows={2} maxLength={500} onPressEnter={(event) => event.preventDefault()} />;
}

function both(other: string, message: string) {
  return ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    required: Boolean(getFieldValue(other)),
    message,
  });
}
