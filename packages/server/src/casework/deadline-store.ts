import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { TaskClock } from './start-limit.ts';
import { OPEN } from './task-store.ts';

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
