import { assessCase, type CaseDetail, type KnownFactView, listPolicyQuestions, type NewFact } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Radio } from 'antd';
import { useCall } from '../platform/call/use-call.ts';
import { CommandDialog } from '../platform/form/CommandDialog.tsx';
import { FactItem } from './FactItem.tsx';
import { USUAL_PROVENANCE } from './new-facts.ts';
import { SourceField } from './SourceField.tsx';
import { text } from './text.ts';

export interface ChangeFactDialogProps {
  readonly file: CaseDetail;
  readonly fact: KnownFactView;
  readonly onClose: () => void;
}

/** Named as in the body, so that a refusal finds its field. */
type Values = { readonly facts: readonly [Change] };
type Change = Pick<NewFact, 'value'> & {
  readonly act: 'correction' | 'succession';
  readonly provenance?: NewFact['provenance'];
};

/** It was wrong, or it has changed: two different acts, and both keep what stood there. */
export function ChangeFactDialog({ file, fact, onClose }: ChangeFactDialogProps) {
  const t = useText(text);
  const words = useWords();
  const asked = useCall(listPolicyQuestions, { query: { region: file.placeRegionCode } });
  const question = asked.data?.items.find(({ id }) => id === fact.id);
  if (question === undefined) return null;
  const acts = (['correction', 'succession'] as const).map((value) => ({ value, label: t(`act_${value}`) }));
  return (
    <CommandDialog<typeof assessCase, Values>
      route={assessCase}
      title={t('changeFactTitle', { fact: words(fact.label) })}
      submitText={t('writeAndAssess')}
      doneText={t('assessed')}
      initialValues={{ facts: [{ value: fact.value, act: 'correction' }] }}
      toInput={({ facts: [change] }) => ({ params: { id: file.id }, body: { facts: [changeOf(fact, change)] } })}
      onClose={onClose}
    >
      <Form.Item name={['facts', 0, 'act']} label={t('whyChange')}>
        <Radio.Group options={acts} />
      </Form.Item>
      <FactItem
        name={['facts', 0, 'value']}
        label={words(fact.label)}
        extra={t('emptyIsUnknown')}
        question={question}
      />
      <SourceField name={['facts', 0, 'provenance']} label={t('sourceOf')} />
    </CommandDialog>
  );
}

function changeOf(
  { id, on, personId, factId }: KnownFactView,
  { value, provenance = USUAL_PROVENANCE, act }: Change,
): NewFact {
  return {
    question: id,
    on,
    personId,
    value: value ?? null,
    provenance,
    provenanceNote: null,
    act,
    supersedesId: factId,
  };
}
