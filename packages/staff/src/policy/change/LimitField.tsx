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
  const [chosen, setChosen] = useState<(typeof CLOCKS)[number]>('workingDays');
  const [typed = '', of] = value.split(' ');
  // A number that cannot stand is shown as well: the check beside the field says why.
  const amount = typed === '' ? null : Number(typed);
  const clock = CLOCKS.find((one) => one === of) ?? chosen;
  const say = (next: number | null, by: string) => onChange?.(next === null ? null : `${next} ${by}`);
  return (
    <div className="yp-limit">
      <NumberField
        {...(id === undefined ? {} : { id })}
        aria-label={t('amountOf')}
        value={amount}
        onChange={(next) => say(next, clock)}
      />
      <Select
        aria-label={t('clock')}
        value={clock}
        options={CLOCKS.map((one) => ({ value: one, label: clocks(one) }))}
        onChange={(one) => {
          setChosen(one);
          say(amount, one);
        }}
      />
    </div>
  );
}
