import { DeleteOutlined } from '@ant-design/icons';
import { useText } from '@yimen/ui';
import { Button, Form, Input } from 'antd';
import { text } from './text.ts';

const FEWEST = 2;
const MOST = 30;

/** Who sat: an office and the post that spoke for it in each row, at least two. */
export function SeatFields() {
  const t = useText(text);
  return (
    <fieldset className="yr-list">
      <legend>{t('seatsLabel')}</legend>
      <p className="yc-faint">{t('seatsHelp')}</p>
      <Form.List name="participants" initialValue={Array.from({ length: FEWEST }, () => ({}))}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <div key={key} className="yr-seat">
                <Form.Item
                  name={[name, 'office']}
                  label={t('office')}
                  rules={[{ required: true, min: 2, whitespace: true, message: t('officeNeeded') }]}
                >
                  <Input maxLength={60} placeholder={t('officeExample')} />
                </Form.Item>
                <Form.Item
                  name={[name, 'post']}
                  label={t('post')}
                  rules={[{ required: true, min: 2, whitespace: true, message: t('postNeeded') }]}
                >
                  <Input maxLength={60} placeholder={t('postExample')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('remove', { number: index + 1 })}
                  disabled={fields.length <= FEWEST}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" disabled={fields.length >= MOST} onClick={() => add({})}>
              {t('addSeat')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
