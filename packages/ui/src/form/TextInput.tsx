import type { ComponentProps } from 'react';
import { joinClasses } from '../join-classes.ts';
import { useFieldWiring } from './field-wiring.ts';
import './form.css';

export interface TextInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextInput({ value, onChange, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      {...useFieldWiring()}
      {...rest}
      className={joinClasses('ym-input', className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
