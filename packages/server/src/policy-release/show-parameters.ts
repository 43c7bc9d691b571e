import type { PolicyParameter, PolicyValue } from '@yimen/contracts';
import {
  AREAS,
  type Area,
  figureInWords,
  findDefinition,
  type ParameterDefinition,
  type ParameterValue,
  type PolicyOn,
  resolveParameter,
} from '@yimen/rules';
import { showClause } from './show-clause.ts';

/** Every figure of the place as it holds on the day, with where it comes from; not known where nobody says. */
export function showParameters(policy: PolicyOn): PolicyParameter[] {
  const ids = new Set(policy.chain.toReversed().flatMap((pack) => pack.parameters.map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const definition = findDefinition(policy.chain, id);
    return definition ? [showParameter(policy, id, definition)] : [];
  });
}

function showParameter(policy: PolicyOn, id: string, definition: ParameterDefinition): PolicyParameter {
  const { label, unit, per, byArea, options, columns, smallest, largest } = definition;
  const areas = byArea ? AREAS : [null];
  return {
    id,
    label,
    unit,
    per,
    byArea,
    options: options === null ? null : [...options],
    columns: columns.map((column) => ({ ...column, options: column.options === null ? null : [...column.options] })),
    smallest,
    largest,
    inForce: areas.map((area) => showValue(policy, id, area)),
  };
}

function showValue(policy: PolicyOn, id: string, area: Area | null): PolicyParameter['inForce'][number] {
  const found = resolveParameter(policy, id, area);
  if (!found.known) return { ...NOT_KNOWN, area };
  const { value, from, to, fromPack, clause, sourceClass, note } = found;
  return {
    area,
    value: asSent(value),
    words: figureInWords(found),
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
