import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useRange } from '../platform/form/use-range.ts';
import { FactField, type FactQuestion } from './FactField.tsx';

export interface FactItemProps {
  readonly name: (string | number)[];
  readonly label: ReactNode;
  readonly extra?: ReactNode;
  readonly question: FactQuestion;
}

/** The field of a fact: an answer that cannot be stays as it was typed and is refused beside it. */
export function FactItem({ question, ...item }: FactItemProps) {
  const within = useRange();
  const { unit, smallest, largest } = question;
  return (
    <Form.Item {...item} rules={[within(unit, { minValue: smallest, maxValue: largest })]}>
      <FactField question={question} />
    </Form.Item>
  );
}
