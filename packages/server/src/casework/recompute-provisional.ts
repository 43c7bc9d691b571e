import { dueAfter } from '@yimen/rules';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Services } from '../services.ts';
import { listProvisionalTasks, setTaskDue } from './store.ts';

const BATCH = 500;

/** A year's schedule arrived: provisional due moments are computed again from what the task stored. */
export async function recomputeProvisional(services: Services): Promise<number> {
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    const tasks = await listProvisionalTasks(tx, BATCH);
    const calendar = services.calendar();
    for (const task of tasks) {
      if (task.limit_unit === 'hours') continue;
      const clock = task.limit_unit === 'workingDays' ? 'workingDays' : 'calendarDays';
      const due = dueAfter({ limit: { amount: task.limit_amount, clock }, startedAt: task.started_at.toISOString() }, calendar);
      await setTaskDue(tx, task.id, { dueAt: new Date(due.dueAt), dueOn: due.dueOn, provisional: due.provisional });
    }
    return tasks.length;
  });
}
