import { describe, expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { referenceHouseholds, withGaps } from '../../../testing/reference-households.ts';
import { REFERENCE_RULES, referenceParameters } from '../../../testing/reference-rules.ts';
import { columnsFrom, type HouseholdColumns, valuesAt } from '../batch/columns.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readValue } from '../facts/values.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { programmeOutcomes } from '../outcome/programme-outcomes.ts';
import { closuresFor } from '../run/closures.ts';
import { type PolicyRow, rowFrom } from '../run/policy-row.ts';
import { readSimulation } from './read-simulation.ts';
import { simulationFor } from './simulate.ts';
import { addTally } from './tally.ts';

const rules = rulesOf(REFERENCE_RULES);
const STANDARDS = [70_000, 86_300, 110_000];
const before = STANDARDS.map(rowAt);
const after = STANDARDS.map((standard) => rowAt(Math.round(standard * 1.05)));
const CHOICE = { classes: ['dibao', 'edge', 'rigidExpenditure'], groups: 3, binFen: 10_000, bins: 20 };

function rulesOf(set: RuleSet) {
  const checked = checkRules(set, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function rowAt(standard: number): PolicyRow {
  const row = rowFrom(rules, rules.on, referenceParameters(standard));
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
}

/** The same question answered household by household, with objects, by closures. */
function slowly(columns: HouseholdColumns) {
  const closures = closuresFor(rules);
  const decide = (household: number, rows: readonly PolicyRow[]) => {
    const values = valuesAt(rules, columns, household);
    const row = rows[columns.rowOf[household] ?? 0];
    if (row) closures(values, row);
    const outcomes = programmeOutcomes(rules, values);
    const flags = ['isDibao', 'isEdge', 'isRigid'].map((id) => readValue(rules, values, id));
    const first = flags.findIndex((flag) => flag !== false);
    const [none, unknown] = [3, 4];
    const decided = flags[first] === null ? unknown : first;
    const kind = first < 0 ? none : decided;
    const paid = (programme: string) =>
      outcomes.filter((one) => one.programme === programme && one.outcome === 'yes').map(({ amount }) => amount ?? 0);
    const monthly = ['dibao', 'tekun', 'disability'].flatMap(paid).reduce((sum, fen) => sum + fen, 0);
    return { kind, monthly, dibao: paid('dibao')[0] };
  };
  const moves = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  const sums = { gainers: 0, losers: 0, entering: 0, leaving: 0, before: 0, after: 0, dibaoIn: 0, dibaoOut: 0 };
  for (let household = 0; household < columns.size; household += 1) {
    const [was, is] = [decide(household, before), decide(household, after)];
    const row = moves[was.kind];
    if (row) row[is.kind] = (row[is.kind] ?? 0) + 1;
    sums.before += was.monthly;
    sums.after += is.monthly;
    if (is.monthly > was.monthly) sums.gainers += 1;
    if (is.monthly < was.monthly) sums.losers += 1;
    if (is.monthly > was.monthly && was.monthly === 0) sums.entering += 1;
    if (is.monthly < was.monthly && is.monthly === 0) sums.leaving += 1;
    if (was.dibao === undefined && is.dibao !== undefined) sums.dibaoIn += 1;
    if (was.dibao !== undefined && is.dibao === undefined) sums.dibaoOut += 1;
  }
  return { moves, sums };
}

describe('a standard that is five in the hundred higher, on 9,000 households', () => {
  const columns = referenceHouseholds(rules, 9_000, 3);
  const simulate = simulationFor(rules, rules, CHOICE);
  const input = { columns, before, after, groupOf: columns.rowOf };
  const found = readSimulation(rules, CHOICE, simulate(input));

  test('shows who gains, loses, enters, leaves and moves between classes as one determination after another does', () => {
    const { moves, sums } = slowly(columns);
    const dibao = found.total.programmes.find(({ programme }) => programme === 'dibao');
    expect(found.total.moves).toEqual(moves);
    expect({ ...found.total, dibaoIn: dibao?.entering, dibaoOut: dibao?.leaving }).toMatchObject(sums);
    expect(sums.entering).toBeGreaterThan(0);
  });

  test('is summed up by county, and the counties make the whole', () => {
    expect(found.groups.map(({ households }) => households)).toEqual([3_000, 3_000, 3_000]);
    expect(found.groups.reduce((sum, group) => sum + group.after, 0)).toBe(found.total.after);
    expect(new Set(found.groups.map((group) => group.after)).size).toBe(3);
  });

  test('is the same when the households are computed in ranges', () => {
    const sum = simulate({ ...input, to: 5_000 });
    addTally(sum, simulate({ ...input, from: 5_000 }));
    expect(readSimulation(rules, CHOICE, sum)).toEqual(found);
  });

  test('spreads everybody who is paid over the bars of the distribution', () => {
    const dibao = found.total.programmes.find(({ programme }) => programme === 'dibao');
    const bars = found.distributions.find(({ programme }) => programme === 'dibao');
    const all = (counts: readonly number[] = []) => counts.reduce((sum, count) => sum + count, 0);
    expect(all(bars?.after)).toBe((dibao?.staying ?? 0) + (dibao?.entering ?? 0));
    expect(all(bars?.before)).toBe((dibao?.staying ?? 0) + (dibao?.leaving ?? 0));
    expect(bars?.after).not.toEqual(bars?.before);
  });
});

test('households of whom something is not known are counted, never taken for no', () => {
  const columns = withGaps(rules, referenceHouseholds(rules, 3_000, 3), 12);
  const tally = simulationFor(rules, rules, CHOICE)({ columns, before, after, groupOf: columns.rowOf });
  const { total } = readSimulation(rules, CHOICE, tally);
  expect(total.moves).toEqual(slowly(columns).moves);
  expect(total.moves[4]?.[4]).toBeGreaterThan(0);
});

test('a draft may have other rules, but not other facts', () => {
  const line = (expression: string, facts = [aFact('income', 'count')]) =>
    rulesOf(
      aRuleSet({
        facts,
        variables: [aVariable('isPoor', 'flag', expression)],
        determinations: [{ programme: 'aid', eligible: 'isPoor', amount: null, excludes: [] }],
      }),
    );
  const [current, draft] = [line('income < 100'), line('income <= 100')];
  const choice = { ...CHOICE, classes: ['aid'], groups: 1 };
  const read = readFacts(current, { household: { income: 100 }, members: [{}] });
  const row = rowFrom(current, current.on, new Map());
  if (!read.ok || !row.ok) throw new Error('no facts');
  const columns = columnsFrom(current, [{ values: read.values, row: 0 }]);
  const input = { columns, before: [row.row], after: [row.row], groupOf: new Uint16Array(1) };
  const { total } = readSimulation(current, choice, simulationFor(current, draft, choice)(input));
  expect(total.programmes[0]).toMatchObject({ entering: 1, leaving: 0, staying: 0 });
  const other = line('income < 100', [aFact('wealth', 'count'), aFact('income', 'count')]);
  expect(() => simulationFor(current, other, choice)).toThrow('other facts');
});
