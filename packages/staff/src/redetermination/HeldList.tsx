import {
  CHANGE_KINDS,
  type Decided,
  type getRedetermination,
  HELD_REASONS,
  HELD_STATES,
  listHeldItems,
  type ResponseOf,
} from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { Section } from '../platform/layout/Section.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { useFilters } from '../platform/use-page.ts';
import { DecisionNotice } from './DecisionNotice.tsx';
import { ConfirmDialog, DismissDialog } from './dialogs/DecideDialog.tsx';
import { HeldTable } from './HeldTable.tsx';
import { isOpen } from './is-open.ts';
import { changeKindText, heldReasonText, heldStateText } from './labels.ts';
import { text } from './text.ts';

export interface HeldListProps {
  readonly run: ResponseOf<typeof getRedetermination>;
}

const MOST_AT_ONCE = 100;

/** Who is held; a person confirms or dismisses them, several at a time. */
export function HeldList({ run }: HeldListProps) {
  const t = useText(text);
  const mayDecide = useMe().permissions.includes('redetermination.decide') && run.state !== 'finished';
  const [filters, change] = useFilters();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deciding, setDeciding] = useState<'confirm' | 'dismiss' | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const query = {
    limit: MOST_AT_ONCE,
    state: HELD_STATES.find((one) => one === filters['state']) ?? 'open',
    kind: CHANGE_KINDS.find((one) => one === filters['kind']),
    reason: HELD_REASONS.find((one) => one === filters['reason']),
    programme: filters['programme'],
    region: filters['township'],
  };
  const list = usePagesOf(listHeldItems, { params: { id: run.id }, query });
  const picked = list.items.filter((item) => isOpen(item) && chosen.includes(item.householdId)).slice(0, MOST_AT_ONCE);
  const dialog = {
    runId: run.id,
    items: picked,
    onDecided: (answer: Decided) => {
      setDecided(answer);
      setChosen([]);
    },
    onClose: () => setDeciding(null),
  };
  return (
    <Section id="held" title={t('held')}>
      <p className="yc-faint yr-intro">{t('heldIntro')}</p>
      {decided === null ? null : <DecisionNotice decided={decided} />}
      <Filters run={run} filters={{ ...filters, state: query.state }} onChange={change} />
      <HeldTable runId={run.id} list={list} chosen={mayDecide ? chosen : null} onChoose={setChosen} />
      {mayDecide && query.state === 'open' ? (
        <div className="yr-choice">
          <span role="status">{t('chosen', { count: picked.length })}</span>
          <Button type="primary" disabled={picked.length === 0} onClick={() => setDeciding('confirm')}>
            {t('confirm')}
          </Button>
          <Button disabled={picked.length === 0} onClick={() => setDeciding('dismiss')}>
            {t('dismiss')}
          </Button>
        </div>
      ) : null}
      {deciding === 'confirm' ? <ConfirmDialog {...dialog} /> : null}
      {deciding === 'dismiss' ? <DismissDialog {...dialog} /> : null}
    </Section>
  );
}

interface FiltersProps extends HeldListProps {
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

function Filters({ run, filters, onChange }: FiltersProps) {
  const t = useText(text);
  const words = useWords();
  const states = useText(heldStateText);
  const kinds = useText(changeKindText);
  const reasons = useText(heldReasonText);
  const clearable = useClearable();
  const townships = run.townships.map(({ regionCode, regionName }) => ({ value: regionCode, label: regionName }));
  const programmes = [...new Map(run.changes.map((one) => [one.programme, one.programmeName]))];
  const choices = [
    {
      name: 'programme',
      any: t('anyProgramme'),
      label: t('programme'),
      options: programmes.map(([value, name]) => ({ value, label: words(name) })),
    },
    { name: 'kind', any: t('anyKind'), label: t('kind'), options: CHANGE_KINDS.map(optionOf(kinds)) },
    { name: 'township', any: t('anyTownship'), label: t('township'), options: townships },
    { name: 'reason', any: t('anyReason'), label: t('why'), options: HELD_REASONS.map(optionOf(reasons)) },
  ];
  return (
    <div className="yc-toolbar">
      <Select
        className="yr-filter"
        aria-label={t('state')}
        value={filters['state'] ?? 'open'}
        options={HELD_STATES.map(optionOf(states))}
        onChange={(state) => onChange({ state })}
      />
      {choices.map(({ name, any, label, options }) => (
        <Select
          key={name}
          className="yr-filter"
          aria-label={label}
          placeholder={any}
          allowClear={clearable}
          value={filters[name] ?? null}
          options={options}
          onChange={(value) => onChange({ [name]: value ?? undefined })}
        />
      ))}
    </div>
  );
}

function optionOf<Key extends string>(words: (key: Key) => string) {
  return (value: Key) => ({ value, label: words(value) });
}
