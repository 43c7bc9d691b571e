import { randomUUID } from 'node:crypto';
import type { Done } from '@yimen/contracts';
import { findPayeeAccount } from '../households/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Doer } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { checksFor } from './order-payments.ts';
import { openPayee, type PayeeSnapshot, sealPayee } from './payee-snapshot.ts';
import { findPayeePerson, insertPayments, lockPayment, markReplaced } from './payment-store.ts';
import { refuseRelativesMoney } from './refuse-own-work.ts';
import { requireFresh } from './require-fresh.ts';

export type Replacement = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly useCurrentAccount: boolean;
  readonly now: Date;
};
type Needs = Pick<Services, 'vault' | 'policy'>;
type FailedPayment = NonNullable<Awaited<ReturnType<typeof lockPayment>>>;

/** The bank refused: the same money is ordered again, to the frozen account or the one now on record, and checked anew. */
export async function replacePayment(tx: Tx, services: Needs, actor: Doer, given: Replacement): Promise<Done> {
  const failed = await lockPayment(tx, given.id);
  requireFresh(failed, given.expectedVersion, ['failed']);
  await refuseRelativesMoney(tx, [failed.id], actor);
  const payee = given.useCurrentAccount ? await currentPayee(tx, services, failed) : frozenPayee(services, failed);
  if (!(await markReplaced(tx, failed.id))) throw refused('STATE_CONFLICT', { state: failed.state });
  const id = randomUUID();
  const checksNeeded = checksFor(services, failed.region_code, failed.amount_fen, given.now);
  await insertPayments(tx, [
    {
      id,
      grant_id: failed.grant_id,
      case_id: failed.case_id,
      region_code: failed.region_code,
      seq: failed.seq,
      amount_fen: failed.amount_fen,
      method: failed.method,
      state: checksNeeded === 0 ? 'approved' : 'ordered',
      planned_on: civilDate(given.now),
      fund_id: failed.fund_id,
      reserved_account_id: failed.reserved_account_id,
      payee_name: failed.payee_name,
      payee_snapshot_encrypted: sealPayee(services.vault, 'payment', id, payee.snapshot),
      payee_masked: payee.masked,
      bank_name: payee.snapshot.bankName,
      ordered_by: actor.accountId,
      ordered_behalf_account_id: actor.behalfAccountId,
      ordered_at: given.now,
      checks_needed: checksNeeded,
      replaces_id: failed.id,
    },
  ]);
  await emit(
    tx,
    'payment.replaced',
    {
      paymentId: id,
      replacesId: failed.id,
      grantId: failed.grant_id,
      caseId: failed.case_id,
      amountFen: failed.amount_fen,
    },
    given.now,
  );
  return { id, version: 1 };
}

type Payee = { readonly snapshot: PayeeSnapshot; readonly masked: string | null };

function frozenPayee({ vault }: Needs, failed: FailedPayment): Payee {
  if (!failed.payee_snapshot_encrypted) throw refused('PAYEE_MISSING');
  return {
    snapshot: openPayee(vault, 'payment', failed.id, failed.payee_snapshot_encrypted),
    masked: failed.payee_masked,
  };
}

async function currentPayee(tx: Tx, { vault }: Needs, failed: FailedPayment): Promise<Payee> {
  const personId = await findPayeePerson(tx, failed.grant_id);
  const account = personId === undefined ? undefined : await findPayeeAccount(tx, personId);
  if (!account) throw refused('PAYEE_MISSING');
  const snapshot = {
    name: account.holder_name,
    bankName: account.bank_name,
    account: vault.open('payee_account', 'account', account.id, account.account_encrypted),
  };
  return { snapshot, masked: account.account_masked };
}
