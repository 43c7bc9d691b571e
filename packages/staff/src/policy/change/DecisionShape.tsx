import { CloseOutlined } from '@ant-design/icons';
import type { PolicyTable } from '@yimen/contracts';
import { HIT_POLICIES, TABLE_LIMITS } from '@yimen/rules';
import { useText } from '@yimen/ui';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useId } from 'react';
import { withInput, withoutInput } from '../decision-rows.ts';
import { hitPolicyText } from '../labels.ts';
import { text } from '../text.ts';

type TableInput = PolicyTable['inputs'][number];

export interface DecisionShapeProps {
  readonly table: PolicyTable;
  readonly hasNotes: boolean;
  readonly onChange: (table: PolicyTable) => void;
  /** The grid below gets other columns. */
  readonly onReshape: (table: PolicyTable, hasNotes?: boolean) => void;
}

/** How the rows of a decision table are taken, and what it asks. */
export function DecisionShape({ table, hasNotes, onChange, onReshape }: DecisionShapeProps) {
  const t = useText(text);
  const hitPolicy = useText(hitPolicyText);
  const id = useId();
  return (
    <>
      <div className="yp-two">
        <Form.Item required label={t('hitPolicy')} htmlFor={`${id}-hit`}>
          <Select
            id={`${id}-hit`}
            value={table.hitPolicy}
            options={HIT_POLICIES.map((value) => ({ value, label: hitPolicy(value) }))}
            onChange={(chosen) => onChange({ ...table, hitPolicy: chosen })}
          />
        </Form.Item>
        <Form.Item label={t('otherwise')} htmlFor={`${id}-otherwise`}>
          <Input
            id={`${id}-otherwise`}
            className="yp-feel"
            value={table.default ?? ''}
            maxLength={1000}
            placeholder={t('otherwiseNone')}
            onChange={({ target }) => onChange(withDefault(table, target.value))}
          />
        </Form.Item>
      </div>
      <Inputs table={table} onChange={onChange} onReshape={onReshape} />
      <div className="yp-choices">
        <Checkbox
          checked={table.complete ?? false}
          onChange={({ target }) => onChange(withComplete(table, target.checked))}
        >
          {t('complete')}
        </Checkbox>
        <Checkbox checked={hasNotes} onChange={({ target }) => onReshape(table, target.checked)}>
          {t('rowNotes')}
        </Checkbox>
      </div>
    </>
  );
}

function Inputs({ table, onChange, onReshape }: Omit<DecisionShapeProps, 'hasNotes'>) {
  const t = useText(text);
  const put = (at: number, changed: TableInput) =>
    onChange({ ...table, inputs: table.inputs.map((input, index) => (index === at ? changed : input)) });
  return (
    // A field of its own: what is wrong is said once, below the table.
    <Form.Item required label={t('inputs')}>
      <div className="yp-inputs">
        {table.inputs.map((input, index) => (
          <div key={index} className="yp-input">
            <Input
              className="yp-feel"
              aria-label={t('inputExpression', { number: index + 1 })}
              placeholder={t('inputPlaceholder')}
              value={input.expression}
              maxLength={1000}
              spellCheck={false}
              onChange={({ target }) => put(index, { ...input, expression: target.value })}
            />
            {(['zh', 'en'] as const).map((language) => (
              <Input
                key={language}
                aria-label={t(`inputLabel:${language}`, { number: index + 1 })}
                placeholder={t(`inputLabelShort:${language}`)}
                value={input.label?.[language] ?? ''}
                maxLength={500}
                onChange={({ target }) => put(index, withLabel(input, language, target.value))}
              />
            ))}
            <Button
              type="text"
              disabled={table.inputs.length === 1}
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('removeInput', { number: index + 1 })}
              onClick={() => onReshape(withoutInput(table, index))}
            />
          </div>
        ))}
        {table.inputs.length < TABLE_LIMITS.inputs ? (
          <Button onClick={() => onReshape(withInput(table))}>{t('addInput')}</Button>
        ) : null}
      </div>
    </Form.Item>
  );
}

/** Without a label the expression heads its column. */
function withLabel({ expression, label }: TableInput, language: 'zh' | 'en', typed: string): TableInput {
  const words = { zh: '', en: '', ...label, [language]: typed };
  return words.zh === '' && words.en === '' ? { expression } : { expression, label: words };
}

function withDefault({ default: _, ...table }: PolicyTable, typed: string): PolicyTable {
  return typed === '' ? table : { ...table, default: typed };
}

function withComplete({ complete: _, ...table }: PolicyTable, isComplete: boolean): PolicyTable {
  return isComplete ? { ...table, complete: true } : table;
}
