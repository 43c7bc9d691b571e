import { DatePicker } from 'antd';
import dayjs from 'dayjs';

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

export function CivilDateField({ value, onChange, min, max, ...rest }: CivilDateFieldProps) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date === null ? null : date.format('YYYY-MM-DD'))}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      style={{ width: '100%' }}
    />
  );
}
