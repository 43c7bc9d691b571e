import type { ComponentProps } from 'react';
import { joinClasses } from '../join-classes.ts';
import { useFieldWiring } from './field-wiring.ts';
import './form.css';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextArea({ value, onChange, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={4}
      {...useFieldWiring()}
      {...rest}
      className={joinClasses('ym-input ym-textarea', className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
