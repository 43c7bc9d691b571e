import type { AvailableAction, getUrgentRelief as contract, UrgentReliefPanel, Words } from '@yimen/contracts';
import { EVENT_KINDS } from '@yimen/contracts';
import { addDays, explain, resolveInteger } from '@yimen/rules';
import { policyFor, refuseRelatives } from '../casework/index.ts';
import { EVENT_KIND_WORDS } from '../discovery/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { levelLabels, showLadder } from './ladder-view.ts';
import { levelOf, mayApprove, mayPay } from './level-permission.ts';
import { findPanel, listEarlierAid, type RawGrant, type RawPanel } from './queries.ts';
import { findEpisode, listEpisodeLevels } from './store.ts';

const RELATIVE: Words = {
  zh: '您已备案为当事人近亲属，应当回避',
  en: 'You are filed as a near relative and must stand aside',
};
const OWN: Words = {
  zh: '您提出或调查了此事，须由他人审批',
  en: 'You proposed or surveyed this; somebody else must decide',
};
const SIGNED: Words = { zh: '您已签署，等待另一位审批人', en: 'You have signed; another approver must sign' };

/** Ladder, grants, payments, papers owed and what this post may do about each. */
export async function showPanel(services: Services, act: Act<typeof contract>): Promise<UrgentReliefPanel> {
  const { tx, params, now, actor } = act;
  const raw = await findPanel(tx, params.id, now);
  if (!raw) throw refused('NOT_FOUND');
  act.note({ subjectType: 'case', subjectId: params.id });
  const policy = policyFor(services, raw.regionCode, now);
  const episodeId = await findEpisode(tx, raw);
  const ladder = showLadder(policy, episodeId ? await listEpisodeLevels(tx, episodeId) : []);
  const labels = levelLabels(policy);
  const relative = await isRelative(act, raw.householdId);
  return {
    caseId: params.id,
    caseVersion: raw.caseVersion,
    episodeId: episodeId ?? null,
    ladder,
    grants: raw.grants.map((grant) => showGrant(grant, raw, actor, relative, labels)),
    papers: raw.papers.map((paper) => ({
      ...paper,
      photoIds: [],
      availableActions: paperActions(paper.state, actor, relative),
    })),
    earlier: await earlierAid(act, raw, policyWindow(policy)),
    afterChecks: raw.afterChecks,
    handedUp: raw.handedUp,
    payees: raw.payees,
    availableActions: panelActions(raw, actor, relative),
  };
}

function policyWindow(policy: Parameters<typeof resolveInteger>[0]): number {
  const window = resolveInteger(policy, 'urgentRelief.sameEventWindowDays');
  return window.known ? window.value : 0;
}

async function isRelative(act: Act<typeof contract>, householdId: string): Promise<boolean> {
  try {
    await refuseRelatives(act.tx, act.actor, householdId);
    return false;
  } catch (error) {
    if (error instanceof Refused && error.code === 'RELATIVE_BLOCKED') return true;
    throw error;
  }
}

function showGrant(
  grant: RawGrant,
  panel: RawPanel,
  actor: Actor,
  relative: boolean,
  labels: ReadonlyMap<string, Words>,
): UrgentReliefPanel['grants'][number] {
  const { proposedById, approverIds, ...rest } = grant;
  return {
    ...rest,
    level: levelOf(grant.level),
    levelLabel: labels.get(grant.level) ?? { zh: grant.level, en: grant.level },
    // Written by proposeGrant from the rules' own tree.
    sentences: {
      zh: [...explain(grant.explanation as Parameters<typeof explain>[0], 'zh')],
      en: [...explain(grant.explanation as Parameters<typeof explain>[0], 'en')],
    },
    availableActions: grantActions({ ...grant, proposedById, approverIds }, panel, actor, relative),
  };
}

function grantActions(grant: RawGrant, panel: RawPanel, actor: Actor, relative: boolean): AvailableAction[] {
  const actions: AvailableAction[] = [];
  if (grant.state === 'proposed' && mayApprove(actor, grant.level)) {
    const barred = barredFromDeciding(grant, panel, actor, relative);
    const signed = grant.approverIds.includes(actor.accountId) ? SIGNED : null;
    actions.push(
      { act: 'approve', label: { zh: '审批同意', en: 'Approve' }, blockedBy: barred ?? signed },
      { act: 'refuse', label: { zh: '不予救助', en: 'Refuse' }, blockedBy: barred },
    );
  }
  if (grant.state === 'approved' && grant.method !== 'bank' && mayPay(actor, grant.level)) {
    const proposed = grant.proposedById === actor.accountId ? OWN : null;
    const blockedBy = relative ? RELATIVE : proposed;
    actions.push({ act: 'hand-out', label: { zh: '发放并签收', en: 'Hand out' }, blockedBy });
  }
  if (isCancellable(grant) && actor.permissions.has('relief.propose')) {
    actions.push({ act: 'cancel', label: { zh: '撤回', en: 'Cancel' }, blockedBy: relative ? RELATIVE : null });
  }
  return actions;
}

/** A relative, the proposer and a surveyor do not decide. */
function barredFromDeciding(grant: RawGrant, panel: RawPanel, actor: Actor, relative: boolean): Words | null {
  if (relative) return RELATIVE;
  return grant.proposedById === actor.accountId || panel.surveyorIds.includes(actor.accountId) ? OWN : null;
}

function isCancellable(grant: RawGrant): boolean {
  if (grant.state === 'proposed') return true;
  const untouched = grant.payments.every((payment) => payment.state === 'ordered' || payment.state === 'approved');
  return grant.state === 'approved' && untouched;
}

function paperActions(state: string, actor: Actor, relative: boolean): AvailableAction[] {
  const blockedBy = relative ? RELATIVE : null;
  const actions: AvailableAction[] = [];
  if (state === 'due' && actor.permissions.has('relief.papers'))
    actions.push({ act: 'fulfil', label: { zh: '已补齐', en: 'File' }, blockedBy });
  if (state === 'due' && actor.permissions.has('relief.waive')) {
    actions.push(
      { act: 'waive', label: { zh: '免补', en: 'Waive' }, blockedBy },
      { act: 'recover', label: { zh: '启动追回', en: 'Start recovery' }, blockedBy },
    );
  }
  if (state === 'in-recovery' && actor.permissions.has('fund.receive'))
    actions.push({ act: 'recovered', label: { zh: '登记追回款', en: 'Record recovered money' }, blockedBy });
  return actions;
}

function panelActions(panel: RawPanel, actor: Actor, relative: boolean): AvailableAction[] {
  if (panel.caseState === 'closed') return [];
  const blockedBy = relative ? RELATIVE : null;
  const actions: AvailableAction[] = [];
  if (actor.permissions.has('relief.propose'))
    actions.push({ act: 'propose', label: { zh: '提出急难救助', en: 'Propose urgent relief' }, blockedBy });
  if (actor.permissions.has('case.hand-over') && panel.handedUp === null)
    actions.push({ act: 'hand-up', label: { zh: '申报上一级', en: 'Hand up' }, blockedBy });
  if (actor.permissions.has('relief.after-check') && panel.afterChecks.some((check) => !check.done))
    actions.push({ act: 'after-check', label: { zh: '事后核查', en: 'Check the override' }, blockedBy });
  return actions;
}

async function earlierAid(
  act: Act<typeof contract>,
  panel: RawPanel,
  windowDays: number,
): Promise<UrgentReliefPanel['earlier']> {
  const rows = await listEarlierAid(act.tx, panel.householdId, panel.eventKind, addDays(panel.occurredOn, -windowDays));
  const kind = EVENT_KINDS.find((one) => one === panel.eventKind) ?? 'other';
  return rows
    .filter((row) => row.case_id !== act.params.id)
    .map((row) => ({
      grantId: row.grant_id,
      caseNo: row.case_no,
      amountFen: row.amount_fen,
      level: levelOf(row.level),
      paidAt: row.approved_at?.toISOString() ?? null,
      officeName: row.office_name,
      eventWords: `${EVENT_KIND_WORDS[kind].zh} ${row.occurred_on}（${civilDate(row.approved_at ?? act.now)}）`,
    }));
}
