import { randomUUID } from 'node:crypto';
import type { CheckedRules, HouseholdColumns, Results } from '@yimen/rules';
import { CopyWriter, uuidBytes } from './binary-copy.ts';
import { layoutOfRules } from './fact-layout.ts';
import { ByteWriter } from './packed-bytes.ts';
import { packHousehold } from './packed-facts.ts';
import { packOutcomes, programmeResults } from './packed-outcomes.ts';
import { connect, copyFactsIn, copyOutcomesIn, insertLayouts, inTransaction } from './register-store.ts';

/** A place whose figures decide; its number is its place in the list. */
export interface FactPlaceRow {
  readonly regionCode: string;
  readonly area: 'urban' | 'rural' | null;
}

const HOUSEHOLDS_PER_WRITE = 20_000;

/** The facts of many households and what is decided for them, numbered from 1 on: how a register is first filled. */
export async function writeRegister(
  databaseUrl: string,
  rules: CheckedRules,
  register: { readonly columns: HouseholdColumns; readonly results: Results; readonly places: readonly FactPlaceRow[] },
  onProgress: (households: number) => void = () => undefined,
): Promise<void> {
  const { columns, results, places } = register;
  const programmes = programmeResults(rules, results);
  const client = await connect(databaseUrl);
  try {
    const outcomeLayout = programmes.map(({ programme, on }) => ({ programme, on }));
    await inTransaction(client, () => insertLayouts(client, layoutOfRules(rules), outcomeLayout, places));
    for (let from = 0; from < columns.size; from += HOUSEHOLDS_PER_WRITE) {
      const to = Math.min(columns.size, from + HOUSEHOLDS_PER_WRITE);
      const facts = new CopyWriter();
      const outcomes = new CopyWriter();
      for (let household = from; household < to; household += 1) {
        writeFacts(facts, rules, columns, household);
        PACKED.clear();
        packOutcomes(programmes, columns, household, PACKED);
        outcomes.row(3);
        outcomes.int8(household + 1);
        outcomes.int4(1);
        outcomes.bytes(PACKED.written());
      }
      await inTransaction(client, async () => {
        await copyFactsIn(client, facts);
        await copyOutcomesIn(client, outcomes);
      });
      onProgress(to);
    }
  } finally {
    await client.end();
  }
}

const PACKED = new ByteWriter();

function writeFacts(writer: CopyWriter, rules: CheckedRules, columns: HouseholdColumns, household: number): void {
  const count = (scope: 'person' | 'event') =>
    (columns.offsets[scope][household + 1] ?? 0) - (columns.offsets[scope][household] ?? 0);
  PACKED.clear();
  packHousehold(rules, columns, household, PACKED);
  writer.row(7);
  writer.int8(household + 1);
  writer.bytes(uuidBytes(randomUUID()));
  writer.int2(columns.rowOf[household] ?? 0);
  writer.int2(count('person'));
  writer.int2(count('event'));
  writer.int4(1);
  writer.bytes(PACKED.written());
}
