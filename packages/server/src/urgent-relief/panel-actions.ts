import type { AvailableAction, Words } from '@yimen/contracts';
import { isPossible } from '../casework/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import { isAmong } from '../platform/stand-ins.ts';
import { mayApprove, mayPay } from './level-permission.ts';
import { missingConference } from './missing-conference.ts';
import type { RawGrant, RawPanel } from './queries.ts';

const RELATIVE: Words = {
  zh: '您已备案为当事人近亲属，应当回避',
  en: 'You are filed as a near relative and must stand aside',
};
const OWN: Words = {
  zh: '您受理、调查或提出了此事，须由他人审批',
  en: 'You took this in, surveyed or proposed it; somebody else must decide',
};
const OWN_PAY: Words = {
  zh: '您提出了这笔救助，须由他人办理',
  en: 'You proposed this grant; somebody else must do this',
};
const OWN_OVERRIDE: Words = {
  zh: '您提出或审批了这笔越级救助，须由他人核查',
  en: 'You proposed or signed this override; somebody else must check it',
};
const DISTRICT: Words = { zh: '核查不属实，由区级跟进', en: 'Found unjustified: the district follows it up' };
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
    const signed = isAmong(actor, grant.approverIds) ? SIGNED : null;
    const blockedBy = barred ?? signed ?? waitsForConference(grant, panel);
    actions.push(
      { act: 'approve', label: { zh: '审批同意', en: 'Approve' }, blockedBy },
      { act: 'refuse', label: { zh: '不予救助', en: 'Refuse' }, blockedBy: barred },
    );
  }
  if (isPossible('grant', 'payStage', grant) && grant.method !== 'bank' && mayPay(actor, grant.level)) {
    const proposed = isAmong(actor, grant.proposerIds) ? OWN_PAY : null;
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
  const held = panel.conferences.find((one) => !one.recorderIds.some((id) => grant.proposerIds.includes(id)));
  return missingConference(grant, held);
}

/** A relative, who took in, who surveyed and who proposed do not decide. */
function barredFromDeciding(grant: RawGrant, panel: RawPanel, actor: Actor, relative: boolean): Words | null {
  if (relative) return RELATIVE;
  return isAmong(actor, [...grant.proposerIds, ...panel.preparerIds]) ? OWN : null;
}

function isCancellable(grant: RawGrant): boolean {
  const untouched = grant.payments.every((payment) => payment.state === 'ordered' || payment.state === 'approved');
  return isPossible('grant', 'cancel', grant) && untouched;
}

export function paperActions(
  { state, grantId }: RawPanel['papers'][number],
  panel: RawPanel,
  actor: Actor,
  relative: boolean,
): AvailableAction[] {
  const blockedBy = relative ? RELATIVE : null;
  const grant = panel.grants.find((one) => one.id === grantId);
  const own = grant && isAmong(actor, grant.proposerIds) ? OWN_PAY : null;
  const actions: AvailableAction[] = [];
  if (isPossible('paper', 'fulfil', { state }) && actor.permissions.has('relief.papers'))
    actions.push({ act: 'fulfil', label: { zh: '已补齐', en: 'File' }, blockedBy });
  if (isPossible('paper', 'waive', { state }) && actor.permissions.has('relief.waive')) {
    actions.push(
      { act: 'waive', label: { zh: '免补', en: 'Waive' }, blockedBy: blockedBy ?? own },
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
    const own = inNeed.some((grant) => isAmong(actor, grant.proposerIds)) ? OWN_PROPOSAL : null;
    const label = panel.conferences.length === 0 ? RECORD : RECORD_AGAIN;
    actions.push({ act: 'record-conference', label, blockedBy: blockedBy ?? own });
  }
  const unchecked = panel.afterChecks.filter((check) => !check.done);
  if (actor.permissions.has('relief.after-check') && unchecked.length > 0) {
    const bars = unchecked.map((check) => barredFromChecking(check, panel, actor));
    const bar = bars.includes(null) ? null : (bars[0] ?? null);
    actions.push({
      act: 'after-check',
      label: { zh: '事后核查', en: 'Check the override' },
      blockedBy: blockedBy ?? bar,
    });
  }
  return actions;
}

/** Who proposed or signed an override does not check it; the second look at it is the district's. */
function barredFromChecking(check: RawPanel['afterChecks'][number], panel: RawPanel, actor: Actor): Words | null {
  const grant = panel.grants.find((one) => one.id === check.grantId);
  if (grant && isAmong(actor, [...grant.proposerIds, ...grant.approverIds])) return OWN_OVERRIDE;
  const isSecond = panel.afterChecks.some((one) => one.done && one.grantId === check.grantId);
  return isSecond && check.officeId !== actor.officeId ? DISTRICT : null;
}
