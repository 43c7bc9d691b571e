import type { PolicyRule, PolicyTable } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { text } from '../text.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { CheckedItem } from './CheckedItem.tsx';
import type { ChangeFormProps, Typed } from './change-form.ts';
import { DecisionField } from './DecisionField.tsx';
import { useLiveCheck } from './use-live-check.ts';
import { ValidityItems } from './ValidityItems.tsx';

export interface RuleFormProps extends ChangeFormProps {
  readonly rule: PolicyRule;
}

interface Values {
  readonly table?: PolicyTable | undefined;
  readonly expression?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly clause?: string;
}

/** A new version of a rule. Names, units and types are checked as on the start of the platform. */
export function RuleForm({ rule, release, stored, clauses, onDone }: RuleFormProps) {
  const t = useText(text);
  const words = useWords();
  const [form] = Form.useForm<Values>();
  const toContent = (values: Values) => contentFrom(rule, values);
  const check = useLiveCheck(release.id, stored?.id ?? null, toContent(Form.useWatch([], form) ?? {}));
  const kept = stored?.content?.kind === 'ruleVersion' ? stored.content.version : undefined;
  return (
    <ChangeFrame<Values>
      {...{ form, release, stored, onDone, toContent, check }}
      initialValues={
        kept
          ? { ...kept, expression: kept.expression ?? '' }
          : {
              expression: rule.expression ?? '',
              from: release.effectiveOn,
              ...(rule.table ? { table: rule.table } : {}),
            }
      }
    >
      {rule.table === null ? (
        <CheckedItem
          field="expression"
          check={check}
          name="expression"
          label={t('expression')}
          extra={rule.words === null ? undefined : t('nowIs', { value: words(rule.words) })}
          rules={[{ required: true, whitespace: true, message: t('expressionNeeded') }]}
        >
          <Input.TextArea
            className="yp-feel"
            autoSize={{ minRows: 3, maxRows: 20 }}
            maxLength={5000}
            spellCheck={false}
          />
        </CheckedItem>
      ) : (
        <CheckedItem field="expression" check={check} name="table" label={t('decisionTable')} extra={t('decisionHint')}>
          <DecisionField />
        </CheckedItem>
      )}
      <ValidityItems clauses={clauses} earliest={release.effectiveOn} check={check} />
    </ChangeFrame>
  );
}

function contentFrom(rule: PolicyRule, { expression = '', table, from, to, clause }: Values): Typed {
  const isWritten = rule.table === null ? expression.trim() !== '' : table !== undefined;
  if (!isWritten || !from || !clause) return undefined;
  const said = rule.table === null || table === undefined ? { expression } : { expression: '', table };
  return { kind: 'ruleVersion', target: rule.id, version: { ...said, from, to: to ?? null, clause, sentence: null } };
}
