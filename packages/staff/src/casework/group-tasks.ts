import type { TaskView } from '@yimen/contracts';
import { todayInShanghai } from './today.ts';

const GROUPS = ['overdue', 'today', 'later', 'finished'] as const;

export interface TaskGroup {
  readonly key: (typeof GROUPS)[number];
  readonly tasks: readonly TaskView[];
}

/** Overdue first, then what ends today in Shanghai, then the rest; the order inside a group is the server's. */
export function groupTasks(tasks: readonly TaskView[], now: number): readonly TaskGroup[] {
  return GROUPS.map((key) => ({ key, tasks: tasks.filter((task) => groupOf(task, now) === key) })).filter(
    (group) => group.tasks.length > 0,
  );
}

function groupOf(task: TaskView, now: number): TaskGroup['key'] {
  if (task.state !== 'open') return 'finished';
  if (task.clock.state === 'overdue' || Date.parse(task.clock.dueAt) <= now) return 'overdue';
  // A limit in days ends at the midnight after its last day.
  return todayInShanghai(Date.parse(task.clock.dueAt) - 1) === todayInShanghai(now) ? 'today' : 'later';
}
