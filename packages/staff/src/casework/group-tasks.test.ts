import type { TaskView } from '@yimen/contracts';
import { expect, test } from 'vitest';
import { groupTasks } from './group-tasks.ts';

// 2026-03-05 16:00 in Shanghai
const NOW = Date.parse('2026-03-05T08:00:00Z');

function task(dueAt: string, state: TaskView['state'] = 'open'): TaskView {
  return { id: dueAt, state, clock: { dueAt, state: 'running' } } as TaskView; // the other fields play no part
}

test('overdue first, then what ends today in Shanghai, then later', () => {
  // The midnight after its last day is where a limit in days ends.
  const tasks = [task('2026-03-05T16:00:00Z'), task('2026-03-05T16:00:01Z'), task('2026-03-05T07:59:00Z')];
  expect(groupTasks(tasks, NOW).map((group) => [group.key, group.tasks.length])).toEqual([
    ['overdue', 1],
    ['today', 1],
    ['later', 1],
  ]);
});

test('finished tasks stand together, whatever their due moment', () => {
  expect(groupTasks([task('2026-03-01T00:00:00Z', 'done')], NOW).map((group) => group.key)).toEqual(['finished']);
});
