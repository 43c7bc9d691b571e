import type { QuestionView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Radio, Select } from 'antd';
import { CivilDateField } from '../platform/form/CivilDateField.tsx';
import { MoneyField } from '../platform/form/MoneyField.tsx';
import { NumberField } from '../platform/form/NumberField.tsx';
import { PercentField } from '../platform/form/PercentField.tsx';
import { text } from './text.ts';

export type FactQuestion = Pick<QuestionView, 'label' | 'unit' | 'options' | 'smallest' | 'largest'>;

export interface FactFieldProps {
  readonly question: FactQuestion;
  /** Antd Form.Item passes these. */
  readonly id?: string;
  readonly value?: string | number | boolean | null;
  readonly onChange?: (value: unknown) => void;
}

/** One answer in the form its question asks for; an empty field is not yet known. `FactItem` refuses what cannot be. */
export function FactField({ question, ...field }: FactFieldProps) {
  const t = useText(text);
  const words = useWords();
  const { unit, options } = question;
  // Antd hands each field the very value it gave: of the kind its unit has.
  const given = field as Record<string, never>;
  if (unit === 'flag') {
    const flags = [
      { value: true, label: t('answerYes') },
      { value: false, label: t('answerNo') },
    ];
    // A label of a form names one control; these are two.
    return <Radio.Group {...given} options={flags} aria-label={words(question.label)} />;
  }
  if (unit === 'text') {
    const listed = options.map((option) => ({ value: option.id, label: words(option.label) }));
    return <Select {...given} options={listed} allowClear placeholder={t('choose')} style={{ width: '100%' }} />;
  }
  if (unit === 'date') return <CivilDateField {...given} />;
  if (unit === 'fen') return <MoneyField {...given} />;
  if (unit === 'basisPoints') return <PercentField {...given} />;
  return <NumberField {...given} />;
}
