import type { ConferenceView, PaperDutyView, PaymentView, UrgentReliefPanel } from '@yimen/contracts';
import { unfinishedStates } from '@yimen/rules';
import { sql } from 'kysely';
import { clockJson, clockMoment } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';

export type EarlierAidRow = {
  grant_id: string;
  episode_id: string;
  case_id: string;
  case_no: string;
  occurred_on: string;
  amount_fen: number;
  level: string;
  office_name: string;
  state: string;
  approved_at: Date | null;
};

/** Aid for the same kind of event since a day, wherever it was paid: amount, level, office, date — no names (PR12). */
export async function listEarlierAid(
  tx: Tx,
  householdId: string,
  eventKind: string,
  since: string,
): Promise<EarlierAidRow[]> {
  const { rows } =
    await sql<EarlierAidRow>`SELECT * FROM yimen.find_earlier_aid(${householdId}, ${eventKind}, ${since})`.execute(tx);
  return rows;
}

export type EvidenceUse = {
  grant_id: string;
  amount_fen: number;
  level: string;
  office_name: string;
  approved_at: Date | null;
  state: string;
  case_id: string;
};

export async function findEvidenceUse(tx: Tx, index: Buffer): Promise<EvidenceUse | undefined> {
  const { rows } =
    await sql<EvidenceUse>`SELECT u.*, (SELECT e.case_id FROM yimen.relief_evidence e WHERE e.number_index = ${index}) AS case_id FROM yimen.find_evidence_use(${index}) u`.execute(
      tx,
    );
  return rows[0];
}

export type RawGrant = {
  id: string;
  caseId: string;
  level: string;
  form: 'money' | 'kind';
  amountFen: number;
  items: UrgentReliefPanel['grants'][number]['items'];
  purpose: string;
  state: UrgentReliefPanel['grants'][number]['state'];
  method: 'cash' | 'bank' | 'kind';
  followUp: boolean;
  newFact: string | null;
  overrideReason: string | null;
  officeName: string;
  proposedBy: string;
  /** With the person acted for, as are the ids below. */
  proposerIds: string[];
  proposedAt: string;
  approvalsNeeded: number;
  approvals: UrgentReliefPanel['grants'][number]['approvals'];
  approverIds: string[];
  refusedReason: string | null;
  conferenceNeeded: boolean;
  payeeName: string;
  payments: PaymentView[];
  explanation: UrgentReliefPanel['grants'][number]['explanation'];
  version: number;
};

export type RawConference = ConferenceView & { readonly recorderIds: string[] };

export type RawPanel = {
  caseVersion: number;
  caseState: 'open' | 'closed';
  householdId: string;
  eventKind: string;
  occurredOn: string;
  regionCode: string;
  preparerIds: string[];
  grants: RawGrant[];
  conferences: RawConference[];
  papers: Omit<PaperDutyView, 'availableActions' | 'photoIds'>[];
  afterChecks: (UrgentReliefPanel['afterChecks'][number] & { readonly officeId: string })[];
  handedUp: UrgentReliefPanel['handedUp'];
  payees: UrgentReliefPanel['payees'];
};

const selectPanel = fixedStatement<ReturnType<typeof clockMoment> & { caseId: string }, { view: RawPanel }>(
  (
    given,
  ) => sql`SELECT json_build_object('caseVersion', c.version, 'caseState', c.state, 'householdId', c.household_id, 'eventKind', c.event_kind, 'occurredOn', c.occurred_on, 'regionCode', c.region_code,
    'preparerIds', yimen.case_preparers(c.id),
    'grants', coalesce((SELECT json_agg(json_build_object('id', g.id, 'caseId', g.case_id, 'level', g.level, 'form', g.form, 'amountFen', g.amount_fen, 'items', g.items, 'purpose', g.purpose, 'state', g.state, 'method', g.method,
        'followUp', g.follow_up, 'newFact', g.new_fact, 'overrideReason', g.override_reason, 'officeName', o.name, 'proposedBy', a.name, 'proposerIds', array_remove(ARRAY[g.proposed_by, g.proposed_behalf_account_id], NULL), 'proposedAt', g.proposed_at, 'approvalsNeeded', g.approvals_needed,
        'approverIds', ARRAY(SELECT x.account_id FROM yimen.grant_approval x WHERE x.grant_id = g.id) || ARRAY(SELECT x.behalf_account_id FROM yimen.grant_approval x WHERE x.grant_id = g.id AND x.behalf_account_id IS NOT NULL),
        'approvals', coalesce((SELECT json_agg(json_build_object('by', xa.name, 'office', xo.name, 'onBehalfOf', (SELECT b.name FROM yimen.account b WHERE b.id = x.behalf_account_id), 'at', x.at, 'comment', x.comment) ORDER BY x.at)
          FROM yimen.grant_approval x JOIN yimen.account xa ON xa.id = x.account_id JOIN yimen.post xp ON xp.id = x.post_id JOIN yimen.office xo ON xo.id = xp.office_id WHERE x.grant_id = g.id), '[]'),
        'refusedReason', g.refused_reason, 'conferenceNeeded', g.conference_needed, 'payeeName', g.payee_name, 'explanation', g.explanation, 'version', g.version,
        'payments', coalesce((SELECT json_agg(json_build_object('id', p.id, 'grantId', p.grant_id, 'seq', p.seq, 'amountFen', p.amount_fen, 'method', p.method, 'state', p.state, 'plannedOn', p.planned_on, 'payeeName', p.payee_name, 'payeeAccountMasked', p.payee_masked,
          'batchNo', (SELECT b.batch_no FROM yimen.payment_batch b WHERE b.id = p.batch_id), 'failureReason', p.failure_reason, 'paidAt', p.paid_at, 'signedBy', p.signed_by, 'fundName', coalesce(yimen.fund_name(p.fund_id), '')) ORDER BY p.seq, p.ordered_at)
          FROM yimen.payment p WHERE p.grant_id = g.id), '[]')) ORDER BY g.proposed_at)
      FROM yimen.relief_grant g JOIN yimen.office o ON o.id = g.office_id JOIN yimen.account a ON a.id = g.proposed_by WHERE g.case_id = c.id), '[]'),
    'conferences', coalesce((SELECT json_agg(json_build_object('id', k.id, 'heldOn', k.held_on, 'participants', k.participants, 'conclusion', k.conclusion, 'agreedFen', k.agreed_fen, 'grantedFen', k.granted_fen, 'minutes', k.minutes,
        'recorderIds', array_remove(ARRAY[k.recorded_by, k.behalf_account_id], NULL), 'recordedBy', ka.name, 'officeName', ko.name, 'onBehalfOf', (SELECT b.name FROM yimen.account b WHERE b.id = k.behalf_account_id), 'recordedAt', k.recorded_at) ORDER BY k.seq DESC)
      FROM yimen.case_conference k JOIN yimen.account ka ON ka.id = k.recorded_by JOIN yimen.post kp ON kp.id = k.recorded_post_id JOIN yimen.office ko ON ko.id = kp.office_id WHERE k.case_id = c.id), '[]'),
    'papers', coalesce((SELECT json_agg(json_build_object('id', r.id, 'caseId', r.case_id, 'grantId', r.grant_id, 'paperId', r.paper_id, 'label', json_build_object('zh', r.label_zh, 'en', r.label_en), 'provider', r.provider, 'state', r.state,
        'clock', ${clockJson(sql`t`, given)}, 'escalated', t.escalated_at IS NOT NULL, 'fulfilledAt', r.ended_at, 'note', r.note, 'recoveryFen', r.recovery_fen, 'recoveredFen', r.recovered_fen, 'version', r.version) ORDER BY t.due_at, r.paper_id)
      FROM yimen.relief_paper r JOIN yimen.task t ON t.id = r.task_id WHERE r.case_id = c.id), '[]'),
    'afterChecks', coalesce((SELECT json_agg(json_build_object('taskId', t.id, 'grantId', t.subject_id, 'officeId', t.office_id, 'clock', ${clockJson(sql`t`, given)}, 'done', t.state = 'done', 'finding', t.result) ORDER BY t.due_at) FROM yimen.task t WHERE t.case_id = c.id AND t.kind = 'after-check'), '[]'),
    'handedUp', (SELECT json_build_object('at', e.at, 'toOffice', coalesce(e.details->>'toOffice', '')) FROM yimen.case_event e WHERE e.case_id = c.id AND e.act = 'case.handed-up' ORDER BY e.id DESC LIMIT 1),
    'payees', coalesce((SELECT json_agg(json_build_object('personId', p.id, 'name', p.name, 'accountMasked', (SELECT pa.bank_name || ' ' || pa.account_masked FROM yimen.payee_account pa WHERE pa.person_id = p.id AND pa.replaced_at IS NULL)) ORDER BY (m.relation <> 'head'), p.birth_date)
      FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id WHERE m.household_id = c.household_id AND m.to_date IS NULL), '[]')) AS view
    FROM yimen."case" c WHERE c.id = ${given.caseId}`,
);

export async function findPanel(tx: Tx, caseId: string, now: Date): Promise<RawPanel | undefined> {
  const [found] = await selectPanel(tx, { caseId, ...clockMoment(now) });
  return found?.view;
}

export async function listPaymentIds(tx: Tx, grantId: string): Promise<string[]> {
  const rows = await tx.selectFrom('payment').select('id').where('grant_id', '=', grantId).execute();
  return rows.map((row) => row.id);
}

/** Who leads the household now; undefined when everybody has left it. */
export async function findHeadPersonId(tx: Tx, householdId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('household_member')
    .select('person_id')
    .where('household_id', '=', householdId)
    .where('to_date', 'is', null)
    .orderBy((eb) => eb('relation', '<>', 'head'))
    .limit(1)
    .executeTakeFirst();
  return row?.person_id;
}

const UNFINISHED = {
  grants: unfinishedStates('grant'),
  payments: unfinishedStates('payment'),
  papers: unfinishedStates('paper'),
  tasks: unfinishedStates('task'),
};

/** What of a case the state table does not call finished. */
export async function countOpen(tx: Tx, caseId: string) {
  const { rows } = await sql<{ grants: number; payments: number; papers: number; checks: number; aided: number }>`SELECT
    (SELECT count(*) FROM yimen.relief_grant g WHERE g.case_id = ${caseId} AND g.state = ANY(${UNFINISHED.grants})) AS grants,
    (SELECT count(*) FROM yimen.payment p WHERE p.case_id = ${caseId} AND p.state = ANY(${UNFINISHED.payments})) AS payments,
    (SELECT count(*) FROM yimen.relief_paper r WHERE r.case_id = ${caseId} AND r.state = ANY(${UNFINISHED.papers})) AS papers,
    (SELECT count(*) FROM yimen.task t WHERE t.case_id = ${caseId} AND t.kind = 'after-check' AND t.state = ANY(${UNFINISHED.tasks})) AS checks,
    (SELECT count(*) FROM yimen.relief_grant g WHERE g.case_id = ${caseId} AND g.paid_fen > 0) AS aided`.execute(tx);
  return rows[0] ?? { grants: 0, payments: 0, papers: 0, checks: 0, aided: 0 };
}

/** Names of the papers of a case that are owed and past their moment, longest overdue first. */
export async function listLatePapers(tx: Tx, caseId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('relief_paper as r')
    .innerJoin('task as t', 't.id', 'r.task_id')
    .select('r.label_zh')
    .where('r.case_id', '=', caseId)
    .where('r.state', '=', 'due')
    .where('t.due_at', '<=', now)
    .orderBy('t.due_at')
    .orderBy('r.paper_id')
    .execute();
  return rows.map((row) => row.label_zh);
}

/** Whether an override has had its first check. */
export async function wasChecked(tx: Tx, grantId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`SELECT EXISTS (SELECT 1 FROM yimen.relief_grant g
    JOIN yimen.task t ON t.case_id = g.case_id AND t.subject_id = g.id AND t.kind = 'after-check' AND t.state = 'done'
    WHERE g.id = ${grantId}) AS done`.execute(tx);
  return rows[0]?.done ?? false;
}
