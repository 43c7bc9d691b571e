import type { PolicyParameter, PolicyValue } from '@yimen/contracts';
import { INTEGER_UNITS } from '@yimen/rules';
import { useText, useWords } from '@yimen/ui';
import { Input, Select } from 'antd';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { NumberField } from '../../platform/form/NumberField.tsx';
import { PercentField } from '../../platform/form/PercentField.tsx';
import { text } from '../text.ts';
import { LimitField } from './LimitField.tsx';
import { TableGrid } from './TableGrid.tsx';

export interface ValueFieldProps {
  readonly parameter: PolicyParameter;
  /** Antd Form.Item passes these. */
  readonly id?: string;
  readonly value?: PolicyValue | null;
  readonly onChange?: (value: PolicyValue | null) => void;
}

/** A value in the unit people use: yuan for fen, percent for basis points, a number with its clock. */
export function ValueField({ parameter, id, value = null, onChange }: ValueFieldProps) {
  const named = id === undefined ? {} : { id };
  const given = { ...named, ...(onChange === undefined ? {} : { onChange }) };
  const words = useWords();
  const { unit, options, optionWords = {} } = parameter;
  const choiceOf = (one: string) => ({ value: one, label: optionWords[one] ? words(optionWords[one]) : one });
  const number = typeof value === 'number' ? value : null;
  const typed = typeof value === 'string' ? value : '';
  if (unit === 'fen') return <MoneyField {...given} value={number} />;
  if (unit === 'basisPoints') return <PercentField {...given} value={number} />;
  if (INTEGER_UNITS.includes(unit)) return <NumberField {...given} value={number} />;
  if (unit === 'table') {
    return <TableGrid columns={parameter.columns} value={Array.isArray(value) ? value : []} onChange={onChange} />;
  }
  if (unit === 'limit') return <LimitField {...given} value={typed} />;
  if (unit === 'date') return <CivilDateField {...given} value={typed} />;
  if (unit === 'flag') return <FlagField {...given} value={typeof value === 'boolean' ? value : null} />;
  if (unit === 'list') {
    const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    const choice = options?.map(choiceOf);
    return (
      <Select {...given} mode={choice ? 'multiple' : 'tags'} value={list} {...(choice ? { options: choice } : {})} />
    );
  }
  if (options !== null) {
    return <Select {...given} value={typed === '' ? null : typed} options={options.map(choiceOf)} />;
  }
  return <Input {...named} value={typed} maxLength={500} onChange={(event) => onChange?.(event.target.value)} />;
}

interface FlagFieldProps {
  readonly id?: string;
  readonly value: boolean | null;
  readonly onChange?: (value: boolean) => void;
}

function FlagField({ value, onChange, ...rest }: FlagFieldProps) {
  const t = useText(text);
  return (
    <Select
      {...rest}
      value={value === null ? null : String(value)}
      options={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
      onChange={(chosen) => onChange?.(chosen === 'true')}
    />
  );
}
