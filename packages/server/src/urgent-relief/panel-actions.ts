import type { AvailableAction, Words } from '@yimen/contracts';
import { isPossible } from '../casework/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import { mayApprove, mayPay } from './level-permission.ts';
import { missingConference } from './missing-conference.ts';
import type { RawGrant, RawPanel } from './queries.ts';

const RELATIVE: Words = {
  zh: '您已备案为当事人近亲属，应当回避',
  en: 'You are filed as a near relative and must stand aside',
};
const OWN: Words = {
  zh: '您提出或调查了此事，须由他人审批',
  en: 'You proposed or surveyed this; somebody else must decide',
};
const SIGNED: Words = { zh: '您已签署，等待另一位审批人', en: 'You have signed; another approver must sign' };

const RECORD: Words = { zh: '登记一事一议', en: 'Record a case conference' };
const RECORD_AGAIN: Words = { zh: '登记再次会商', en: 'Record another conference' };
const OWN_PROPOSAL: Words = {
  zh: '您提出了这笔救助，会议记录须由他人登记',
  en: 'You proposed this grant; somebody else records the conference',
};

/** What this post may do with a grant now, and what stands in the way. */
export function grantActions(grant: RawGrant, panel: RawPanel, actor: Actor, relative: boolean): AvailableAction[] {
  const actions: AvailableAction[] = [];
  if (isPossible('grant', 'refuse', grant) && mayApprove(actor, grant.level)) {
    const barred = barredFromDeciding(grant, panel, actor, relative);
    const signed = grant.approverIds.includes(actor.accountId) ? SIGNED : null;
    const blockedBy = barred ?? signed ?? waitsForConference(grant, panel);
    actions.push(
      { act: 'approve', label: { zh: '审批同意', en: 'Approve' }, blockedBy },
      { act: 'refuse', label: { zh: '不予救助', en: 'Refuse' }, blockedBy: barred },
    );
  }
  if (isPossible('grant', 'payStage', grant) && grant.method !== 'bank' && mayPay(actor, grant.level)) {
    const proposed = grant.proposedById === actor.accountId ? OWN : null;
    const blockedBy = relative ? RELATIVE : proposed;
    actions.push({ act: 'hand-out', label: { zh: '发放并签收', en: 'Hand out' }, blockedBy });
  }
  if (isCancellable(grant) && actor.permissions.has('relief.propose')) {
    actions.push({ act: 'cancel', label: { zh: '撤回', en: 'Cancel' }, blockedBy: relative ? RELATIVE : null });
  }
  return actions;
}

/** The newest conference that the proposer did not record decides. */
function waitsForConference(grant: RawGrant, panel: RawPanel): Words | null {
  const held = panel.conferences.find((one) => one.recordedById !== grant.proposedById);
  return missingConference(grant, held);
}

/** A relative, the proposer and a surveyor do not decide. */
function barredFromDeciding(grant: RawGrant, panel: RawPanel, actor: Actor, relative: boolean): Words | null {
  if (relative) return RELATIVE;
  return grant.proposedById === actor.accountId || panel.surveyorIds.includes(actor.accountId) ? OWN : null;
}

function isCancellable(grant: RawGrant): boolean {
  const untouched = grant.payments.every((payment) => payment.state === 'ordered' || payment.state === 'approved');
  return isPossible('grant', 'cancel', grant) && untouched;
}

export function paperActions(state: string, actor: Actor, relative: boolean): AvailableAction[] {
  const blockedBy = relative ? RELATIVE : null;
  const actions: AvailableAction[] = [];
  if (isPossible('paper', 'fulfil', { state }) && actor.permissions.has('relief.papers'))
    actions.push({ act: 'fulfil', label: { zh: '已补齐', en: 'File' }, blockedBy });
  if (isPossible('paper', 'waive', { state }) && actor.permissions.has('relief.waive')) {
    actions.push(
      { act: 'waive', label: { zh: '免补', en: 'Waive' }, blockedBy },
      { act: 'recover', label: { zh: '启动追回', en: 'Start recovery' }, blockedBy },
    );
  }
  if (isPossible('paper', 'finishRecovery', { state }) && actor.permissions.has('fund.receive'))
    actions.push({ act: 'recovered', label: { zh: '登记追回款', en: 'Record recovered money' }, blockedBy });
  return actions;
}

export function panelActions(panel: RawPanel, actor: Actor, relative: boolean): AvailableAction[] {
  if (panel.caseState === 'closed') return [];
  const blockedBy = relative ? RELATIVE : null;
  const actions: AvailableAction[] = [];
  if (actor.permissions.has('relief.propose'))
    actions.push({ act: 'propose', label: { zh: '提出急难救助', en: 'Propose urgent relief' }, blockedBy });
  if (actor.permissions.has('case.hand-over') && panel.handedUp === null)
    actions.push({ act: 'hand-up', label: { zh: '申报上一级', en: 'Hand up' }, blockedBy });
  const inNeed = panel.grants.filter((grant) => isPossible('grant', 'sign', grant) && grant.conferenceNeeded);
  if (actor.permissions.has('relief.record-conference') && inNeed.length > 0) {
    const own = inNeed.some((grant) => grant.proposedById === actor.accountId) ? OWN_PROPOSAL : null;
    const label = panel.conferences.length === 0 ? RECORD : RECORD_AGAIN;
    actions.push({ act: 'record-conference', label, blockedBy: blockedBy ?? own });
  }
  if (actor.permissions.has('relief.after-check') && panel.afterChecks.some((check) => !check.done))
    actions.push({ act: 'after-check', label: { zh: '事后核查', en: 'Check the override' }, blockedBy });
  return actions;
}
