import { type CheckedRules, createSharedColumns, type HouseholdColumns } from '@yimen/rules';
import { connect, exportSnapshot } from './connection-store.ts';
import { cutPages } from './cut-pages.ts';
import { countsOf, type LoadPart } from './load-part.ts';
import type { RegisterAt } from './open-pages.ts';
import type { Pool, Watch } from './open-pool.ts';
import { unknownFacts } from './packed-facts.ts';
import { listPages } from './page-store.ts';
import type { PlaceRows } from './place.ts';
import type { Next } from './unpack-page.ts';

export interface Register {
  readonly columns: HouseholdColumns;
  /** The township of each household, by its place in the list. */
  readonly townshipOf: Uint16Array;
  readonly townships: readonly string[];
  readonly unknownFacts: ReadonlySet<string>;
  /** Households whose facts cannot be, or whose page cannot be opened; nothing is known of them in the columns. */
  readonly unreadable: number;
}

const HOUSEHOLDS_PER_PART = 20_000;

/** The register of these places in shared memory, as it is at this moment: for simulations. */
export async function loadRegister(
  pool: Pool,
  rules: CheckedRules,
  from: RegisterAt & PlaceRows,
  watch: Watch = {},
): Promise<Register> {
  const client = await connect(from.databaseUrl);
  try {
    const snapshot = await exportSnapshot(client);
    const townships = [...new Set(from.places.map(({ regionCode }) => regionCode))];
    const next: Next = { household: 0, person: 0, event: 0 };
    const parts: LoadPart[] = [];
    for (const pages of cutPages(await listPages(client, { townships }), HOUSEHOLDS_PER_PART)) {
      parts.push({ pages, ...next });
      for (const page of pages) {
        next.household += page.households;
        next.person += page.members;
        next.event += page.events;
      }
    }
    watch.onTotal?.(next.household);
    const columns = createSharedColumns(rules, next);
    const townshipOf = new Uint16Array(new SharedArrayBuffer(2 * next.household));
    const answers = await pool.run({ kind: 'load', ...from, snapshot, columns, townshipOf, townships, parts }, watch);
    const counts = answers.filter((answer) => answer instanceof Float64Array);
    const unreadable = counts.reduce((sum, answer) => sum + (answer.at(-1) ?? 0), 0);
    const unknown = new Set(unknownFacts(rules, countsOf(rules, counts), next));
    return { columns, townshipOf, townships, unknownFacts: unknown, unreadable };
  } finally {
    await client.end();
  }
}
