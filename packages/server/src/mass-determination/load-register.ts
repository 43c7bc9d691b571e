import { type CheckedRules, createColumns, type HouseholdColumns, type RuleScope } from '@yimen/rules';
import { countsOf, type LoadPart } from './load-part.ts';
import type { Pool, Watch } from './open-pool.ts';
import { unknownFacts } from './packed-facts.ts';
import { connect, countParts, exportSnapshot } from './register-store.ts';

export interface Register {
  readonly columns: HouseholdColumns;
  readonly unknownFacts: ReadonlySet<string>;
  /** Households whose facts cannot be; nothing is known of them in the columns. */
  readonly unreadable: number;
}

const HOUSEHOLDS_PER_PART = 20_000;

/** The whole register in shared memory, as it is at this moment: for simulations. */
export async function loadRegister(
  pool: Pool,
  rules: CheckedRules,
  from: { readonly databaseUrl: string; readonly rowOfPlace: Uint16Array },
  watch: Watch = {},
): Promise<Register> {
  const client = await connect(from.databaseUrl);
  try {
    const snapshot = await exportSnapshot(client);
    const next: Record<RuleScope, number> = { household: 0, person: 0, event: 0 };
    const parts: LoadPart[] = [];
    for (const part of await countParts(client, HOUSEHOLDS_PER_PART)) {
      parts.push({ firstNo: part.firstNo, lastNo: part.lastNo, ...next });
      next.household += part.households;
      next.person += part.persons;
      next.event += part.events;
    }
    const columns = createColumns(rules, next);
    const answers = await pool.run({ kind: 'load', ...from, snapshot, columns, parts }, watch);
    const counts = answers.filter((answer) => answer instanceof Float64Array);
    const unreadable = counts.reduce((sum, answer) => sum + (answer.at(-1) ?? 0), 0);
    return { columns, unknownFacts: new Set(unknownFacts(rules, countsOf(rules, counts), next)), unreadable };
  } finally {
    await client.end();
  }
}
