import { isPlainDate } from '@yimen/rules';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import './form.css';

export interface CivilDateFieldProps {
  /** Antd Form.Item passes these; the value is YYYY-MM-DD. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (date: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/**
 * Enter takes the day that was typed and sends no form. A day outside the range the picker offers stands as it was
 * typed, to be refused beside the field, and not the one before in its place.
 */
export function CivilDateField({ value, onChange, min, max, ...rest }: CivilDateFieldProps) {
  function take({ target }: { readonly target: EventTarget }): void {
    const typed = target instanceof HTMLInputElement ? target.value.trim() : '';
    if (isPlainDate(typed) && typed !== value) onChange?.(typed);
  }
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date === null ? null : date.format('YYYY-MM-DD'))}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take(event);
      }}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      style={{ width: '100%' }}
    />
  );
}
