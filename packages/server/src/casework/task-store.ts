import { randomUUID } from 'node:crypto';
import type { TaskKind } from '@yimen/contracts';
import { sql } from 'kysely';
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
export const OPEN = sql.lit('open');

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
