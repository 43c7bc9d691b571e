import type { Entry } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { addDaysToKey, addMonthsToKey, daysBetweenKeys, monthEndKey } from '../core/date-key.ts';
import { LARGEST_GROUP } from '../core/range.ts';
import { planOf } from '../generated/plan.ts';
import { programText } from '../generated/program.ts';
import { rowPartsOf } from '../generated/row-part.ts';
import { knowledgeKey, type RowValues, rowValuesOf } from '../generated/row-values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { columnAccess } from './column-access.ts';
import type { HouseholdColumns } from './columns.ts';
import { inspectColumns } from './inspect-columns.ts';
import type { Results } from './results.ts';
import type { ValueColumn } from './storage.ts';

export interface BatchInput {
  readonly columns: HouseholdColumns;
  readonly rows: readonly PolicyRow[];
  /** A column for each recorded variable (createResults). */
  readonly results: Results;
  /** As inspectColumns found them; the columns are inspected when it is left out. */
  readonly unknownFacts?: ReadonlySet<string>;
  /** The households from here… */
  readonly from?: number;
  /** …up to here, this one not included. */
  readonly to?: number;
  /** The household the results begin with, when they have room for a part only. */
  readonly resultsFrom?: number;
}

export type DetermineAll = (input: BatchInput) => void;

type Generated = (input: {
  readonly columns: HouseholdColumns;
  readonly values: RowValues;
  readonly rows: readonly PolicyRow[];
  readonly out: readonly (ValueColumn | undefined)[];
  readonly scratch: readonly ValueColumn[];
  readonly from: number;
  readonly to: number;
  readonly resultsFrom: number;
}) => void;

/** All households at once over columns, by generated code; only the recorded variables and what they need. */
export function batchFor(rules: CheckedRules, recorded: readonly string[]): DetermineAll {
  const plan = planOf(rules, new Set(recorded));
  const parts = rowPartsOf(plan);
  const functions = new Map<string, Generated>();
  // A register is computed part by part: what depends on the rows alone is worked out once for all parts.
  const known = new WeakMap<readonly PolicyRow[], RowValues>();
  const scratch = rules.variables.map(({ entry }) => createScratch(entry));
  const textFor = ({ knowledge }: RowValues, unknownFacts: ReadonlySet<string>) =>
    programText(plan, parts, knowledge, columnAccess(rules, recorded, unknownFacts));
  return (input) => {
    const { columns, rows, results, from = 0, to = columns.size, resultsFrom = 0 } = input;
    const { unknownFacts = unknownIn(rules, columns) } = input;
    const values = known.get(rows) ?? rowValuesOf(parts, rows);
    known.set(rows, values);
    const key = `${knowledgeKey(values.knowledge)} ${[...unknownFacts].sort().join(' ')}`;
    const run = functions.get(key) ?? compile(textFor(values, unknownFacts));
    functions.set(key, run);
    run({ columns, values, rows, out: recorded.map((id) => results.get(id)), scratch, from, to, resultsFrom });
  };
}

function unknownIn(rules: CheckedRules, columns: HouseholdColumns): ReadonlySet<string> {
  const inspected = inspectColumns(rules, columns);
  if (inspected.ok) return inspected.unknownFacts;
  const { fact, index } = inspected.issue;
  throw new RangeError(`columns: ${fact ?? 'number of members'} at ${index}`);
}

/** What one loop over the members leaves to a later one; flags as bits. */
function createScratch({ unit }: Entry): ValueColumn {
  if (unit === 'flag') return new Uint8Array(LARGEST_GROUP);
  return new Float64Array(LARGEST_GROUP);
}

function compile(body: string): Generated {
  const make = new Function(
    'addMonths',
    'addDays',
    'daysBetween',
    'monthEnd',
    `'use strict';\nreturn (input) => {\n${body}\n};`,
  );
  // The text was made by programText, whose functions take such an input.
  return make(addMonthsToKey, addDaysToKey, daysBetweenKeys, monthEndKey) as Generated;
}
