import { useWords } from '@yimen/ui';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { FactField, type FactQuestion } from './FactField.tsx';
import { findWrongAnswer } from './find-wrong-answer.ts';

export interface FactItemProps {
  readonly name: (string | number)[];
  readonly label: ReactNode;
  readonly extra?: ReactNode;
  readonly question: FactQuestion;
}

/** The field of a fact: an answer that cannot be stays as it was typed and is refused beside it. */
export function FactItem({ question, ...item }: FactItemProps) {
  const words = useWords();
  async function refuseWrong(_rule: unknown, value: unknown): Promise<void> {
    const wrong = findWrongAnswer(question, value);
    if (wrong) throw new Error(words(wrong));
  }
  return (
    <Form.Item {...item} rules={[{ validator: refuseWrong }]}>
      <FactField question={question} />
    </Form.Item>
  );
}
