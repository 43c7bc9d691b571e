import { randomUUID } from 'node:crypto';
import type { TaskKind } from '@yimen/contracts';
import { type Act, stateAfter, statesBefore } from '@yimen/rules';
import { sql } from 'kysely';
import { memberIdNumbers } from '../households/index.ts';
import { type Filer, relativesAmong } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import { insertTogether, type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { TaskClock } from './start-limit.ts';

export type NewTask = {
  readonly kind: TaskKind;
  readonly regionCode: string;
  readonly caseId?: string;
  readonly matterId?: string;
  readonly reportId?: string;
  /** The grant, paper, referral or task this task is about. */
  readonly subjectId?: string;
  readonly summary: string;
  readonly postId: string;
  readonly officeId: string;
  readonly clock: TaskClock;
};

/** Opens a task; owner, due moment and legal basis are part of it from the first moment. */
export async function openTask(tx: Tx, task: NewTask): Promise<string> {
  const id = randomUUID();
  await insertTogether(tx, rowsOf('task', [taskRow(id, task)]));
  return id;
}

/** The same as part of a larger statement: what the tasks are about and the tasks are written together or not at all. */
export function newTasks(tasks: readonly NewTask[]): NewRows {
  return rowsOf(
    'task',
    tasks.map((task) => taskRow(randomUUID(), task)),
  );
}

export function taskRow(id: string, task: NewTask) {
  const { clock } = task;
  return {
    id,
    kind: task.kind,
    region_code: task.regionCode,
    case_id: task.caseId ?? null,
    matter_id: task.matterId ?? null,
    report_id: task.reportId ?? null,
    subject_id: task.subjectId ?? null,
    summary: task.summary,
    post_id: task.postId,
    office_id: task.officeId,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    due_on: clock.dueOn,
    warn_at: clock.warnAt,
    due_provisional: clock.provisional,
    limit_amount: clock.limitAmount,
    limit_unit: clock.limitUnit,
    clause_id: clock.clauseId,
    clause_zh: clock.clauseZh,
    clause_en: clock.clauseEn,
  };
}

// Indexes hold the open tasks only and are found by the word itself.
const OPEN = sql.lit('open');

export type TaskSelection = {
  readonly taskId?: string;
  readonly caseId?: string;
  readonly reportId?: string;
  readonly subjectId?: string;
  readonly kinds?: readonly TaskKind[];
};

const SUBJECTS = { taskId: 'id', caseId: 'case_id', reportId: 'report_id', subjectId: 'subject_id' } as const;
type Subject = keyof typeof SUBJECTS;
type Ending = Omit<TaskSelection, 'kinds'> & {
  readonly kinds: readonly TaskKind[] | null;
  readonly state: 'done' | 'cancelled';
  readonly now: Date;
  readonly by: string | null;
  readonly result: string;
};
// One statement for every way to say which tasks are meant, so that each has its index.
const endings = new Map<string, ReturnType<typeof fixedStatement<Ending, { id: string }>>>();

function endingFor(subjects: readonly Subject[]) {
  const shape = subjects.join();
  const known = endings.get(shape);
  if (known) return known;
  const made = fixedStatement<Ending, { id: string }>((given) => {
    const which = subjects.map((name) => sql`${sql.ref(SUBJECTS[name])} = ${given[name]}`);
    return sql`UPDATE yimen.task SET state = ${given.state}, ended_at = ${given.now}, ended_by = ${given.by}, result = ${given.result}, version = version + 1
      WHERE state = ${OPEN} AND ${sql.join(which, sql` AND `)} AND (${given.kinds}::text[] IS NULL OR kind = ANY(${given.kinds}::text[])) RETURNING id`;
  });
  endings.set(shape, made);
  return made;
}

/** Ends the open tasks of a subject; @returns how many were open. */
export async function finishTasks(
  tx: Tx,
  which: TaskSelection,
  actor: Pick<Actor, 'accountId'> | null,
  now: Date,
  result: string,
  state: 'done' | 'cancelled' = 'done',
): Promise<number> {
  const subjects = (['taskId', 'caseId', 'reportId', 'subjectId'] as const).filter((name) => which[name]);
  if (subjects.length === 0) throw new Error('finishTasks needs a subject');
  const by = actor?.accountId ?? null;
  const ended = await endingFor(subjects)(tx, { ...which, kinds: which.kinds ?? null, state, now, by, result });
  return ended.length;
}

export async function lockTask(tx: Tx, id: string) {
  return tx.selectFrom('task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Tasks of one post go to another when a case changes hands. */
export async function moveTasks(
  tx: Tx,
  caseId: string,
  fromPostId: string,
  to: { postId: string; officeId: string },
): Promise<void> {
  await tx
    .updateTable('task')
    .set((eb) => ({ post_id: to.postId, office_id: to.officeId, version: eb('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('post_id', '=', fromPostId)
    .where('state', '=', OPEN)
    .execute();
}

/** Open tasks of a subject go to whoever takes them over; their clocks run on. */
export async function handTasksTo(
  tx: Tx,
  which: Pick<TaskSelection, 'reportId' | 'subjectId'> & { readonly kinds: readonly TaskKind[] },
  to: { postId: string; officeId: string },
): Promise<void> {
  let update = tx
    .updateTable('task')
    .set((eb) => ({ post_id: to.postId, office_id: to.officeId, version: eb('version', '+', 1) }))
    .where('state', '=', OPEN)
    .where('kind', 'in', [...which.kinds]);
  if (which.reportId) update = update.where('report_id', '=', which.reportId);
  if (which.subjectId) update = update.where('subject_id', '=', which.subjectId);
  if (!which.reportId && !which.subjectId) throw new Error('handTasksTo needs a subject');
  await update.execute();
}

/** What an open task is about has changed; @returns how many were open. */
export async function retellTask(
  tx: Tx,
  which: { readonly caseId: string; readonly kind: TaskKind },
  summary: string,
): Promise<number> {
  const done = await tx
    .updateTable('task')
    .set((eb) => ({ summary, version: eb('version', '+', 1) }))
    .where('state', '=', 'open')
    .where('case_id', '=', which.caseId)
    .where('kind', '=', which.kind)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Stands in the column of names; whoever is somebody has an office. */
const PLATFORM = '系统';

export function isByPlatform(event: { readonly by: string | null; readonly office: string }): boolean {
  return event.by === PLATFORM && event.office === '';
}

export type EventAuthor = Pick<Actor, 'accountId' | 'accountName' | 'postId' | 'officeName' | 'behalfName'> | 'system';
export type EventCase = { readonly id: string; readonly region_code: string };

/** One line of the timeline; insert-only. */
export function recordEvent(
  tx: Tx,
  author: EventAuthor,
  about: EventCase,
  act: string,
  now: Date,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  return insertTogether(tx, newEvent(author, about, act, now, details));
}

/** One line of the timeline as part of a larger statement. */
export function newEvent(...entry: Parameters<typeof eventRow>): NewRows {
  return rowsOf('case_event', [eventRow(...entry)]);
}

export function eventRow(
  author: EventAuthor,
  about: EventCase,
  act: string,
  now: Date,
  details?: Readonly<Record<string, unknown>>,
) {
  const by =
    author === 'system'
      ? { account_id: null, post_id: null, by_name: PLATFORM, office_name: '', behalf_name: null }
      : {
          account_id: author.accountId,
          post_id: author.postId,
          by_name: author.accountName,
          office_name: author.officeName,
          behalf_name: author.behalfName,
        };
  return {
    case_id: about.id,
    region_code: about.region_code,
    at: now,
    act,
    details: details ? JSON.stringify(details) : null,
    ...by,
  };
}

export async function lockCase(tx: Tx, id: string) {
  return tx.selectFrom('case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** How the account is related to somebody in the household, as it filed (R-171). */
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
export type NewMatter = { readonly id: string; readonly programme: string; readonly procedure: string | null };

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

/** Ends the matters of a case that the state table lets end so; what ended otherwise before stays as it is. */
export async function endMatters(
  tx: Tx,
  caseId: string,
  act: 'finish' | 'refuse' | 'refer' | 'cancel',
  now: Date,
): Promise<void> {
  await changeMatters(tx, caseId, act, now);
}

export async function reopenMatters(tx: Tx, caseId: string): Promise<void> {
  await changeMatters(tx, caseId, 'reopen', null);
}

async function changeMatters(tx: Tx, caseId: string, act: Act<'matter'>, endedAt: Date | null): Promise<void> {
  await tx
    .updateTable('matter')
    .set((eb) => ({ state: stateAfter('matter', act), ended_at: endedAt, version: eb('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('state', 'in', [...statesBefore('matter', act)])
    .execute();
}

export async function findMatter(tx: Tx, caseId: string, programme: string) {
  return tx
    .selectFrom('matter')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('programme', '=', programme)
    .executeTakeFirst();
}

export async function insertNotice(
  tx: Tx,
  row: {
    id: string;
    case_id: string;
    region_code: string;
    items: string;
    issued_at: Date;
    issued_by: string;
    reissue_reason: string | null;
  },
): Promise<void> {
  await tx.insertInto('one_time_notice').values(row).execute();
}

/** @returns true when a list stood before. */
export async function supersedeNotice(tx: Tx, caseId: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('one_time_notice')
    .set({ superseded_at: now })
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function hasNotice(tx: Tx, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('one_time_notice')
    .select('id')
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSurvey(
  tx: Tx,
  row: {
    id: string;
    case_id: string;
    region_code: string;
    surveyed_on: string;
    with_whom: string;
    findings: string;
    account_id: string;
    behalf_account_id: string | null;
    post_id: string;
    at: Date;
  },
): Promise<void> {
  await tx.insertInto('survey').values(row).execute();
}

/** Tasks whose warning moment has come; marked and returned in one statement, so two workers never warn twice. */
export async function takeTasksToWarn(tx: Tx, now: Date, limit: number) {
  return tx
    .updateTable('task')
    .set({ warned_at: now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('task')
        .select('id')
        .where('state', '=', OPEN)
        .where('warned_at', 'is', null)
        .where('warn_at', '<=', now)
        .orderBy('warn_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'case_id', 'report_id', 'post_id', 'office_id', 'region_code', 'summary', 'due_at'])
    .execute();
}

export async function takeTasksToEscalate(tx: Tx, now: Date, limit: number) {
  return tx
    .updateTable('task')
    .set({ escalated_at: now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('task')
        .select('id')
        .where('state', '=', OPEN)
        .where('escalated_at', 'is', null)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      'id',
      'kind',
      'case_id',
      'report_id',
      'matter_id',
      'post_id',
      'office_id',
      'region_code',
      'summary',
      'due_at',
      'subject_id',
    ])
    .execute();
}

export async function markEscalatedTo(tx: Tx, taskId: string, postId: string): Promise<void> {
  await tx.updateTable('task').set({ escalated_to_post_id: postId }).where('id', '=', taskId).execute();
}

/** Open tasks whose due moment waits for a year's schedule, in the order of their ids. */
export async function listProvisionalTasks(tx: Tx, afterId: string, limit: number) {
  let tasks = tx
    .selectFrom('task')
    .select(['id', 'kind', 'case_id as caseId', 'region_code as regionCode', 'due_at as dueAt'])
    .select(['started_at as startedAt', 'limit_amount as limitAmount'])
    .select((eb) => eb.ref('limit_unit').$castTo<TaskClock['limitUnit']>().as('limitUnit'))
    .where('state', '=', OPEN)
    .where('due_provisional', '=', sql.lit(true))
    .where('limit_unit', '<>', 'hours');
  if (afterId) tasks = tasks.where('id', '>', afterId);
  return tasks.orderBy('id').limit(limit).execute();
}

export type ProvisionalTask = Awaited<ReturnType<typeof listProvisionalTasks>>[number];

/** Moves a due moment with its warning; a warning or an escalation that came too early does not stand. */
export async function moveTaskDue(
  tx: Tx,
  id: string,
  to: Pick<TaskClock, 'dueAt' | 'dueOn' | 'warnAt' | 'provisional'>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('task')
    .set((eb) => ({
      due_at: to.dueAt,
      due_on: to.dueOn,
      warn_at: to.warnAt,
      due_provisional: to.provisional,
      version: eb('version', '+', 1),
    }))
    .$if(to.warnAt > now, (update) => update.set({ warned_at: null }))
    .$if(to.dueAt > now, (update) => update.set({ escalated_at: null, escalated_to_post_id: null }))
    .where('id', '=', id)
    .where('state', '=', OPEN)
    .execute();
}
