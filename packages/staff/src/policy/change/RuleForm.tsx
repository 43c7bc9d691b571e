import type { ChangeContent, PolicyRule, PolicyTable } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input, Radio } from 'antd';
import { text } from '../text.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { ChangeFrame } from './ChangeFrame.tsx';
import { CheckedItem } from './CheckedItem.tsx';
import type { ChangeFormProps, Typed } from './change-form.ts';
import { DecisionField } from './DecisionField.tsx';
import { RepealItem } from './RepealItem.tsx';
import { type LiveCheck, useLiveCheck } from './use-live-check.ts';
import { ValidityItems } from './ValidityItems.tsx';

export interface RuleFormProps extends ChangeFormProps {
  readonly rule: PolicyRule;
}

interface Values {
  readonly isRepealed?: boolean;
  readonly form?: 'text' | 'table';
  readonly table?: PolicyTable;
  readonly expression?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly clause?: string;
  readonly sentence?: string;
  readonly sentenceEn?: string;
}

/** A new version of a rule, as text or as a table. Names, units and types are checked as on the start of the platform. */
export function RuleForm({ rule, release, stored, clauses, onDone }: RuleFormProps) {
  const t = useText(text);
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) ?? {};
  const toContent = (typed: Values) => contentFrom(rule.id, typed);
  const check = useLiveCheck(release.id, stored?.id ?? null, toContent(values));
  return (
    <ChangeFrame<Values>
      {...{ form, release, stored, onDone, toContent, check }}
      initialValues={initialFrom(rule, release.effectiveOn, stored?.content ?? null)}
    >
      <RepealItem isOffered={rule.fromPack === release.packId} label={t('repealRule')} />
      {values.isRepealed ? null : <Version rule={rule} check={check} isTable={values.form === 'table'} />}
      <ValidityItems clauses={clauses} earliest={release.effectiveOn} check={check} />
    </ChangeFrame>
  );
}

interface VersionProps {
  readonly rule: PolicyRule;
  readonly check: LiveCheck;
  readonly isTable: boolean;
}

function Version({ rule, check, isTable }: VersionProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <>
      <Form.Item required name="form" label={t('writtenAs')}>
        <Radio.Group
          options={[
            { value: 'text', label: t('expression') },
            { value: 'table', label: t('decisionTable') },
          ]}
        />
      </Form.Item>
      {isTable ? (
        <CheckedItem
          required
          field="expression"
          check={check}
          name="table"
          label={t('decisionTable')}
          extra={t('decisionHint')}
        >
          <DecisionField />
        </CheckedItem>
      ) : (
        <CheckedItem
          field="expression"
          check={check}
          name="expression"
          label={t('expression')}
          extra={rule.words === null ? undefined : t('nowIs', { value: words(rule.words) })}
          rules={[{ required: true, whitespace: true, message: t('expressionNeeded') }]}
        >
          <Input.TextArea className="yp-feel" rows={3} maxLength={5000} spellCheck={false} />
        </CheckedItem>
      )}
      <BothLanguages name="sentence" hint={t('sentenceHint')} />
    </>
  );
}

/** One row that lets everything pass. */
const NEW_TABLE: PolicyTable = { hitPolicy: 'U', inputs: [{ expression: '' }], rules: [{ when: ['-'], result: '' }] };

function initialFrom(rule: PolicyRule, from: string, stored: ChangeContent | null): Partial<Values> {
  const kept = stored?.kind === 'ruleVersion' ? stored.version : undefined;
  const table = kept ? kept.table : (rule.table ?? undefined);
  const sentence = kept ? kept.sentence : rule.sentence;
  return {
    isRepealed: kept?.expression === null,
    form: table === undefined ? 'text' : 'table',
    table: table ?? rule.table ?? NEW_TABLE,
    expression: kept?.expression ?? rule.expression ?? '',
    from: kept?.from ?? from,
    ...(sentence && { sentence: sentence.zh, sentenceEn: sentence.en }),
    ...(kept && { to: kept.to, clause: kept.clause }),
  };
}

function contentFrom(target: string, values: Values): Typed {
  const { isRepealed, form, expression = '', table, from, to, clause, sentence: zh, sentenceEn: en } = values;
  if (!from || !clause) return undefined;
  const valid = { from, to: to ?? null, clause, sentence: zh && en ? { zh, en } : null };
  const change = { kind: 'ruleVersion', target } as const;
  if (isRepealed) return { ...change, version: { ...valid, expression: null, sentence: null } };
  if (form === 'table') return table && { ...change, version: { ...valid, expression: '', table } };
  return expression.trim() === '' ? undefined : { ...change, version: { ...valid, expression } };
}
