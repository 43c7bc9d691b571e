import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../testing/a-rule.ts';
import { anyFacts, anyParameters, anyRuleSet } from '../../testing/any-rules.ts';
import { asFact, determineSlowly } from '../../testing/slow-determination.ts';
import type { HouseholdFacts } from '../household-facts.ts';
import type { ParameterValue } from '../policy/unit.ts';
import { batchFor } from './batch/batch.ts';
import { columnsFrom } from './batch/columns.ts';
import { createResults, resultAt } from './batch/results.ts';
import { type CheckedRules, checkRules } from './check/check-rules.ts';
import { readFacts } from './facts/read-facts.ts';
import { readValue, type Values } from './facts/values.ts';
import { generatedFor } from './generated/generated.ts';
import { instructionsFor } from './instructions/instructions.ts';
import type { RuleSet } from './model/rule-model.ts';
import { closuresFor, type Determine } from './run/closures.ts';
import { rowFrom } from './run/policy-row.ts';

const ON = '2026-03-01';
const RUNS = { numRuns: 150 };
/** A slow machine takes its time over each rule set. */
vi.setConfig({ testTimeout: 90_000 });

/** Undefined when the figures could grow too large, which the checker must say; nothing else may be wrong. */
function findRules(set: RuleSet): CheckedRules | undefined {
  const checked = checkRules(set, ON);
  if (checked.ok) return checked.rules;
  const others = checked.issues.filter(({ code }) => code !== 'TOO_LARGE' && code !== 'SCALE');
  if (others.length > 0)
    throw new Error(
      `${JSON.stringify(others)} ${JSON.stringify(set.variables.map(({ versions }) => versions[0]?.expression))}`,
    );
  return undefined;
}

function valuesOf(rules: CheckedRules, facts: HouseholdFacts): Values {
  const read = readFacts(rules, facts);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.values;
}

function rowOf(rules: CheckedRules, parameters: ReadonlyMap<string, ParameterValue | null>) {
  const row = rowFrom(rules, rules.on, parameters);
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
}

function determined(
  make: (rules: CheckedRules) => Determine,
  rules: CheckedRules,
  facts: HouseholdFacts,
  parameters: ReadonlyMap<string, ParameterValue | null>,
): Values {
  const values = valuesOf(rules, facts);
  make(rules)(values, rowOf(rules, parameters));
  return values;
}

test.each([
  ['closures', closuresFor],
  ['generated code', generatedFor],
  ['instructions', instructionsFor],
])('a loop within a loop reads no sum that is still being made: %s', (_, make) => {
  const rules = findRules(
    aRuleSet({
      facts: [aFact('pFen', 'fen', { on: 'person', largest: 100_000 })],
      variables: [
        aVariable('whole', 'fen', 'sum(members.pFen)'),
        aVariable('beyond', 'flag', 'some x in members satisfies x.pFen + x.pFen > sum(members.pFen)'),
      ],
    }),
  );
  if (!rules) throw new Error('figures are small');
  const facts = { household: {}, members: [{ pFen: 40_216 }, { pFen: 40_216 }] };
  const values = determined(make, rules, facts, new Map());
  expect([readValue(rules, values, 'whole'), readValue(rules, values, 'beyond')]).toEqual([80_432, false]);
});

test('closures give what the slow interpreter of the language gives', () => {
  fc.assert(
    fc.property(anyRuleSet, anyFacts(true), anyParameters, (set, facts, parameters) => {
      const rules = findRules(set);
      fc.pre(rules !== undefined);
      const values = determined(closuresFor, rules, facts, parameters);
      const slow = determineSlowly(rules, facts, parameters);
      for (const { entry } of rules.variables) {
        const all = entry.on === 'household' ? [slow.household] : slow[entry.on];
        for (const [index, names] of all.entries()) {
          const whole = entry.id === 'ofParts' ? findWholeParts(facts, parameters) : undefined;
          expect([entry.id, index, readValue(rules, values, entry.id, index)]).toEqual([
            entry.id,
            index,
            whole ?? asFact(names.get(entry.id)),
          ]);
        }
      }
    }),
    RUNS,
  );
});

/**
 * What `ofParts` (any-rules) comes to when it is whole. The language rounds each quotient to 34 digits, and a quotient of
 * such quotients then misses the whole number by the last of them; rules keep the fraction.
 */
function findWholeParts(
  { household }: HouseholdFacts,
  parameters: ReadonlyMap<string, ParameterValue>,
): number | undefined {
  const rooms = Number(household['hRooms']);
  const parts = (Number(household['hFen']) - Number(parameters.get('set.fen')) * rooms) * (rooms + 2);
  return parts % (rooms * rooms) === 0 ? parts / (rooms * rooms) + 0 : undefined;
}

const someParameters = anyParameters.chain((parameters) =>
  fc
    .subarray([...parameters.keys()], { maxLength: 2 })
    .map((missing) => new Map([...parameters].map(([id, value]) => [id, missing.includes(id) ? null : value]))),
);

describe('what is not known', () => {
  test('generated code gives what closures give, value by value', () => {
    fc.assert(
      fc.property(anyRuleSet, anyFacts(false), someParameters, (set, facts, parameters) => {
        const rules = findRules(set);
        fc.pre(rules !== undefined);
        expect(determined(generatedFor, rules, facts, parameters)).toEqual(
          determined(closuresFor, rules, facts, parameters),
        );
      }),
      RUNS,
    );
  });

  const households = fc.array(fc.oneof(anyFacts(false), anyFacts(true)), { maxLength: 6 });

  test('instructions give what closures give, one household after another in the same memory', () => {
    fc.assert(
      fc.property(anyRuleSet, households, fc.tuple(someParameters, anyParameters), (set, all, places) => {
        const rules = findRules(set);
        fc.pre(rules !== undefined);
        const rows = places.map((parameters) => rowOf(rules, parameters));
        const run = instructionsFor(rules);
        for (const [index, facts] of all.entries()) {
          const row = rows[index % 2] ?? rowOf(rules, new Map());
          const [one, other] = [valuesOf(rules, facts), valuesOf(rules, facts)];
          run(one, row);
          closuresFor(rules)(other, row);
          expect(one).toEqual(other);
        }
      }),
      RUNS,
    );
  });

  test('the batch gives what closures give, whatever is recorded', () => {
    fc.assert(
      fc.property(
        anyRuleSet,
        households,
        fc.tuple(someParameters, anyParameters),
        fc.nat(),
        (set, all, places, pick) => {
          const rules = findRules(set);
          fc.pre(rules !== undefined);
          const rows = places.map((parameters) => rowOf(rules, parameters));
          const ids = rules.variables.map(({ entry }) => entry.id);
          const recorded = pick % 2 === 0 ? ids : ids.filter((_, index) => index === pick % ids.length);
          const given = all.map((facts, index) => ({ values: valuesOf(rules, facts), row: (index + pick) % 2 }));
          const columns = columnsFrom(rules, given);
          const results = createResults(rules, columns, recorded);
          batchFor(rules, recorded)({ columns, rows, results });
          const at = { person: 0, event: 0 };
          for (const [index, { values, row }] of given.entries()) {
            closuresFor(rules)(values, rows[row] ?? rowOf(rules, new Map()));
            for (const id of recorded) {
              const entry = rules.catalogue.entries.get(id);
              if (!entry) continue;
              const own = entry.on === 'household' ? [values.household] : values[entry.on];
              const first = entry.on === 'household' ? index : at[entry.on];
              expect(own.map((_, next) => resultAt(rules, results, id, first + next))).toEqual(
                own.map((one) => one[entry.slot]),
              );
            }
            at.person += values.person.length;
            at.event += values.event.length;
          }
        },
      ),
      RUNS,
    );
  });

  test('more facts never change what was known', () => {
    fc.assert(
      fc.property(
        anyRuleSet,
        anyFacts(true),
        anyParameters,
        fc.infiniteStream(fc.boolean()),
        (set, facts, parameters, hidden) => {
          const rules = findRules(set);
          fc.pre(rules !== undefined);
          const hide = (given: HouseholdFacts['household']) =>
            Object.fromEntries(Object.entries(given).filter(() => hidden.next().value !== true));
          const part = {
            household: hide(facts.household),
            members: facts.members.map(hide),
            events: (facts.events ?? []).map(hide),
          };
          const before = determined(closuresFor, rules, part, parameters);
          const after = determined(closuresFor, rules, facts, parameters);
          const kept = (one: Float64Array, all: Float64Array) =>
            Array.from(one, (value, slot) => (Number.isNaN(value) ? value : all[slot]));
          expect(kept(before.household, after.household)).toEqual([...before.household]);
          for (const [index, own] of before.person.entries()) {
            expect(kept(own, after.person[index] ?? own)).toEqual([...own]);
          }
        },
      ),
      RUNS,
    );
  });
});
