import type { approveGrant as contract, ResponseOf } from '@yimen/contracts';
import { decideConference } from '@yimen/rules';
import {
  caseForAct,
  finishTasks,
  type NewTask,
  openTask,
  recordEvent,
  requireTransition,
  requireVersion,
  startLimit,
} from '../casework/index.ts';
import { getReservedAccount, insertPayments, planPayments, reserveForGrant, sealPayee } from '../funds/index.ts';
import { findPayeeAccount } from '../households/index.ts';
import { findPostOfRole, type PostFound } from '../organisation/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type ConferenceHeldRow, findConferenceFor } from './conference-store.ts';
import { payerRoleOf, requireApproverOf } from './level-permission.ts';
import { callNextApprover, findNextApprover } from './next-approver.ts';
import { changeGrant, type GrantRow, insertApproval, lockGrant } from './store.ts';
import { requireNotSplit, takeRoom } from './take-room.ts';

type Approval = Act<typeof contract>;

/** One signature; with the last one the caps are taken, the money set aside, the payee frozen and the payment ordered. */
export async function approveGrant(services: Services, act: Approval): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const grant = await lockGrant(tx, params.id);
  if (!grant) throw refused('NOT_FOUND');
  requireApproverOf(actor, grant.level);
  const approvals = grant.approvals_given + 1;
  const complete = approvals === grant.approvals_needed;
  const [found, parts, conference, next] = await inOneFlight(
    () => caseForAct(tx, actor, grant.case_id),
    async () => (complete ? findPaymentParts(act, grant) : undefined),
    async () => (grant.conference_needed ? findConferenceFor(tx, grant) : undefined),
    async () => (complete ? undefined : findNextApprover(services, tx, actor, grant)),
  );
  requireVersion(grant, body.expectedVersion, { state: grant.state, approvals: grant.approvals_given });
  requireTransition('grant', complete ? 'approve' : 'sign', grant);
  if (grant.proposed_by === actor.accountId) throw refused('OWN_WORK_BLOCKED');
  requireConference(grant, conference);
  const eventDetails = {
    grantId: grant.id,
    level: grant.level,
    amountFen: grant.amount_fen,
    approvals,
    needed: grant.approvals_needed,
  };
  const [, version] = await inOneFlight(
    () => sign(act, grant),
    () =>
      parts
        ? grantNow(services, act, grant, { ...parts, conference })
        : changeGrant(tx, grant, { approvals_given: approvals }),
    async () => (next ? callNextApprover(services, act, { grant, found, next }) : undefined),
    () => recordEvent(tx, actor, found, complete ? 'grant.approved' : 'grant.signed', now, eventDetails),
  );
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

/** Nobody signs before the case was discussed where the place asks for it, nor above what was agreed. */
function requireConference(grant: GrantRow, held: ConferenceHeldRow | undefined): void {
  const decision = decideConference({ amountFen: grant.amount_fen, conferenceNeeded: grant.conference_needed }, held);
  if (!decision.allowed) throw refused(decision.code, decision.facts);
}

function sign({ tx, actor, now, body }: Approval, grant: GrantRow): Promise<void> {
  return insertApproval(tx, {
    grant_id: grant.id,
    account_id: actor.accountId,
    region_code: grant.region_code,
    case_id: grant.case_id,
    post_id: actor.postId,
    behalf_account_id: actor.behalfAccountId,
    at: now,
    comment: body.comment,
  });
}

type PaymentParts = {
  readonly reservedId: string;
  readonly payer: PostFound | undefined;
  readonly account: Awaited<ReturnType<typeof findPayeeAccount>>;
  readonly conference: ConferenceHeldRow | undefined;
};

async function findPaymentParts({ tx }: Approval, grant: GrantRow): Promise<Omit<PaymentParts, 'conference'>> {
  const [reservedId, payer, account] = await inOneFlight(
    () => getReservedAccount(tx, grant),
    () => findPostOfRole(tx, { role: payerRoleOf(grant.level), regionCode: grant.region_code }),
    async () => (grant.method === 'bank' ? findPayeeAccount(tx, grant.payee_person_id) : undefined),
  );
  return { reservedId, payer, account };
}

/** @returns the new version of the grant. */
async function grantNow(services: Services, act: Approval, grant: GrantRow, parts: PaymentParts): Promise<number> {
  const { tx, now, actor } = act;
  const snapshot = freezePayee(services, grant, parts.account);
  const frozen = { ...grant, payee_snapshot_encrypted: snapshot };
  const stages = grant.stages as { plannedOn: string; amountFen: number }[];
  const payments = planPayments(services, frozen, stages, parts.reservedId, actor, now);
  const tasks = payments.map((payment) => payTask(services, grant, payment.id, parts.payer, now));
  const event = { grantId: grant.id, caseId: grant.case_id, level: grant.level, amountFen: grant.amount_fen };
  const approved = {
    state: 'approved',
    approvals_given: grant.approvals_needed,
    approved_at: now,
    payee_snapshot_encrypted: snapshot,
    ...(parts.conference ? { conference_id: parts.conference.id } : {}),
  };
  const [granted, , version] = await inOneFlight(
    () => takeRoom(services, tx, grant, parts.conference, now),
    () => reserveForGrant(tx, grant, parts.reservedId, actor, now),
    () => changeGrant(tx, grant, approved),
    () => insertPayments(tx, payments),
    () => finishTasks(tx, { subjectId: grant.id, kinds: ['decide-grant'] }, actor, now, 'approved'),
    ...tasks.map((task) => () => openTask(tx, task)),
    () => emit(tx, 'grant.approved', event, now),
  );
  requireNotSplit(services, grant, granted);
  return version;
}

/** Who is paid into which account, as it stands at this moment; later changes of the account do not reach this grant. */
function freezePayee({ vault }: Services, grant: GrantRow, account: PaymentParts['account']): Buffer | null {
  if (grant.method !== 'bank') return null;
  if (!account) throw refused('PAYEE_MISSING');
  return sealPayee(vault, 'relief_grant', grant.id, {
    name: account.holder_name,
    bankName: account.bank_name,
    account: vault.open('payee_account', 'account', account.id, account.account_encrypted),
  });
}

function payTask(
  services: Services,
  grant: GrantRow,
  paymentId: string,
  payer: PostFound | undefined,
  now: Date,
): NewTask {
  if (!payer) throw refused('POLICY_UNKNOWN', { role: payerRoleOf(grant.level) });
  return {
    kind: 'pay-grant',
    regionCode: grant.region_code,
    caseId: grant.case_id,
    matterId: grant.matter_id,
    subjectId: paymentId,
    summary: `${grant.payee_name} · ${grant.purpose}`,
    postId: payer.postId,
    officeId: payer.officeId,
    clock: startLimit(services, { regionCode: grant.region_code, parameter: 'urgentRelief.payWithin', startedAt: now }),
  };
}
