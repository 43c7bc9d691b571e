import { TextInput, type TextInputProps } from './TextInput.tsx';

export interface DateInputProps extends Omit<TextInputProps, 'type' | 'min' | 'max'> {
  /** Dates are YYYY-MM-DD. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

export function DateInput(props: DateInputProps) {
  return <TextInput {...props} type="date" />;
}
