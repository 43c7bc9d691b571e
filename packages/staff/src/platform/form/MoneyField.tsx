import { useText } from '@yimen/ui';
import { InputNumber } from 'antd';
import { text } from '../text.ts';
import { formatHundredths, fromHundredths, toHundredths } from './hundredths.ts';

export interface MoneyFieldProps {
  /** Antd Form.Item passes these; the value is fen. */
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  readonly disabled?: boolean;
  readonly status?: 'error';
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

/** Typed in yuan, kept in fen. As `NumberField` it limits and rounds nothing: `useRange` refuses what cannot stand. */
export function MoneyField({ value, onChange, ...rest }: MoneyFieldProps) {
  const t = useText(text);
  return (
    <InputNumber<number>
      {...rest}
      value={fromHundredths(value)}
      onChange={(yuan) => onChange?.(toHundredths(yuan))}
      formatter={formatHundredths}
      controls={false}
      suffix={t('yuan')}
      style={{ width: '100%' }}
    />
  );
}
