import { PositiveFen, type UrgentReliefPanel } from '@yimen/contracts';
import { formatFen, useText, useWords } from '@yimen/ui';
import { Button, Form, Select } from 'antd';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { text } from '../text.ts';
import type { GrantValues } from './grant-input.ts';
import { worthOf } from './grant-input.ts';

export function ThreeFields({ panel }: { readonly panel: UrgentReliefPanel }) {
  const t = useText(text);
  const within = useRange();
  const words = useWords();
  const form = Form.useFormInstance<GrantValues>();
  const level = Form.useWatch('level', form);
  const isKind = Form.useWatch('method', { form, preserve: true }) === 'kind';
  const items = Form.useWatch('items', { form, preserve: true }) ?? [];
  const room = panel.ladder.steps.find((step) => step.level === level)?.roomFen ?? null;
  return (
    <div className="yr-three">
      <Form.Item name="level" label={t('level')} rules={[{ required: true, message: t('levelNeeded') }]}>
        <Select
          options={panel.ladder.steps.map((step) => ({
            value: step.level,
            disabled: step.roomFen === 0,
            label: step.open ? words(step.label) : t('lockedLevel', { level: words(step.label), why: words(step.why) }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="amountFen"
        label={isKind ? t('amountOfGoods') : t('amount')}
        required
        rules={isKind ? [] : [{ required: true, message: t('amountNeeded') }, within('fen', PositiveFen)]}
        extra={
          room === null || isKind ? undefined : (
            <Button type="link" size="small" className="yr-room" onClick={() => form.setFieldValue('amountFen', room)}>
              {t('useRoom', { amount: formatFen(room) })}
            </Button>
          )
        }
        {...(isKind ? { getValueProps: () => ({ value: worthOf(items) }) } : {})}
      >
        <MoneyField disabled={isKind} />
      </Form.Item>
      <Form.Item name="payeePersonId" label={t('payee')} rules={[{ required: true, message: t('payeeNeeded') }]}>
        <Select
          options={panel.payees.map((payee) => ({
            value: payee.personId,
            label: payee.accountMasked === null ? payee.name : `${payee.name} · ${payee.accountMasked}`,
          }))}
        />
      </Form.Item>
    </div>
  );
}
