import { dueAfter } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { listProvisionalTasks, setTaskDue } from './store.ts';

const BATCH = 500;

/** Computes provisional due moments again from what each task stored; the calendar must hold the new schedule already. */
export async function recomputeProvisional(services: Pick<Services, 'calendar'>, tx: Tx): Promise<number> {
  const calendar = services.calendar();
  let recomputed = 0;
  for (let after = ''; ; ) {
    const tasks = await listProvisionalTasks(tx, after, BATCH);
    for (const task of tasks) {
      const clock = task.limit_unit === 'workingDays' ? 'workingDays' : 'calendarDays';
      const due = dueAfter(
        { limit: { amount: task.limit_amount, clock }, startedAt: task.started_at.toISOString() },
        calendar,
      );
      await setTaskDue(tx, task.id, { dueAt: new Date(due.dueAt), dueOn: due.dueOn, provisional: due.provisional });
    }
    recomputed += tasks.length;
    after = tasks.at(-1)?.id ?? '';
    if (tasks.length < BATCH) return recomputed;
  }
}
