import { InputNumber } from 'antd';

export interface PercentFieldProps {
  /** Antd Form.Item passes these; the value is whole basis points. */
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (basisPoints: number | null) => void;
}

/** Typed in percent, kept in whole basis points. */
export function PercentField({ value, onChange, ...rest }: PercentFieldProps) {
  return (
    <InputNumber<number>
      {...rest}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(percent * 100))}
      precision={2}
      controls={false}
      suffix="%"
      style={{ width: '100%' }}
    />
  );
}
