import { parseLimit } from '@yimen/rules';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { NumberField } from '../../platform/form/NumberField.tsx';
import { clockText } from '../labels.ts';
import { text } from '../text.ts';

const CLOCKS = ['hours', 'workingDays', 'calendarDays', 'months', 'years'] as const;

export interface LimitFieldProps {
  readonly id?: string;
  /** `10 workingDays`, or nothing yet. */
  readonly value: string;
  readonly onChange?: (value: string | null) => void;
}

/** A length with the clock that counts it: places differ in both. */
export function LimitField({ id, value, onChange }: LimitFieldProps) {
  const t = useText(text);
  const clocks = useText(clockText);
  const given = parseLimit(value);
  const [chosen, setChosen] = useState<(typeof CLOCKS)[number]>('workingDays');
  const clock = given?.clock ?? chosen;
  const say = (amount: number | null, of: string) => onChange?.(amount === null ? null : `${amount} ${of}`);
  return (
    <div className="yp-limit">
      <NumberField
        {...(id === undefined ? {} : { id })}
        aria-label={t('amountOf')}
        min={0}
        value={given?.amount ?? null}
        onChange={(amount) => say(amount, clock)}
      />
      <Select
        aria-label={t('clock')}
        value={clock}
        options={CLOCKS.map((one) => ({ value: one, label: clocks(one) }))}
        onChange={(one) => {
          setChosen(one);
          say(given?.amount ?? null, one);
        }}
      />
    </div>
  );
}
