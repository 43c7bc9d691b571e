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

export interface RegisterSource {
  readonly databaseUrl: string;
  readonly rowOfPlace: Uint16Array;
  /** Only households of these places; left out: the whole register. */
  readonly places?: readonly number[] | null;
  readonly onTotal?: (households: number) => void;
}

/** The register in shared memory, as it is at this moment: for simulations. */
export async function loadRegister(
  pool: Pool,
  rules: CheckedRules,
  { databaseUrl, rowOfPlace, places = null, onTotal }: RegisterSource,
  watch: Watch = {},
): Promise<Register> {
  const client = await connect(databaseUrl);
  try {
    const snapshot = await exportSnapshot(client);
    const next: Record<RuleScope, number> = { household: 0, person: 0, event: 0 };
    const parts: LoadPart[] = [];
    for (const part of await countParts(client, HOUSEHOLDS_PER_PART, places)) {
      parts.push({ firstNo: part.firstNo, lastNo: part.lastNo, ...next });
      next.household += part.households;
      next.person += part.persons;
      next.event += part.events;
    }
    const columns = createColumns(rules, next);
    onTotal?.(next.household);
    const task = { kind: 'load' as const, databaseUrl, rowOfPlace, places, snapshot, columns, parts };
    const answers = await pool.run(task, watch);
    const counts = answers.filter((answer) => answer instanceof Float64Array);
    const unreadable = counts.reduce((sum, answer) => sum + (answer.at(-1) ?? 0), 0);
    return { columns, unknownFacts: new Set(unknownFacts(rules, countsOf(rules, counts), next)), unreadable };
  } finally {
    await client.end();
  }
}
