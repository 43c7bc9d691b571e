import { useText } from '@yimen/ui';
import { Checkbox, Form } from 'antd';
import { text } from '../text.ts';

export interface RepealItemProps {
  /** Only what the own pack sets can be repealed. */
  readonly isOffered: boolean;
  readonly label: string;
}

/** Instead of another value: none of its own. */
export function RepealItem({ isOffered, label }: RepealItemProps) {
  const t = useText(text);
  if (!isOffered) return null;
  return (
    <Form.Item name="isRepealed" valuePropName="checked" extra={t('repealHint')}>
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}
