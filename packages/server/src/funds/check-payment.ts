import type { Done } from '@yimen/contracts';
import { decidePaymentChecks, findPolicyForRegion } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { isAmong } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { addCheck, countCheck, listInvolved, lockPayment } from './payment-store.ts';
import { refuseRelativesMoney } from './refuse-own-work.ts';
import { requireFresh } from './require-fresh.ts';

export type PaymentToCheck = { readonly id: string; readonly expectedVersion: number; readonly now: Date };

/** A second person looks at a bank payment before it may go out; the last one needed approves it. */
export async function checkPayment(
  tx: Tx,
  services: Pick<Services, 'policy'>,
  actor: Actor,
  given: PaymentToCheck,
): Promise<Done> {
  const payment = await lockPayment(tx, given.id);
  requireFresh(payment, given.expectedVersion, ['ordered']);
  requireCheckingRole(services, actor, payment.region_code, payment.amount_fen, given.now);
  const involved = await listInvolved(tx, payment.id);
  if (isAmong(actor, involved)) throw refused('OWN_WORK_BLOCKED', { paymentId: payment.id });
  await refuseRelativesMoney(tx, [payment.id], actor);
  await addCheck(tx, payment, actor, given.now);
  const version = await countCheck(tx, payment.id, given.expectedVersion);
  if (version === undefined) throw refused('STATE_CONFLICT', { state: payment.state });
  return { id: payment.id, version };
}

/** Which posts may check is part of the locality's table, by amount. */
function requireCheckingRole(
  services: Pick<Services, 'policy'>,
  actor: Actor,
  regionCode: string,
  amountFen: number,
  now: Date,
): void {
  const policy = findPolicyForRegion(services.policy, regionCode, civilDate(now));
  const decision = policy && decidePaymentChecks({ amountFen }, policy);
  if (!decision?.allowed) throw refused('POLICY_UNKNOWN', { parameter: 'payment.checks', regionCode });
  const { roles } = decision.figures;
  if (roles.length > 0 && !roles.includes(actor.role)) throw refused('LEVEL_NOT_YOURS', { roles, amountFen });
}
