import type { approveGrant as contract, ResponseOf } from '@yimen/contracts';
import { caseForAct, finishTasks, openTask, recordEvent, requireVersion, startLimit } from '../casework/index.ts';
import { orderPayments, reserveForGrant, sealPayee } from '../funds/index.ts';
import { findPayeeAccount } from '../households/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { payerRoleOf, requireApproverOf } from './level-permission.ts';
import { changeGrant, type GrantRow, insertApproval, lockGrant, takeFromCaps } from './store.ts';

type Approval = Act<typeof contract>;

/** One signature; with the last one the caps are taken, the money set aside, the payee frozen and the payment ordered. */
export async function approveGrant(services: Services, act: Approval): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const grant = await lockGrant(tx, params.id);
  if (!grant) throw refused('NOT_FOUND');
  requireApproverOf(actor, grant.level);
  const found = await caseForAct(tx, actor, grant.case_id);
  requireVersion(grant, body.expectedVersion, { state: grant.state, approvals: grant.approvals_given });
  if (grant.state !== 'proposed') throw refused('STATE_CONFLICT', { state: grant.state });
  if (grant.proposed_by === actor.accountId) throw refused('OWN_WORK_BLOCKED');
  await insertApproval(tx, {
    grant_id: grant.id,
    account_id: actor.accountId,
    region_code: grant.region_code,
    case_id: grant.case_id,
    post_id: actor.postId,
    behalf_account_id: actor.behalfAccountId,
    at: now,
    comment: body.comment,
  });
  const approvals = grant.approvals_given + 1;
  const complete = approvals === grant.approvals_needed;
  const version = complete
    ? await grantNow(services, act, grant)
    : await changeGrant(tx, grant, { approvals_given: approvals });
  await recordEvent(tx, actor, found, complete ? 'grant.approved' : 'grant.signed', now, {
    grantId: grant.id,
    level: grant.level,
    amountFen: grant.amount_fen,
    approvals,
    needed: grant.approvals_needed,
  });
  act.note({
    subjectType: 'grant',
    subjectId: grant.id,
    details: { caseId: grant.case_id, amountFen: grant.amount_fen, approvals },
  });
  return {
    id: grant.id,
    state: complete ? 'approved' : 'proposed',
    approvals,
    approvalsNeeded: grant.approvals_needed,
    version,
  };
}

async function grantNow(services: Services, act: Approval, grant: GrantRow): Promise<number> {
  const { tx, now, actor } = act;
  await takeFromCaps(tx, grant.episode_id, grant.level, grant.amount_fen);
  await reserveForGrant(tx, grant, actor, now);
  const snapshot = await freezePayee(services, act, grant);
  const version = await changeGrant(tx, grant, {
    state: 'approved',
    approvals_given: grant.approvals_needed,
    approved_at: now,
    payee_snapshot_encrypted: snapshot,
  });
  const stages = grant.stages as { plannedOn: string; amountFen: number }[];
  const paymentIds = await orderPayments(
    tx,
    services,
    { ...grant, payee_snapshot_encrypted: snapshot },
    stages,
    actor,
    now,
  );
  await finishTasks(tx, { subjectId: grant.id, kinds: ['decide-grant'] }, actor, now, 'approved');
  await openPayTasks(services, act, grant, paymentIds);
  await emit(
    tx,
    'grant.approved',
    { grantId: grant.id, caseId: grant.case_id, level: grant.level, amountFen: grant.amount_fen },
    now,
  );
  return version;
}

/** Who is paid into which account, as it stands at this moment; later changes of the account do not reach this grant. */
async function freezePayee(services: Services, act: Approval, grant: GrantRow): Promise<Buffer | null> {
  if (grant.method !== 'bank') return null;
  const account = await findPayeeAccount(act.tx, grant.payee_person_id);
  if (!account) throw refused('PAYEE_MISSING');
  const number = services.vault.open('payee_account', 'account', account.id, account.account_encrypted);
  return sealPayee(services.vault, 'relief_grant', grant.id, {
    name: account.holder_name,
    bankName: account.bank_name,
    account: number,
  });
}

async function openPayTasks(
  services: Services,
  act: Approval,
  grant: GrantRow,
  paymentIds: readonly string[],
): Promise<void> {
  const payer = await findPostOfRole(act.tx, { role: payerRoleOf(grant.level), regionCode: grant.region_code });
  if (!payer) throw refused('POLICY_UNKNOWN', { role: payerRoleOf(grant.level) });
  const clock = startLimit(services, {
    regionCode: grant.region_code,
    parameter: 'urgentRelief.payWithin',
    startedAt: act.now,
  });
  for (const paymentId of paymentIds) {
    await openTask(act.tx, {
      kind: 'pay-grant',
      regionCode: grant.region_code,
      caseId: grant.case_id,
      matterId: grant.matter_id,
      subjectId: paymentId,
      summary: `${grant.payee_name} · ${grant.purpose}`,
      postId: payer.postId,
      officeId: payer.officeId,
      clock,
    });
  }
}
