import { randomUUID } from 'node:crypto';
import type { BodyOf, proposeGrant as contract, LadderLevel, ResponseOf } from '@yimen/contracts';
import {
  addDays,
  decideAidKind,
  decideGrant,
  decideSameEvent,
  type Explanation,
  type GrantedByLevel,
  type PolicyOn,
  requiredApprovals,
  resolveInteger,
} from '@yimen/rules';
import {
  type CaseRow,
  caseForAct,
  findMatter,
  finishTasks,
  openCaseTask,
  policyFor,
  recordEvent,
} from '../casework/index.ts';
import { getPayingAccount } from '../funds/index.ts';
import { findPayeeAccount } from '../households/index.ts';
import { findPostOfRole, rangeOf } from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { standIns } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { findMemberName, insertEvidence, insertGrant } from './grant-store.ts';
import { openLadderCount } from './ladder-count.ts';
import { getLadder } from './ladder-view.ts';
import { listCasePreparers } from './own-work-store.ts';
import { findEvidenceUse, listEarlierAid } from './queries.ts';

type Proposal = Act<typeof contract>;

/** Three fields and pay: the rule decides level, order, caps and repetition; nothing is reserved before approval. */
export async function proposeGrant(services: Services, act: Proposal): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  requireLevelInReach(body.level, actor.regionCode);
  requireAmountsAddUp(body);
  const policy = policyFor(services, found.region_code, now);
  const evidence = await requireUnusedEvidence(services, act, found.id);
  const sameEvent = await requireNotTheSameEvent(act, found, policy);
  const payee = await requirePayee(act, found);
  const count = await openLadderCount(
    tx,
    { policy, ladder: getLadder(policy), incident: incidentOf(found, policy) },
    sameEvent.episodeId,
    { householdId: found.household_id, personId: body.payeePersonId },
    now,
  );
  const figures = decide(body, found, policy, count.granted);
  const grantedFen = count.granted[body.level] ?? 0;
  const approvals = requiredApprovals({ level: body.level, amountFen: body.amountFen, grantedFen }, policy);
  if (!approvals.allowed) throw refused(approvals.code, approvals.facts);
  const money = await getPayingAccount(tx, { money: figures.money, regionCode: found.region_code });
  const matter = await findMatter(tx, found.id, 'urgentRelief');
  if (!matter) throw refused('STATE_CONFLICT', { matter: 'urgentRelief' });
  const approver = await findFirstApprover(act, found, approvals.figures.roles);
  if (!approver) throw refused('POLICY_UNKNOWN', { roles: approvals.figures.roles });
  const grantId = randomUUID();
  await insertGrant(tx, {
    id: grantId,
    episode_id: count.episodeId,
    cap_counter_id: count.counterId,
    case_id: found.id,
    matter_id: matter.id,
    region_code: found.region_code,
    level: body.level,
    form: body.form,
    method: body.method,
    amount_fen: body.amountFen,
    items: JSON.stringify(body.items),
    stages: JSON.stringify(body.stages),
    purpose: body.purpose,
    follow_up: sameEvent.followUp,
    new_fact: body.followUp?.newFact ?? null,
    override_reason: figures.overrideUsed ? (body.emergencyOverride?.reason ?? null) : null,
    office_id: approver.officeId,
    fund_id: money.fundId,
    from_account_id: money.fromAccountId,
    payee_person_id: body.payeePersonId,
    payee_name: payee.name,
    payee_masked: payee.masked,
    approvals_needed: approvals.figures.approvers,
    conference_needed: approvals.figures.caseConference,
    explanation: JSON.stringify(figures.explanation),
    proposed_by: actor.accountId,
    proposed_behalf_account_id: actor.behalfAccountId,
    proposed_post_id: actor.postId,
    proposed_at: now,
  });
  if (evidence)
    await insertEvidence(tx, {
      ...evidence,
      grant_id: grantId,
      case_id: found.id,
      region_code: found.region_code,
      recorded_at: now,
    });
  await finishTasks(tx, { caseId: found.id, kinds: ['assess-need'] }, actor, now, 'grant proposed');
  await openCaseTask(services, tx, found, {
    kind: 'decide-grant',
    limit: 'urgentRelief.payWithin',
    to: approver,
    startedAt: now,
    matterId: matter.id,
    subjectId: grantId,
  });
  await recordEvent(tx, actor, found, 'grant.proposed', now, {
    grantId,
    level: body.level,
    amountFen: body.amountFen,
    form: body.form,
    followUp: sameEvent.followUp,
    override: figures.overrideUsed,
    conferenceNeeded: approvals.figures.caseConference,
  });
  await emit(tx, 'grant.proposed', { grantId, caseId: found.id, level: body.level }, now);
  act.note({
    subjectType: 'case',
    subjectId: found.id,
    details: { grantId, level: body.level, amountFen: body.amountFen },
  });
  return { grantId, approvalsNeeded: approvals.figures.approvers, version: 1 };
}

/** Rather somebody who may decide; where the place has nobody else the task lies with the post, and its superior is told when it is late. */
async function findFirstApprover({ tx, actor }: Proposal, found: CaseRow, role: readonly string[]) {
  const wanted = { role, regionCode: found.region_code };
  const notHeldBy = [...standIns(actor), ...(await listCasePreparers(tx, found.id))];
  return (await findPostOfRole(tx, { ...wanted, notHeldBy })) ?? findPostOfRole(tx, wanted);
}

const REACH: Readonly<Record<string, readonly LadderLevel[]>> = {
  village: ['village', 'township'],
  township: ['village', 'township'],
};

/** A village files to its society and its township; the district level is proposed by the district after hand-up. */
function requireLevelInReach(level: LadderLevel, regionCode: string): void {
  const reach = REACH[rangeOf(regionCode).level];
  if (reach && !reach.includes(level)) throw refused('LEVEL_NOT_YOURS', { level, handUp: true });
}

function requireAmountsAddUp(body: BodyOf<typeof contract>): void {
  if (body.stages.length > 0 && body.stages.reduce((sum, stage) => sum + stage.amountFen, 0) !== body.amountFen) {
    throw refusedField('INVALID_INPUT', 'stages', {
      zh: '各期金额之和须等于救助金额',
      en: 'The stages must add up to the amount',
    });
  }
  if ((body.form === 'kind') !== (body.method === 'kind'))
    throw refusedField('INVALID_INPUT', 'method', {
      zh: '物资救助须选择物资发放',
      en: 'Goods are handed out as goods',
    });
  if (body.form === 'kind' && body.items.length === 0)
    throw refusedField('INVALID_INPUT', 'items', { zh: '请列出物资', en: 'List the goods' });
  // Caps and ledger count goods with their value: an amount below it would slip past them.
  if (body.form === 'kind' && body.items.reduce((sum, item) => sum + item.valueFen, 0) !== body.amountFen)
    throw refusedField('INVALID_INPUT', 'items', {
      zh: '物资价值之和须等于救助金额',
      en: 'The goods must add up to the amount',
    });
}

function incidentOf(found: CaseRow, policy: PolicyOn) {
  return {
    householdId: found.household_id,
    caseId: found.id,
    regionCode: found.region_code,
    eventKind: found.event_kind,
    occurredOn: found.occurred_on,
    policyVersion: policy.version,
  };
}

function decide(body: BodyOf<typeof contract>, found: CaseRow, policy: PolicyOn, granted: GrantedByLevel) {
  const decision = decideGrant(
    {
      level: body.level,
      requestedFen: body.amountFen,
      grantedByLevel: granted,
      aidKind: aidKindOf(found),
      emergencyOverride: body.emergencyOverride ?? undefined,
    },
    policy,
  );
  if (!decision.allowed) throw refused(decision.code, decision.facts);
  return { ...decision.figures, explanation: decision.explanation satisfies Explanation };
}

/** Who opened the urgent-relief matter says sudden and immediate, unless the assessment answered otherwise. */
function aidKindOf(found: CaseRow) {
  const answers = found.urgency_answers as Record<string, unknown>;
  const flag = (id: string) => (typeof answers[id] === 'boolean' ? answers[id] : true);
  return decideAidKind({ suddenEvent: flag('suddenEvent'), immediateNeed: flag('immediateNeed') }).kind;
}

/** Same event, no new fact: refused with the earlier payment shown. The next level of the same case is the same aid going on. */
async function requireNotTheSameEvent(act: Proposal, found: CaseRow, policy: PolicyOn) {
  const { tx, body, now } = act;
  const window = resolveInteger(policy, 'urgentRelief.sameEventWindowDays');
  if (!window.known) throw refused('POLICY_UNKNOWN', { parameter: window.id });
  const rows = await listEarlierAid(
    tx,
    found.household_id,
    found.event_kind,
    addDays(found.occurred_on, -window.value),
  );
  const earlier = rows.filter((row) => row.case_id !== found.id || row.level === body.level);
  const decision = decideSameEvent(
    {
      kind: found.event_kind,
      occurredOn: found.occurred_on,
      documents: [],
      newFact: body.followUp?.newFact,
      earlier: earlier.map((row) => ({
        kind: found.event_kind,
        occurredOn: row.occurred_on,
        documents: [],
        grantId: row.grant_id,
        paidFen: row.amount_fen,
        paidOn: civilDate(row.approved_at ?? now),
      })),
    },
    policy,
  );
  if (decision.allowed) {
    const { followUp, earlierGrantIds } = decision.figures;
    // Follow-up aid goes on counting where the first aid counted, whatever day the new case names.
    return { followUp, episodeId: rows.find((row) => earlierGrantIds.includes(row.grant_id))?.episode_id };
  }
  throw refused(decision.code, {
    ...decision.facts,
    earlier: earlier.map((row) => ({
      grantId: row.grant_id,
      caseNo: row.case_no,
      amountFen: row.amount_fen,
      level: row.level,
      officeName: row.office_name,
      paidOn: civilDate(row.approved_at ?? now),
    })),
  });
}

/** One invoice, one aid: the same case may cite it at its next level, another case may not. */
async function requireUnusedEvidence(services: Services, act: Proposal, caseId: string) {
  const number = act.body.evidenceNumber;
  if (!number) return undefined;
  const index = services.vault.index('evidence', number.replace(/[\s-]/g, '').toUpperCase());
  const used = await findEvidenceUse(act.tx, index);
  if (used && used.case_id === caseId) return undefined;
  if (used)
    throw refused('EVIDENCE_REUSED', {
      earlier: [
        {
          grantId: used.grant_id,
          amountFen: used.amount_fen,
          level: used.level,
          officeName: used.office_name,
          paidOn: used.approved_at ? civilDate(used.approved_at) : null,
        },
      ],
    });
  return { number_index: index, number_masked: `…${number.slice(-4)}` };
}

async function requirePayee(act: Proposal, found: CaseRow): Promise<{ name: string; masked: string | null }> {
  const { tx, body } = act;
  const name = await findMemberName(tx, body.payeePersonId, found.household_id);
  if (!name)
    throw refusedField('INVALID_INPUT', 'payeePersonId', {
      zh: '收款人须是本户成员',
      en: 'The payee must belong to the household',
    });
  if (body.method !== 'bank') return { name, masked: null };
  const account = await findPayeeAccount(tx, body.payeePersonId);
  if (!account) throw refused('PAYEE_MISSING');
  return { name, masked: `${account.bank_name} ${account.account_masked}` };
}
