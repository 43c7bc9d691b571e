import { randomUUID } from 'node:crypto';
import { decidePaymentChecks, findPolicyForRegion } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refused } from '../platform/refused.ts';
import type { Doer } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { openPayee, sealPayee } from './payee-snapshot.ts';
import type { NewPayment } from './payment-store.ts';
import type { GrantMoney } from './reserve-grant.ts';

export type GrantToPay = GrantMoney & {
  readonly method: string;
  readonly payee_name: string;
  readonly payee_snapshot_encrypted: Buffer | null;
  readonly payee_masked: string | null;
};
export type Stage = { readonly plannedOn: string; readonly amountFen: number };
type Needs = Pick<Services, 'vault' | 'policy'>;

/** The payments of an approved grant: one now, or the planned stages. */
export function planPayments(
  services: Needs,
  grant: GrantToPay,
  stages: readonly Stage[],
  reservedId: string,
  actor: Doer,
  now: Date,
): NewPayment[] {
  const planned = stages.length > 0 ? stages : [{ plannedOn: civilDate(now), amountFen: grant.amount_fen }];
  const total = planned.reduce((sum, stage) => sum + stage.amountFen, 0);
  if (total !== grant.amount_fen) throw refused('INVALID_INPUT', { stagesFen: total, amountFen: grant.amount_fen });
  return planned.map((stage, index) => ({
    ...paymentOf(services, grant, stage, now),
    seq: index + 1,
    reserved_account_id: reservedId,
    ordered_by: actor.accountId,
    ordered_behalf_account_id: actor.behalfAccountId,
    ordered_at: now,
  }));
}

function paymentOf(services: Needs, grant: GrantToPay, stage: Stage, now: Date) {
  const id = randomUUID();
  const isBank = grant.method === 'bank';
  const checksNeeded = isBank ? checksFor(services, grant.region_code, stage.amountFen, now) : 0;
  return {
    id,
    grant_id: grant.id,
    case_id: grant.case_id,
    region_code: grant.region_code,
    amount_fen: stage.amountFen,
    method: grant.method,
    state: checksNeeded === 0 ? 'approved' : 'ordered',
    planned_on: stage.plannedOn,
    fund_id: grant.fund_id,
    payee_name: grant.payee_name,
    checks_needed: checksNeeded,
    replaces_id: null,
    ...(isBank ? frozenPayee(services, grant, id) : NO_ACCOUNT),
  } satisfies Omit<
    NewPayment,
    'seq' | 'reserved_account_id' | 'ordered_by' | 'ordered_behalf_account_id' | 'ordered_at'
  >;
}

const NO_ACCOUNT = { payee_snapshot_encrypted: null, payee_masked: null, bank_name: null } as const;

/** Sealed again for its new row: a ciphertext opens only where it belongs. */
function frozenPayee({ vault }: Needs, grant: GrantToPay, paymentId: string) {
  if (!grant.payee_snapshot_encrypted) throw refused('PAYEE_MISSING');
  const payee = openPayee(vault, 'relief_grant', grant.id, grant.payee_snapshot_encrypted);
  return {
    payee_snapshot_encrypted: sealPayee(vault, 'payment', paymentId, payee),
    payee_masked: grant.payee_masked,
    bank_name: payee.bankName,
  };
}

/** How many people check a bank payment besides who ordered it (`payment.checks`). */
export function checksFor(services: Pick<Needs, 'policy'>, regionCode: string, amountFen: number, now: Date): number {
  const policy = findPolicyForRegion(services.policy, regionCode, civilDate(now));
  const decision = policy && decidePaymentChecks({ amountFen }, policy);
  if (!decision?.allowed) throw refused('POLICY_UNKNOWN', { parameter: 'payment.checks', regionCode });
  return decision.figures.checkers;
}
