import type { approveGrant as contract, ResponseOf } from '@yimen/contracts';
import { decideConference, startOfDay } from '@yimen/rules';
import {
  type CaseRow,
  caseForAct,
  finishTasks,
  type NewTask,
  newEvent,
  newTasks,
  requireTransition,
  requireVersion,
  startLimit,
} from '../casework/index.ts';
import {
  getReservedAccount,
  newPayments,
  newTransfer,
  planPayments,
  reservation,
  sealPayee,
  transferRefusals,
} from '../funds/index.ts';
import { findPayeeAccount } from '../households/index.ts';
import { findPostOfRole, type PostFound } from '../organisation/index.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import { type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Act } from '../platform/http/implement.ts';
import { newOutboxEvent } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { type ConferenceHeldRow, findConferenceFor } from './conference-store.ts';
import { APPROVAL_REFUSALS, changeGrant, type GrantRow, lockGrant } from './grant-store.ts';
import { payerRoleOf, requireApproverOf } from './level-permission.ts';
import { callNextApprover, findNextApprover } from './next-approver.ts';
import { refuseOwnProposal } from './own-work.ts';
import { requireNotSplit, takeRoom } from './take-room.ts';

type Approval = Act<typeof contract>;

/** One signature; with the last one the caps are taken, the money set aside, the payee frozen and the payment ordered. */
export async function approveGrant(services: Services, act: Approval): Promise<ResponseOf<typeof contract>> {
  const { tx, params, actor } = act;
  const grant = await lockGrant(tx, params.id);
  if (!grant) throw refused('NOT_FOUND');
  requireApproverOf(actor, grant.level);
  const isComplete = grant.approvals_given + 1 === grant.approvals_needed;
  requireSignable(act, grant, isComplete ? 'approve' : 'sign');
  const approvals = isComplete ? await signLast(services, act, grant) : await signEarlier(services, act, grant);
  act.note({
    subjectType: 'grant',
    subjectId: grant.id,
    details: { caseId: grant.case_id, amountFen: grant.amount_fen, approvals },
  });
  return {
    id: grant.id,
    state: isComplete ? 'approved' : 'proposed',
    approvals,
    approvalsNeeded: grant.approvals_needed,
    // The grant is locked since it was read.
    version: grant.version + 1,
  };
}

/** @returns how many have signed. */
async function signEarlier(services: Services, act: Approval, grant: GrantRow): Promise<number> {
  const { tx, actor } = act;
  const [found, conference, next] = await inOneFlight(
    () => caseForAct(tx, actor, grant.case_id),
    async () => (grant.conference_needed ? findConferenceFor(tx, grant) : undefined),
    () => findNextApprover(services, tx, actor, grant),
  );
  requireConference(grant, conference);
  const approvals = grant.approvals_given + 1;
  act.insertAtEnd([newSignature(act, grant), newEvent(actor, found, 'grant.signed', act.now, factsOf(grant))], {
    codes: APPROVAL_REFUSALS,
    facts: { grantId: grant.id },
  });
  act.atEnd(() => changeGrant(tx, grant, { approvals_given: approvals }));
  if (next) callNextApprover(services, act, { grant, found, next });
  return approvals;
}

/** Room first, by conditional updates that may refuse; then everything it lets happen, in one statement. */
async function signLast(services: Services, act: Approval, grant: GrantRow): Promise<number> {
  const { tx, actor, now } = act;
  const takeNow = !grant.conference_needed;
  const [found, parts, conference, takenNow] = await inOneFlight(
    () => caseForAct(tx, actor, grant.case_id),
    () => findPaymentParts(act, grant),
    async () => (grant.conference_needed ? findConferenceFor(tx, grant) : undefined),
    async () => (takeNow ? takeRoom(services, tx, grant, undefined, now) : undefined),
  );
  requireConference(grant, conference);
  requireNotSplit(services, grant, takenNow ?? (await takeRoom(services, tx, grant, conference, now)));
  orderPayment(services, act, { grant, found, conference, ...parts });
  return grant.approvals_needed;
}

function requireSignable({ body, actor }: Approval, grant: GrantRow, move: 'sign' | 'approve'): void {
  requireVersion(grant, body.expectedVersion, { state: grant.state, approvals: grant.approvals_given });
  requireTransition('grant', move, grant);
  refuseOwnProposal(grant, actor);
}

/** Nobody signs before the case was discussed where the place asks for it, nor above what was agreed. */
function requireConference(grant: GrantRow, held: ConferenceHeldRow | undefined): void {
  const decision = decideConference({ amountFen: grant.amount_fen, conferenceNeeded: grant.conference_needed }, held);
  if (!decision.allowed) throw refused(decision.code, decision.facts);
}

function newSignature({ actor, now, body }: Approval, grant: GrantRow): NewRows {
  return rowsOf('grant_approval', [
    {
      grant_id: grant.id,
      account_id: actor.accountId,
      region_code: grant.region_code,
      case_id: grant.case_id,
      post_id: actor.postId,
      behalf_account_id: actor.behalfAccountId,
      at: now,
      comment: body.comment,
    },
  ]);
}

function factsOf(grant: GrantRow) {
  const { id: grantId, level, amount_fen: amountFen, approvals_needed: needed } = grant;
  return { grantId, level, amountFen, approvals: grant.approvals_given + 1, needed };
}

type PaymentParts = {
  readonly reservedId: string;
  readonly payer: PostFound | undefined;
  readonly account: Awaited<ReturnType<typeof findPayeeAccount>>;
};
type Approved = PaymentParts & {
  readonly grant: GrantRow;
  readonly found: CaseRow;
  readonly conference: ConferenceHeldRow | undefined;
};

async function findPaymentParts({ tx }: Approval, grant: GrantRow): Promise<PaymentParts> {
  const [reservedId, payer, account] = await inOneFlight(
    () => getReservedAccount(tx, grant),
    () => findPostOfRole(tx, { role: payerRoleOf(grant.level), regionCode: grant.region_code }),
    async () => (grant.method === 'bank' ? findPayeeAccount(tx, grant.payee_person_id) : undefined),
  );
  return { reservedId, payer, account };
}

function orderPayment(services: Services, act: Approval, approved: Approved): void {
  const { tx, now, actor } = act;
  const { grant, found, conference, reservedId } = approved;
  const snapshot = freezePayee(services, grant, approved.account);
  const frozen = { ...grant, payee_snapshot_encrypted: snapshot };
  const stages = grant.stages as { plannedOn: string; amountFen: number }[];
  const payments = planPayments(services, frozen, stages, reservedId, actor, now);
  const tasks = payments.map((payment) => payTask(services, grant, payment, approved.payer, now));
  const move = reservation(grant, reservedId, actor, now);
  const told = { grantId: grant.id, caseId: grant.case_id, level: grant.level, amountFen: grant.amount_fen };
  const rows = [
    newSignature(act, grant),
    newTransfer(move),
    newPayments(payments),
    newTasks(tasks),
    newEvent(actor, found, 'grant.approved', now, factsOf(grant)),
    newOutboxEvent('grant.approved', told, now),
  ];
  act.insertAtEnd(rows, transferRefusals(move), { codes: APPROVAL_REFUSALS, facts: { grantId: grant.id } });
  act.atEnd(() =>
    changeGrant(tx, grant, {
      state: 'approved',
      approvals_given: grant.approvals_needed,
      approved_at: now,
      payee_snapshot_encrypted: snapshot,
      ...(conference ? { conference_id: conference.id } : {}),
    }),
  );
  act.atEnd(() => finishTasks(tx, { subjectId: grant.id, kinds: ['decide-grant'] }, actor, now, 'approved'));
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

/** A later stage is not paid before its day, so its clock begins with that day. */
function payTask(
  services: Services,
  grant: GrantRow,
  payment: { readonly id: string; readonly planned_on: string },
  payer: PostFound | undefined,
  now: Date,
): NewTask {
  if (!payer) throw refused('POLICY_UNKNOWN', { role: payerRoleOf(grant.level) });
  const startedAt = new Date(Math.max(now.getTime(), Date.parse(startOfDay(payment.planned_on))));
  return {
    kind: 'pay-grant',
    regionCode: grant.region_code,
    caseId: grant.case_id,
    matterId: grant.matter_id,
    subjectId: payment.id,
    summary: `${grant.payee_name} · ${grant.purpose}`,
    postId: payer.postId,
    officeId: payer.officeId,
    clock: startLimit(services, {
      regionCode: grant.region_code,
      parameter: 'urgentRelief.payWithin',
      startedAt,
      setOn: now,
    }),
  };
}
