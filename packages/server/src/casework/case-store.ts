import { sql } from 'kysely';
import { memberIdNumbers } from '../households/index.ts';
import { type Filer, relativesAmong } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import { type EventAuthor, newEvent } from './event-store.ts';
import type { NewMatter } from './matter-store.ts';
import { type NewTask, taskRow } from './task-store.ts';

export async function lockCase(tx: Tx, id: string) {
  return tx.selectFrom('case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** How the account is related to somebody in the household, as it filed. */
export function findRelationToHousehold(tx: Tx, who: Filer, householdId: string): Promise<string | undefined> {
  return relativesAmong(tx, who, memberIdNumbers(sql`${householdId}`));
}

export function findRelationToCase(tx: Tx, who: Filer, caseId: string): Promise<string | undefined> {
  const household = sql<string>`(SELECT c.household_id FROM yimen."case" c WHERE c.id = ${caseId})`;
  return relativesAmong(tx, who, memberIdNumbers(household));
}

export async function findCase(tx: Tx, id: string) {
  return tx.selectFrom('case').selectAll().where('id', '=', id).executeTakeFirst();
}

export type CaseRow = NonNullable<Awaited<ReturnType<typeof lockCase>>>;

export type CaseChange = Partial<
  Pick<
    CaseRow,
    | 'urgency'
    | 'urgency_possible'
    | 'urgency_answers'
    | 'responsible_post_id'
    | 'office_id'
    | 'hand_over_post_id'
    | 'hand_over_at'
    | 'state'
    | 'closed_at'
    | 'outcome'
    | 'outcome_reason'
    | 'need'
  >
>;

/** The only place where a case changes. @returns the new version. */
export async function changeCase(tx: Tx, id: string, change: CaseChange): Promise<number> {
  const row = await tx
    .updateTable('case')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export type NewCase = {
  readonly id: string;
  readonly case_no: string;
  readonly region_code: string;
  readonly township_code: string;
  readonly household_id: string;
  readonly head_name: string;
  readonly summary: string;
  readonly event_kind: string;
  readonly occurred_on: string;
  readonly place_detail_encrypted: Buffer | null;
  readonly description: string;
  readonly need: string;
  readonly urgency: string;
  readonly urgency_possible: string;
  readonly urgency_answers: string;
  readonly office_id: string;
  readonly responsible_post_id: string;
  readonly first_asked_post_id: string;
  readonly opened_at: Date;
  readonly opened_by: string;
  readonly opened_behalf_account_id: string | null;
};

/** Case, its first matter, first task, first timeline entry, to be written in one statement: never half a case. */
export function newCase(
  row: NewCase,
  matter: NewMatter,
  taskId: string,
  task: NewTask,
  author: EventAuthor,
): NewRows[] {
  return [
    rowsOf('case', [row]),
    rowsOf('matter', [
      {
        id: matter.id,
        case_id: row.id,
        region_code: row.region_code,
        township_code: row.township_code,
        programme: matter.programme,
        procedure: matter.procedure,
        office_id: row.office_id,
        opened_at: row.opened_at,
        due_at: task.clock.dueAt,
      },
    ]),
    rowsOf('task', [taskRow(taskId, task)]),
    newEvent(author, row, 'case.opened', row.opened_at, { caseNo: row.case_no }),
  ];
}

export async function nextCaseNumber(tx: Tx, today: string): Promise<string> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('yimen.case_number') AS n`.execute(tx);
  return `JJ${today.replaceAll('-', '')}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}

export async function addParticipant(
  tx: Tx,
  caseId: string,
  officeId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('case_participant')
    .values({ case_id: caseId, office_id: officeId, reason, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Participation as part of the statement that opens the case, where nobody can have joined before. */
export function newParticipant(caseId: string, officeId: string, reason: string, now: Date): NewRows {
  return rowsOf('case_participant', [{ case_id: caseId, office_id: officeId, reason, since: now }]);
}
