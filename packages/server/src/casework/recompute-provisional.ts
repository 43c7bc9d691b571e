import type { Tx } from '../platform/db/database.ts';
import { emit } from '../platform/outbox/emit.ts';
import type { Services } from '../services.ts';
import { listProvisionalTasks, moveTaskDue, type ProvisionalTask } from './deadline-store.ts';
import { recordEvent } from './event-store.ts';
import { countLimitAgain } from './start-limit.ts';
import { finishTasks } from './task-store.ts';

const BATCH = 500;

/** Computes provisional due moments again from what each task stored; the calendar must hold the new schedule already. */
export async function recomputeProvisional(
  services: Pick<Services, 'calendar' | 'policy'>,
  tx: Tx,
  now: Date,
): Promise<number> {
  let recomputed = 0;
  for (let after = ''; ; ) {
    const tasks = await listProvisionalTasks(tx, after, BATCH);
    for (const task of tasks) if (await recomputeOne(services, tx, task, now)) recomputed += 1;
    after = tasks.at(-1)?.id ?? '';
    if (tasks.length < BATCH) return recomputed;
  }
}

/** @returns false when the schedule it waits for is still another year's. */
async function recomputeOne(
  services: Pick<Services, 'calendar' | 'policy'>,
  tx: Tx,
  task: ProvisionalTask,
  now: Date,
): Promise<boolean> {
  const moments = countLimitAgain(services, task);
  const { dueAt, provisional } = moments;
  if (provisional && dueAt.getTime() === task.dueAt.getTime()) return false;
  await moveTaskDue(tx, task.id, moments, now);
  // The superior was called too early: nothing is overdue any more.
  if (dueAt > now)
    await finishTasks(
      tx,
      { subjectId: task.id, kinds: ['handle-escalation'] },
      null,
      now,
      'due moment recomputed',
      'cancelled',
    );
  if (task.caseId)
    await recordEvent(tx, 'system', { id: task.caseId, region_code: task.regionCode }, 'task.recomputed', now, {
      taskKind: task.kind,
      from: task.dueAt,
      dueAt,
      provisional,
    });
  await emit(tx, 'task.recomputed', { taskId: task.id, kind: task.kind, caseId: task.caseId }, now);
  return true;
}
