import {
  type BodyOf,
  CIRCUMSTANCE_KINDS,
  type CircumstanceView,
  Fen,
  type HouseholdView,
  PROVENANCES,
  recordCircumstance,
} from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input, Select } from 'antd';
import { todayInShanghai } from '../../casework/today.ts';
import { CivilDateField } from '../../platform/form/CivilDateField.tsx';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { MoneyField } from '../../platform/form/MoneyField.tsx';
import { useClearable } from '../../platform/form/use-clearable.tsx';
import { useRange } from '../../platform/form/use-range.ts';
import { circumstanceKindText, provenanceText } from '../labels.ts';
import { text } from '../text.ts';

type Body = BodyOf<typeof recordCircumstance>;
type Values = Pick<Body, 'kind' | 'text' | 'provenance'> & Partial<Body>;

export interface CircumstanceDialogProps {
  readonly household: HouseholdView;
  readonly act: Body['act'];
  readonly replaces?: CircumstanceView;
  readonly onClose: () => void;
}

const TITLES = { initial: 'addCircumstance', correction: 'correctTitle', succession: 'changedTitle' } as const;
const INTROS = { initial: 'circumstanceIntro', correction: 'correctIntro', succession: 'changedIntro' } as const;

/** Correction (it was wrong) and succession (it changed) are different acts; neither erases what stood before. */
export function CircumstanceDialog({ household, act, replaces, onClose }: CircumstanceDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof recordCircumstance, Values>
      route={recordCircumstance}
      title={t(TITLES[act])}
      submitText={t('saveChange')}
      doneText={t('circumstanceSaved')}
      initialValues={initialOf(replaces, act)}
      toInput={(values) => ({
        params: { id: household.id },
        body: {
          kind: values.kind,
          text: values.text,
          provenance: values.provenance,
          personId: values.personId ?? null,
          amountFen: values.amountFen ?? null,
          occurredOn: values.occurredOn ?? null,
          provenanceNote: values.provenanceNote?.trim() ? values.provenanceNote : null,
          act,
          supersedesId: replaces?.id ?? null,
        },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t(INTROS[act])}</p>
      <CircumstanceFields household={household} keepsKind={replaces !== undefined} />
    </CommandDialog>
  );
}

function CircumstanceFields({
  household,
  keepsKind,
}: {
  readonly household: HouseholdView;
  readonly keepsKind: boolean;
}) {
  const t = useText(text);
  const clearable = useClearable();
  const within = useRange();
  const kind = useText(circumstanceKindText);
  const provenance = useText(provenanceText);
  return (
    <>
      <div className="yh-fields">
        <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('kindNeeded') }]}>
          <Select disabled={keepsKind} options={CIRCUMSTANCE_KINDS.map((value) => ({ value, label: kind(value) }))} />
        </Form.Item>
        <Form.Item name="personId" label={t('ofWhom')}>
          <Select
            allowClear={clearable}
            placeholder={t('wholeHousehold')}
            options={household.members.map((member) => ({ value: member.id, label: member.name }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="text" label={t('whatIs')} rules={[{ required: true, min: 2, message: t('whatIsNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div className="yh-fields">
        <Form.Item name="amountFen" label={t('amount')} rules={[within('fen', Fen)]}>
          <MoneyField />
        </Form.Item>
        <Form.Item name="occurredOn" label={t('since')}>
          <CivilDateField max={todayInShanghai()} />
        </Form.Item>
        <Form.Item
          name="provenance"
          label={t('provenance')}
          rules={[{ required: true, message: t('provenanceNeeded') }]}
        >
          <Select options={PROVENANCES.map((value) => ({ value, label: provenance(value) }))} />
        </Form.Item>
        <Form.Item name="provenanceNote" label={t('provenanceNote')}>
          <Input maxLength={300} />
        </Form.Item>
      </div>
    </>
  );
}

/** A correction starts from what stands; a succession keeps whose it is and starts anew. */
function initialOf(replaces: CircumstanceView | undefined, act: Body['act']): Partial<Values> {
  if (replaces === undefined) return { provenance: 'declared' };
  const { kind, personId } = replaces;
  if (act === 'succession') return { kind, personId, occurredOn: todayInShanghai() };
  return {
    kind,
    personId,
    text: replaces.text,
    amountFen: replaces.amountFen,
    occurredOn: replaces.occurredOn,
    provenance: replaces.provenance,
  };
}
