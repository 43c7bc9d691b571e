import { InputNumber } from 'antd';
import { formatHundredths, fromHundredths, toHundredths } from './hundredths.ts';

export interface PercentFieldProps {
  /** Antd Form.Item passes these; the value is basis points. */
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (basisPoints: number | null) => void;
}

/** Typed in percent, kept in basis points; limits and rounds nothing. */
export function PercentField({ value, onChange, ...rest }: PercentFieldProps) {
  return (
    <InputNumber<number>
      {...rest}
      value={fromHundredths(value)}
      onChange={(percent) => onChange?.(toHundredths(percent))}
      formatter={formatHundredths}
      controls={false}
      suffix="%"
      style={{ width: '100%' }}
    />
  );
}
