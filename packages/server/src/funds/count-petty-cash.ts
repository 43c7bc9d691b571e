import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Doer } from '../platform/stand-ins.ts';
import { findBox, insertCount, withdrawOpenCount } from './petty-cash-store.ts';

export type Count = {
  readonly officeId: string;
  readonly countedFen: number;
  readonly explanation: string | null;
  readonly now: Date;
};
export type CountMade = { readonly id: string; readonly bookFen: number; readonly differenceFen: number };

/**
 * Counts the money in the box against the book: what is free and what is set aside but not handed out yet. Books
 * nothing until a second person confirms; counting again withdraws the count nobody confirmed.
 */
export async function countPettyCash(tx: Tx, actor: Doer, count: Count): Promise<CountMade> {
  const known = await findBox(tx, count.officeId);
  if (!known) throw refused('NOT_FOUND');
  await withdrawOpenCount(tx, known.id, count.now);
  // Read again: a confirmation that was under way when we waited above has just moved the balance.
  const box = (await findBox(tx, count.officeId)) ?? known;
  const bookFen = box.balance_fen + box.reserved_fen;
  const { countedFen, explanation, now } = count;
  const id = await insertCount(tx, box, { countedFen, bookFen, explanation, by: actor, now });
  return { id, bookFen, differenceFen: countedFen - bookFen };
}
