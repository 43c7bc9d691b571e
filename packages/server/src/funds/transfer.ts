import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/database.ts';
import { insertTogether, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import { type Refusals, refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import { insertTransfers, transferRow } from './store.ts';

export const TRANSFER_KINDS = [
  'receipt',
  'issue',
  'return-issue',
  'reserve',
  'release',
  'spend',
  'refund',
  'recovery',
  'shortage',
  'surplus',
] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** Who moves money; a job or a seed passes an account too: no transfer without a person. */
export type Mover = { readonly accountId: string };

export type NewTransfer = {
  readonly fundId: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amountFen: number;
  readonly kind: TransferKind;
  /** Place the money is about: decides who sees the line. */
  readonly regionCode: string;
  readonly caseId?: string;
  readonly grantId?: string;
  readonly paymentId?: string;
  readonly memo: string;
  readonly actor: Mover;
  readonly now: Date;
};

/** Never read a balance to decide whether money is there: the CHECKs of `fund_account` decide, these words explain. */
const REFUSALS = {
  fund_account_not_negative: 'INSUFFICIENT_FUNDS',
  fund_account_below_ceiling: 'CAP_EXCEEDED',
  transfer_from_same_fund: 'FUNDS_DO_NOT_MIX',
  transfer_to_same_fund: 'FUNDS_DO_NOT_MIX',
  // The second of two people who hand out the same payment.
  transfer_spend_once: 'STATE_CONFLICT',
} as const;

/** Moves money between two accounts of one fund; balances follow by trigger. @returns the id of the transfer. */
export async function transfer(tx: Tx, move: NewTransfer): Promise<string> {
  const id = randomUUID();
  const { codes, facts } = transferRefusals(move);
  await refuseByConstraint(codes, facts, () => insertTogether(tx, rowsOf('transfer', [transferRow(id, move)])));
  return id;
}

/** A transfer as part of a larger statement, which refuses by `transferRefusals`. */
export function newTransfer(move: NewTransfer): NewRows {
  return rowsOf('transfer', [transferRow(randomUUID(), move)]);
}

/** What the ledger forbids, in words. */
export function transferRefusals(move: NewTransfer): Refusals {
  const { fromAccountId: accountId, toAccountId, amountFen } = move;
  return { codes: REFUSALS, facts: { accountId, toAccountId, amountFen } };
}

/** Many transfers in one statement: balances move once per account. */
export async function transferAll(tx: Tx, moves: readonly NewTransfer[]): Promise<void> {
  if (moves.length === 0) return;
  const facts = { transfers: moves.length, amountFen: moves.reduce((sum, move) => sum + move.amountFen, 0) };
  const rows = moves.map((move) => ({ id: randomUUID(), move }));
  await refuseByConstraint(REFUSALS, facts, () => insertTransfers(tx, rows));
}
