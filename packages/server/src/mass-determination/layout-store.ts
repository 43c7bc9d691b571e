import { createHash } from 'node:crypto';
import type { Tx } from '../platform/db/database.ts';
import type { FactLayout } from './fact-layout.ts';
import type { OutcomeLayout } from './packed-outcomes.ts';

/** The number of a layout; one that is new is kept. */
export function factLayoutId(tx: Tx, layout: FactLayout): Promise<number> {
  const text = JSON.stringify(layout);
  const sha256 = hashOf(text);
  return idOf(
    () => tx.selectFrom('fact_layout').select('id').where('sha256', '=', sha256).executeTakeFirst(),
    () =>
      tx
        .insertInto('fact_layout')
        .values({ sha256, layout: text })
        .onConflict(KEPT_ALREADY)
        .returning('id')
        .executeTakeFirst(),
  );
}

export function outcomeLayoutId(tx: Tx, layout: OutcomeLayout): Promise<number> {
  const text = JSON.stringify(layout);
  const sha256 = hashOf(text);
  return idOf(
    () => tx.selectFrom('outcome_layout').select('id').where('sha256', '=', sha256).executeTakeFirst(),
    () =>
      tx
        .insertInto('outcome_layout')
        .values({ sha256, programmes: text })
        .onConflict(KEPT_ALREADY)
        .returning('id')
        .executeTakeFirst(),
  );
}

const KEPT_ALREADY = <T>(conflict: { doNothing: () => T }): T => conflict.doNothing();

type Found = { readonly id: number } | undefined;

/** Somebody else may keep the same one at this moment. */
async function idOf(find: () => Promise<Found>, keep: () => Promise<Found>): Promise<number> {
  return ((await find()) ?? (await keep()) ?? (await find()))?.id ?? 0;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
