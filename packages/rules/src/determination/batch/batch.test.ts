import { describe, expect, test } from 'vitest';
import { anyColumns } from '../../../testing/any-columns.ts';
import { referenceHouseholds, withGaps } from '../../../testing/reference-households.ts';
import { REFERENCE_RULES, referenceParameters } from '../../../testing/reference-rules.ts';
import { checkRules } from '../check/check-rules.ts';
import { generatedFor } from '../generated/generated.ts';
import { closuresFor, type Determine } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { batchFor } from './batch.ts';
import { createColumns, createSharedColumns, type HouseholdColumns, valuesAt } from './columns.ts';
import { inspectColumns } from './inspect-columns.ts';
import { createResults } from './results.ts';
import { numberIn, storageOf } from './storage.ts';

const checked = checkRules(REFERENCE_RULES, '2026-03-01');
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const { rules } = checked;
const ids = rules.variables.map(({ entry }) => entry.id);
const rows = [70_000, 86_300, 110_000].map((standard) => {
  const row = rowFrom(rules, rules.on, referenceParameters(standard));
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
});

/** How many values differ between the batch and one determination after another. */
function differences(columns: HouseholdColumns, recorded: readonly string[], determine: Determine): number {
  const results = createResults(rules, columns, recorded);
  const half = Math.floor(columns.size / 2);
  const batch = batchFor(rules, recorded);
  batch({ columns, rows, results, from: 0, to: half });
  batch({ columns, rows, results, from: half });
  const kept = recorded.flatMap((id) => {
    const entry = rules.catalogue.entries.get(id);
    const column = results.columns.get(id);
    return entry && column ? [{ entry, column, storage: storageOf(entry.range) }] : [];
  });
  let different = 0;
  for (let household = 0; household < columns.size; household += 1) {
    const values = valuesAt(rules, columns, household);
    const row = rows[columns.rowOf[household] ?? 0];
    if (row) determine(values, row);
    const firstMember = columns.offsets.person[household] ?? 0;
    for (const { entry, column, storage } of kept) {
      const isPerson = entry.on === 'person';
      for (const [index, own] of (isPerson ? values.person : [values.household]).entries()) {
        const value = numberIn(column, storage, (isPerson ? firstMember : household) + index);
        if (!Object.is(value, own[entry.slot])) different += 1;
      }
    }
  }
  return different;
}

describe('100,000 households', { timeout: 90_000 }, () => {
  test('every value of everybody is that of the single determination by generated code', () => {
    expect(differences(referenceHouseholds(rules, 100_000, rows.length), ids, generatedFor(rules))).toBe(0);
  });

  test('and that of the closures, with facts that are not known', () => {
    const columns = withGaps(rules, referenceHouseholds(rules, 100_000, rows.length), 12);
    expect(
      differences(columns, ['isDibao', 'dibaoAmount', 'isTekun', 'grantTotal', 'isRigid'], closuresFor(rules)),
    ).toBe(0);
  });
});

test('a household of one row may stand anywhere, and a part of the households can be computed alone', () => {
  const columns = referenceHouseholds(rules, 50, rows.length);
  for (let household = 0; household < columns.size; household += 1) columns.rowOf[household] = household % 3;
  expect(differences(columns, ids, closuresFor(rules))).toBe(0);
});

test('a value the rules were not checked for is found before anything is computed', () => {
  const columns = referenceHouseholds(rules, 50, rows.length);
  const wage = rules.catalogue.entries.get('wageIncome');
  const column = columns.facts.person[wage?.slot ?? 0];
  if (column) column[7] = 100_000_001;
  expect(inspectColumns(rules, columns)).toEqual({ ok: false, issue: { fact: 'wageIncome', index: 7 } });
  expect(() => batchFor(rules, ids)({ columns, rows, results: createResults(rules, columns, ids) })).toThrow(
    RangeError,
  );
});

test('so is a household without members', () => {
  const columns = referenceHouseholds(rules, 50, rows.length);
  columns.offsets.person[10] = columns.offsets.person[9] ?? 0;
  expect(inspectColumns(rules, columns)).toEqual({ ok: false, issue: { fact: null, index: 9 } });
});

test.each([true, false])(
  'results with too little room are refused, and no column is written to beyond its end (shared: %s)',
  (isShared) => {
    const members = Array.from({ length: 40 }, () => 2);
    const columns = anyColumns(rules, { members, events: members.map(() => 0), rowOf: () => 0, isShared });
    const few = (isShared ? createSharedColumns : createColumns)(rules, { household: 39, person: 80, event: 0 });
    few.offsets.person.fill(80);
    const results = createResults(rules, few, ids);
    expect(() => batchFor(rules, ids)({ columns, rows, results })).toThrow('a column of 39 has no place for 0 to 40');
  },
);
