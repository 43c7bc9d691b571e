import { KindItem } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { NumberField } from '../../platform/form/NumberField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { text } from '../text.ts';

const { quantity, valueFen } = KindItem.shape;

/** Goods with their value; the value counts against the caps like money. */
export function GoodsFields() {
  const t = useText(text);
  const within = useRange();
  return (
    <fieldset className="yr-list">
      <legend>{t('goods')}</legend>
      <Form.List name="items" initialValue={[{ quantity: 1 }]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="yr-list-row">
                <Form.Item
                  name={[name, 'name']}
                  label={t('goodsName')}
                  rules={[{ required: true, message: t('goodsNameNeeded') }]}
                >
                  <Input maxLength={60} />
                </Form.Item>
                <Form.Item
                  name={[name, 'quantity']}
                  label={t('quantity')}
                  rules={[{ required: true, message: t('quantityNeeded') }, within('count', quantity)]}
                >
                  <NumberField />
                </Form.Item>
                <Form.Item
                  name={[name, 'unit']}
                  label={t('unit')}
                  rules={[{ required: true, message: t('unitNeeded') }]}
                >
                  <Input maxLength={10} />
                </Form.Item>
                <Form.Item
                  name={[name, 'valueFen']}
                  label={t('value')}
                  rules={[{ required: true, message: t('amountNeeded') }, within('fen', valueFen)]}
                >
                  <MoneyField />
                </Form.Item>
                <Button type="link" danger disabled={fields.length === 1} onClick={() => remove(name)}>
                  {t('remove')}
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({ quantity: 1 })}>
              {t('addGoods')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
