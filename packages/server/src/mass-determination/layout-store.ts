import { createHash } from 'node:crypto';
import type { Tx } from '../platform/db/database.ts';
import type { FactLayout } from './fact-layout.ts';
import type { OutcomeLayout } from './packed-outcomes.ts';

/** The number of a layout; one that is new is kept. */
export async function factLayoutId(tx: Tx, layout: FactLayout): Promise<number> {
  const text = JSON.stringify(layout);
  const sha256 = hashOf(text);
  const find = () => tx.selectFrom('fact_layout').select('id').where('sha256', '=', sha256).executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  const made = tx.insertInto('fact_layout').values({ sha256, layout: text });
  const row = await made
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return (row ?? (await find()))?.id ?? 0;
}

export async function outcomeLayoutId(tx: Tx, layout: OutcomeLayout): Promise<number> {
  const text = JSON.stringify(layout);
  const sha256 = hashOf(text);
  const find = () => tx.selectFrom('outcome_layout').select('id').where('sha256', '=', sha256).executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  const made = tx.insertInto('outcome_layout').values({ sha256, programmes: text });
  const row = await made
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return (row ?? (await find()))?.id ?? 0;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
