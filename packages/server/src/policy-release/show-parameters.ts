import type { PolicyParameter, PolicyValue } from '@yimen/contracts';
import {
  AREAS,
  type Area,
  findDefinition,
  formatValue,
  type Labels,
  labelsOf,
  type ParameterDefinition,
  type ParameterValue,
  type PolicyOn,
  resolveParameter,
  ruleSetOf,
} from '@yimen/rules';
import { showClause } from './show-clause.ts';

/** Every figure of the place as it holds on the day, with where it comes from; not known where nobody says. */
export function showParameters(policy: PolicyOn): PolicyParameter[] {
  const { ofOption } = labelsOf(ruleSetOf(policy.chain));
  const ids = new Set(policy.chain.toReversed().flatMap((pack) => pack.parameters.map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const definition = findDefinition(policy.chain, id);
    return definition ? [showParameter(policy, id, definition, ofOption)] : [];
  });
}

type OfOption = Labels['ofOption'];

function showParameter(
  policy: PolicyOn,
  id: string,
  definition: ParameterDefinition,
  ofOption: OfOption,
): PolicyParameter {
  const { label, unit, per, byArea, options, columns, smallest, largest } = definition;
  const areas = byArea ? AREAS : [null];
  return {
    id,
    label,
    unit,
    per,
    byArea,
    options: options === null ? null : [...options],
    optionWords: optionWords(options, id, ofOption),
    columns: columns.map((column) => ({
      ...column,
      options: column.options === null ? null : [...column.options],
      optionWords: optionWords(column.options, `${id}.${column.id}`, ofOption),
    })),
    smallest,
    largest,
    inForce: areas.map((area) => showValue(policy, { id, area, ofOption, label })),
  };
}

function optionWords(options: readonly string[] | null, id: string, ofOption: OfOption) {
  return Object.fromEntries((options ?? []).map((option) => [option, ofOption(option, id)]));
}

interface Asked {
  readonly id: string;
  readonly area: Area | null;
  readonly ofOption: OfOption;
  readonly label: ParameterDefinition['label'];
}

function showValue(policy: PolicyOn, { id, area, ofOption, label }: Asked): PolicyParameter['inForce'][number] {
  const found = resolveParameter(policy, id, area);
  if (!found.known) return { ...NOT_KNOWN, area };
  const { value, unit, per, from, to, fromPack, clause, sourceClass, note } = found;
  const named = (code: string, language: 'zh' | 'en') => ofOption(code, id)[language];
  const say = (language: 'zh' | 'en') => {
    if (unit === 'text' && typeof value === 'string') return named(value, language);
    if (unit !== 'list' || !Array.isArray(value)) return formatValue({ value, unit, per, label }, language);
    const codes = value.filter((one) => typeof one === 'string');
    return formatValue({ value: codes.map((code) => named(code, language)), unit, per }, language);
  };
  return {
    area,
    value: asSent(value),
    words: { zh: say('zh'), en: say('en') },
    from,
    to,
    fromPack: { id: fromPack.id, name: fromPack.name },
    clause: showClause(clause),
    sourceClass,
    note,
  };
}

const NOT_KNOWN = {
  value: null,
  words: null,
  from: null,
  to: null,
  fromPack: null,
  clause: null,
  sourceClass: null,
  note: null,
};

/** The same value; the wire has it without `readonly`. */
function asSent(value: ParameterValue): PolicyValue {
  return structuredClone(value) as PolicyValue; // the two differ in `readonly` alone
}
