import { PositiveFen } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { Form } from 'antd';
import { MoneyField } from '../platform/form/MoneyField.tsx';
import { useRange } from '../platform/form/use-range.ts';
import { text } from './text.ts';

export interface AmountItemProps {
  readonly label: string;
  /** More than this is refused beside the field; the server refuses it too. */
  readonly mostFen?: number;
}

/** `amountFen` of a dialog: above zero, at most what the box may still hold. */
export function AmountItem({ label, mostFen }: AmountItemProps) {
  const t = useText(text);
  const within = useRange();
  return (
    <Form.Item
      name="amountFen"
      label={label}
      rules={[
        { required: true, message: t('amountNeeded') },
        within('fen', PositiveFen),
        ...(mostFen === undefined
          ? []
          : [{ type: 'number' as const, max: mostFen, message: t('tooMuch', { room: formatFen(mostFen) }) }]),
      ]}
    >
      <MoneyField />
    </Form.Item>
  );
}
