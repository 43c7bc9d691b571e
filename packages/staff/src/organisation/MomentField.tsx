import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import '../platform/form/form.css';
import { instantOf, wallTimeOf } from './wall-time.ts';

export interface MomentFieldProps {
  /** Antd Form.Item passes these; the value is an instant, typed and shown as Shanghai time. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (instant: string | null) => void;
}

export function MomentField({ id, value, onChange }: MomentFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value ? dayjs(wallTimeOf(value)) : null}
      onChange={(moment) => onChange?.(moment === null ? null : instantOf(moment.format('YYYY-MM-DDTHH:mm')))}
      showTime={{ format: 'HH:mm', minuteStep: 30 }}
      format="YYYY-MM-DD HH:mm"
      needConfirm={false}
      style={{ width: '100%' }}
    />
  );
}
