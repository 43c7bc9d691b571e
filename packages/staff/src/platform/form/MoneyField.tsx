import { useText } from '@yimen/ui';
import { InputNumber } from 'antd';
import { text } from '../text.ts';

export interface MoneyFieldProps {
  /** Antd Form.Item passes these; the value is whole fen. */
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (fen: number | null) => void;
  /** Keeps what was typed, below nought too, for a rule of the form to refuse: without it the field goes to the nearest it takes. */
  readonly anyAmount?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly 'aria-label'?: string;
}

/** Typed in yuan, kept in whole fen. */
export function MoneyField({ value, onChange, anyAmount = false, ...rest }: MoneyFieldProps) {
  const t = useText(text);
  return (
    <InputNumber<number>
      {...rest}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      {...(anyAmount ? {} : { min: 0 })}
      precision={2}
      controls={false}
      prefix="¥"
      suffix={t('yuan')}
      style={{ width: '100%' }}
    />
  );
}
