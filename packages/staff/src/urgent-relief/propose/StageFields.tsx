import { PositiveFen } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Form } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { text } from '../text.ts';

/** One approval, paid in stages. Without a stage everything is paid at once. */
export function StageFields() {
  const t = useText(text);
  const within = useRange();
  return (
    <fieldset className="yr-list">
      <legend>{t('stages')}</legend>
      <p className="yc-faint">{t('stagesHelp')}</p>
      <Form.List name="stages">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <div key={key} className="yr-list-row">
                <Form.Item
                  name={[name, 'plannedOn']}
                  label={t('stageDate', { number: index + 1 })}
                  rules={[{ required: true, message: t('dateNeeded') }]}
                >
                  <CivilDateField min={todayInShanghai()} />
                </Form.Item>
                <Form.Item
                  name={[name, 'amountFen']}
                  label={t('stageAmount', { number: index + 1 })}
                  rules={[{ required: true, message: t('amountNeeded') }, within('fen', PositiveFen)]}
                >
                  <MoneyField />
                </Form.Item>
                <Button type="link" danger onClick={() => remove(name)}>
                  {t('remove')}
                </Button>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button type="dashed" disabled={fields.length >= 12} onClick={() => add({})}>
              {t('addStage')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
