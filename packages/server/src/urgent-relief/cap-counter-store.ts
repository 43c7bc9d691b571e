import type { CountedOver, CountedPer, GrantedByLevel, LadderStep, PlainDate } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import { refused } from '../platform/refused.ts';

/** Whose caps, counted over what; `since` is the first day that still counts, null where everything in the window does. */
export type CapWindow = {
  readonly per: CountedPer;
  readonly holderId: string;
  readonly over: CountedOver;
  readonly key: string;
  readonly since: PlainDate | null;
};

/** Counters stand under no remit: the functions answer with figures only, wherever the household was aided. */
const granted = (counter: ReturnType<typeof sql>, since: PlainDate | null) =>
  sql`coalesce((SELECT jsonb_object_agg(n.level, n.granted_fen) FROM yimen.cap_granted(${counter}, ${since}::date, NULL) n), '{}')`;

export async function openCapCounter(
  tx: Tx,
  window: CapWindow,
  now: Date,
): Promise<{ counterId: string; granted: GrantedByLevel }> {
  const { per, holderId, over, key, since } = window;
  const { rows } = await sql<{ counterId: string; granted: GrantedByLevel }>`
    SELECT c.id AS "counterId", ${granted(sql`c.id`, since)} AS granted
    FROM yimen.open_cap_counter(${per}, ${holderId}, ${over}, ${key}, ${now}) AS c (id)`.execute(tx);
  const [found] = rows;
  if (!found) throw new Error('open_cap_counter answers with its counter');
  return found;
}

export async function findCapGranted(tx: Tx, window: CapWindow): Promise<GrantedByLevel> {
  const { per, holderId, over, key, since } = window;
  const { rows } = await sql<{ granted: GrantedByLevel }>`
    SELECT ${granted(sql`yimen.find_cap_counter(${per}, ${holderId}, ${over}, ${key})`, since)} AS granted`.execute(tx);
  return rows[0]?.granted ?? {};
}

export type CapTaking = {
  readonly counterId: string;
  readonly grantId: string;
  readonly level: string;
  readonly amountFen: number;
  readonly since: PlainDate | null;
  readonly steps: readonly LadderStep[];
};

/** Takes the amount under the counter's lock; the CHECKs are the last word. @returns granted at the level with this amount. */
export async function takeFromCapCounter(tx: Tx, taking: CapTaking): Promise<number> {
  const { counterId, grantId, level, amountFen, since, steps } = taking;
  const facts = { level, amountFen };
  const codes = {
    cap_counter_level_within_cap: 'CAP_EXCEEDED',
    cap_counter_level_within_cumulative_cap: 'CAP_EXCEEDED',
  } as const;
  return refuseByConstraint(codes, facts, async () => {
    const { rows } = await sql<{
      granted: number | null;
    }>`SELECT yimen.take_from_cap_counter(${counterId}, ${grantId}, ${level}, ${amountFen}, ${since}::date, ${JSON.stringify(steps)}::jsonb) AS granted`.execute(
      tx,
    );
    const total = rows[0]?.granted ?? null;
    if (total === null) throw refused('LADDER_LEVEL_MISSING', facts);
    return total;
  });
}

export async function returnToCapCounter(tx: Tx, counterId: string, level: string, amountFen: number): Promise<void> {
  await sql`SELECT yimen.return_to_cap_counter(${counterId}, ${level}, ${amountFen})`.execute(tx);
}
