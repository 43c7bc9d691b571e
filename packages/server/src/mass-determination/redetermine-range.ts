import {
  batchFor,
  type CheckedRules,
  createColumns,
  createResults,
  type DetermineAll,
  type PolicyRow,
} from '@yimen/rules';
import type pg from 'pg';
import { isStopped } from './control.ts';
import { createFindings } from './findings.ts';
import { createCounts, unknownFacts } from './packed-facts.ts';
import { type OutcomeLayout, programmeResults, recordedOf } from './packed-outcomes.ts';
import {
  claimRange,
  commitWithoutWaiting,
  connect,
  copyFactsAndOutcomes,
  inTransaction,
  type NumberRange,
  type RangeFindings,
  readOutcomeLayouts,
  storeRange,
} from './register-store.ts';
import type { Control } from './task.ts';
import { nextPackedRow, type PackedRow, readPlans, type Unpacking, unpackRow } from './unpack-rows.ts';

/** Every open range of one re-determination: read, compute, compare, store, each in one transaction. */
export interface RedeterminationTask {
  readonly kind: 'redetermination';
  readonly databaseUrl: string;
  readonly id: string;
  readonly rows: readonly PolicyRow[];
  readonly rowOfPlace: Uint16Array;
}

interface Work {
  readonly id: string;
  readonly client: pg.Client;
  readonly rules: CheckedRules;
  readonly rows: readonly PolicyRow[];
  readonly unpacking: Omit<Unpacking, 'counts'>;
  readonly outcomeLayouts: ReadonlyMap<number, OutcomeLayout>;
  readonly recorded: readonly string[];
  readonly batch: DetermineAll;
  /** Once unknown of somebody, unknown for the rest: the same generated code serves all ranges. */
  readonly unknown: Set<string>;
}

/** Takes open ranges until there are none, or everybody shall stop; a range that was begun is finished first. */
export async function redetermineRanges(
  rules: CheckedRules,
  { databaseUrl, id, rows, rowOfPlace }: RedeterminationTask,
  control: Control,
  progress: (households: number) => void,
): Promise<{ readonly households: number; readonly differences: number }> {
  const client = await connect(databaseUrl);
  try {
    await commitWithoutWaiting(client);
    const recorded = recordedOf(rules);
    const work: Work = {
      id,
      client,
      rules,
      rows,
      unpacking: { rules, plans: await readPlans(client, rules), rowOfPlace },
      outcomeLayouts: await readOutcomeLayouts(client),
      recorded,
      batch: batchFor(rules, recorded),
      unknown: new Set(),
    };
    const sum = { households: 0, differences: 0 };
    while (!isStopped(control)) {
      const found = await inTransaction(client, () => redetermineNext(work));
      if (!found) break;
      sum.households += found.households;
      sum.differences += found.differences;
      progress(found.households);
    }
    return sum;
  } finally {
    await client.end();
  }
}

async function redetermineNext(work: Work): Promise<RangeFindings | undefined> {
  const { client, id } = work;
  const range = await claimRange(client, id);
  if (!range) return undefined;
  const found = compare(work, await readRange(work, range));
  await storeRange(client, id, range, found);
  return found;
}

interface StoredRow extends PackedRow {
  readonly outcomeLayoutId: number;
  readonly outcomes: { readonly from: number; readonly to: number };
}

async function readRange({ client }: Work, range: NumberRange): Promise<readonly StoredRow[]> {
  const reader = await copyFactsAndOutcomes(client, range);
  const stored: StoredRow[] = [];
  for (let row = nextPackedRow(reader); row; row = nextPackedRow(reader)) {
    stored.push({ ...row, outcomeLayoutId: reader.int4(), outcomes: reader.span() });
  }
  return stored;
}

function compare(work: Work, stored: readonly StoredRow[]): RangeFindings {
  const { rules, rows, recorded, batch, unknown } = work;
  const total = (key: 'members' | 'events') => stored.reduce((sum, row) => sum + row[key], 0);
  const sizes = { household: stored.length, person: total('members'), event: total('events') };
  const columns = createColumns(rules, sizes);
  const unpacking: Unpacking = { ...work.unpacking, counts: createCounts(rules) };
  const next = { household: 0, person: 0, event: 0 };
  const sound = stored.map((row) => unpackRow(unpacking, row, columns, next));
  for (const id of unknownFacts(rules, unpacking.counts, sizes)) unknown.add(id);
  const results = createResults(rules, columns, recorded);
  batch({ columns, rows, results, unknownFacts: unknown });
  const findings = createFindings(work.id, programmeResults(rules, results), columns);
  for (const [household, row] of stored.entries()) {
    if (!sound[household]) findings.unreadable(row.householdNo);
    else findings.compare(household, row, work.outcomeLayouts.get(row.outcomeLayoutId) ?? NOTHING);
  }
  return findings.finish(stored.length);
}

/** Of a household nothing is decided for yet. */
const NOTHING: OutcomeLayout = [];
