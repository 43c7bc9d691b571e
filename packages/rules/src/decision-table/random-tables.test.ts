import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aRuleSet } from '../../testing/a-rule.ts';
import { aTableVariable } from '../../testing/a-table.ts';
import { anyTable, everyCase, TABLE_FACTS } from '../../testing/any-table.ts';
import { feelValue } from '../../testing/slow-determination.ts';
import { slowTable } from '../../testing/slow-table.ts';
import { batchFor } from '../determination/batch/batch.ts';
import { columnsFrom } from '../determination/batch/columns.ts';
import { createResults, resultAt } from '../determination/batch/results.ts';
import { type CheckedRules, checkRules } from '../determination/check/check-rules.ts';
import { readFacts } from '../determination/facts/read-facts.ts';
import { readValue } from '../determination/facts/values.ts';
import { generatedFor } from '../determination/generated/generated.ts';
import { closuresFor, type Determine } from '../determination/run/closures.ts';
import { rowFrom } from '../determination/run/policy-row.ts';
import type { Value } from '../feel/value.ts';
import type { DecisionTable } from './decision-table.ts';
import { listTableGaps } from './list-table-gaps.ts';

const ON = '2026-03-01';
vi.setConfig({ testTimeout: 90_000 });

type Facts = Readonly<Record<string, number | string | boolean>>;

function checked(table: DecisionTable) {
  return checkRules(aRuleSet({ facts: TABLE_FACTS, variables: [aTableVariable('answer', 'count', table)] }), ON);
}

function feelFacts(facts: Facts): ReadonlyMap<string, Value> {
  return new Map(TABLE_FACTS.map(({ id, unit }) => [id, feelValue(unit, facts[id] ?? null)]));
}

/** One household after the other; what computes is made once. */
function answersBy(make: (rules: CheckedRules) => Determine, rules: CheckedRules) {
  const determine = make(rules);
  const row = rowFrom(rules, ON, new Map());
  if (!row.ok) throw new Error('no row');
  return (facts: Facts) => {
    const read = readFacts(rules, { household: facts, members: [{}] });
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    determine(read.values, row.row);
    return readValue(rules, read.values, 'answer');
  };
}

const FACT_IDS = TABLE_FACTS.map(({ id }) => id);

/** The mistakes a table has, by trying everything that can come. */
function mistakesByTrying(table: DecisionTable): readonly string[] {
  const inputs = table.inputs.map(({ expression }) => expression);
  const cells = table.rules.flatMap(({ when }, row) =>
    when.flatMap((cell, column) => {
      const inputs = table.inputs.slice(column, column + 1);
      const one = slowTable({ ...table, inputs, rules: [{ when: [cell], result: '0' }] }, FACT_IDS);
      const passes = everyCase(inputs.map(({ expression }) => expression)).some(
        (facts) => one.fitting(feelFacts(facts)).length > 0,
      );
      return passes ? [] : [`TABLE_NEVER ${row} ${column}`];
    }),
  );
  if (cells.length > 0) return cells;
  const slow = slowTable(table, FACT_IDS);
  const all = everyCase(inputs).map((facts) => slow.fitting(feelFacts(facts)));
  const gap = table.complete === true && all.some((fitting) => fitting.length === 0) ? ['TABLE_INCOMPLETE'] : [];
  return [...between(table, all), ...gap];
}

function between({ hitPolicy, rules }: DecisionTable, all: readonly (readonly number[])[]): readonly string[] {
  if (hitPolicy === 'C+') return [];
  const rows = [...rules.keys()];
  if (hitPolicy === 'F') {
    return rows.filter((row) => all.every(([first]) => first !== row)).map((row) => `TABLE_UNREACHABLE ${row}`);
  }
  return rows.flatMap((row) =>
    rows.slice(0, row).flatMap((above) => {
      if (!all.some((fitting) => fitting.includes(row) && fitting.includes(above))) return [];
      if (hitPolicy === 'U') return [`TABLE_OVERLAP ${row} ${above}`];
      return rules[row]?.result === rules[above]?.result ? [] : [`TABLE_OVERLAP_DIFFERS ${row} ${above}`];
    }),
  );
}

function mistakesFound(table: DecisionTable): readonly string[] {
  const result = checked(table);
  if (result.ok) return [];
  const found = result.issues.map(({ code, path = [], en }) => {
    const other = /with row (\d+)/.exec(en)?.[1];
    const place = [path[1], path[3], other === undefined ? undefined : Number(other) - 1];
    return [code, ...place.filter((one) => one !== undefined)].join(' ');
  });
  return [...new Set(found)];
}

const constants = fc.integer({ min: 0, max: 2 }).map(String);

test('a table is refused for what trying everything shows, and for nothing else', () => {
  fc.assert(
    fc.property(anyTable(constants), (table) => {
      // `? + 1 > 3` is compared as a whole: it may hold or not, whatever the input is.
      fc.pre(!JSON.stringify(table).includes('? + 1'));
      expect(mistakesFound(table)).toEqual(mistakesByTrying(table));
    }),
    { numRuns: 400 },
  );
});

test('gaps are listed when there are some, and nothing else is', () => {
  fc.assert(
    fc.property(anyTable(constants), (table) => {
      fc.pre(!JSON.stringify(table).includes('? + 1'));
      const result = checked(table);
      fc.pre(result.ok && table.default === undefined && table.hitPolicy !== 'C+');
      const inputs = table.inputs.map(({ expression }) => expression);
      const slow = slowTable(table, FACT_IDS);
      const isOpen = everyCase(inputs).some((facts) => slow.fitting(feelFacts(facts)).length === 0);
      expect(result.ok && listTableGaps(result.rules).length > 0).toBe(isOpen);
    }),
    { numRuns: 50 },
  );
});

test('whatever the facts, a table computes what its hit policy says, by closures and by generated code', () => {
  fc.assert(
    fc.property(anyTable(), (table) => {
      const result = checked(table);
      fc.pre(result.ok);
      const inputs = table.inputs.map(({ expression }) => expression);
      const closures = answersBy(closuresFor, result.rules);
      const generated = answersBy(generatedFor, result.rules);
      const slow = slowTable(table, FACT_IDS);
      for (const facts of everyCase([...new Set([...inputs, 'rooms'])])) {
        const expected = slow.answer(feelFacts(facts));
        expect([facts, closures(facts), generated(facts)]).toEqual([facts, expected, expected]);
      }
    }),
    { numRuns: 50 },
  );
});

test('the batch over columns gives what closures give, whatever is known', () => {
  fc.assert(
    fc.property(anyTable(), (table) => {
      const result = checked(table);
      fc.pre(result.ok);
      const { rules } = result;
      const row = rowFrom(rules, ON, new Map());
      if (!row.ok) throw new Error('no row');
      const inputs = table.inputs.map(({ expression }) => expression);
      const some = [...everyCase(inputs), ...everyCase(inputs.slice(1)), ...everyCase(inputs.slice(0, -1))];
      const given = some.map((facts) => {
        const read = readFacts(rules, { household: facts, members: [{}] });
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        return { values: read.values, row: 0 };
      });
      const columns = columnsFrom(rules, given);
      const results = createResults(rules, columns, ['answer']);
      batchFor(rules, ['answer'])({ columns, rows: [row.row], results });
      const closures = closuresFor(rules);
      const slot = rules.catalogue.entries.get('answer')?.slot ?? -1;
      for (const [index, { values }] of given.entries()) {
        closures(values, row.row);
        expect(resultAt(rules, results, 'answer', index)).toBe(values.household[slot]);
      }
    }),
    { numRuns: 50 },
  );
});

test('an answer from a part of the facts is the answer whatever the others are', () => {
  fc.assert(
    fc.property(anyTable(), fc.nat(), (table, pick) => {
      const result = checked(table);
      fc.pre(result.ok);
      const inputs = [...new Set([...table.inputs.map(({ expression }) => expression), 'rooms'])];
      const hidden = inputs[pick % inputs.length] ?? '';
      const closures = answersBy(closuresFor, result.rules);
      const generated = answersBy(generatedFor, result.rules);
      const slow = slowTable(table, FACT_IDS);
      for (const facts of everyCase(inputs.filter((input) => input !== hidden))) {
        const known = closures(facts);
        expect(generated(facts)).toBe(known);
        if (known === null) continue;
        for (const rest of everyCase([hidden])) expect(slow.answer(feelFacts({ ...facts, ...rest }))).toBe(known);
      }
    }),
    { numRuns: 100 },
  );
});
