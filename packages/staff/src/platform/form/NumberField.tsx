import { InputNumber } from 'antd';

export interface NumberFieldProps {
  /** Antd Form.Item passes these. */
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
  readonly 'aria-label'?: string;
}

/**
 * A number, typed. Without steppers: they are useless here and named in English only. It takes no limits and rounds
 * nothing, or it would put another number in place of the one that was typed: `useRange` refuses what cannot stand.
 */
export function NumberField(props: NumberFieldProps) {
  return <InputNumber<number> {...props} controls={false} style={{ width: '100%' }} />;
}
