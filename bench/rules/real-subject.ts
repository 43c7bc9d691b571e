import {
  AREAS,
  type Area,
  chainOf,
  checkRules,
  type ParameterValue,
  type PolicyRow,
  resolveParameter,
  rowFrom,
  ruleSetOf,
} from '@yimen/rules';
import { loadPolicySet } from '../../packages/server/src/policy/index.ts';
import { handWrittenPacks } from './hand-written-packs/hand-written-packs.ts';
import { seededHouseholds } from './seeded-households.ts';
import type { Subject } from './subject.ts';

const ON = '2026-03-01';
const PACK = 'anhui-luan-yuan';
const PLACES_PER_AREA = 9;

/** Every programme of the packs for one county, in places whose standards differ; null while the packs have no rules. */
export function realSubject(): Subject | null {
  const policies = loadPolicySet();
  const chain = chainOf(policies, PACK);
  const set = ruleSetOf(chain);
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  if (rules.determinations.length === 0) return null;
  const valuesOf = (area: Area) => {
    const known = (id: string): [string, ParameterValue][] => {
      const resolved = resolveParameter({ chain, on: ON, version: policies.version }, id, area);
      return resolved.known ? [[id, resolved.value]] : [];
    };
    return new Map([...rules.catalogue.scalars.keys(), ...rules.catalogue.tables.keys()].flatMap(known));
  };
  const rowOf = (parameters: ReadonlyMap<string, ParameterValue>): PolicyRow => {
    const row = rowFrom(rules, ON, parameters);
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    return row.row;
  };
  const places = AREAS.flatMap((area) =>
    Array.from({ length: PLACES_PER_AREA }, (_, place) => withStandards(valuesOf(area), 1 + place / 100)),
  );
  const rows = places.map(rowOf);
  const programmes = rules.determinations.map(({ programme }) => programme);
  return {
    name: 'real',
    title: `all programmes of the packs: ${programmes.length} programmes, ${rules.variables.length} formulas, ${places.length} places`,
    source: { set, on: ON },
    policy: { chain, on: ON, version: policies.version },
    rules,
    rows,
    parameters: places,
    raised: places.map((parameters) => rowOf(withStandards(parameters, 1.05))),
    classes: ['dibao', 'dibaoEdge', 'edge', 'rigidExpenditure'].filter((one) => programmes.includes(one)),
    households: (count) => seededHouseholds(rules, count, places.length),
    bar: 2_000_000,
    byHand: (columns, results) => handWrittenPacks({ rules, rows, columns, results }),
  };
}

/** The monthly standards of a place, higher by a factor. */
function withStandards(parameters: ReadonlyMap<string, ParameterValue>, factor: number): Map<string, ParameterValue> {
  return new Map(
    [...parameters].map(([id, value]) =>
      typeof value === 'number' && /standard$/i.test(id) ? [id, Math.round(value * factor)] : [id, value],
    ),
  );
}
