import type { TaskView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { useId, useRef } from 'react';
import { bundleTasks } from './bundle-tasks.ts';
import { groupTasks, type TaskGroup } from './group-tasks.ts';
import { TaskRow } from './TaskRow.tsx';
import { text } from './text.ts';
import { useRowKeys } from './use-row-keys.ts';

/** Tasks in groups by due moment, those alike of one case in one row; one keyboard path runs through all rows. */
export function TaskList({ tasks }: { readonly tasks: readonly TaskView[] }) {
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list}>
      {groupTasks(tasks, Date.now()).map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </div>
  );
}

const TITLES = {
  overdue: 'groupOverdue',
  today: 'groupToday',
  later: 'groupLater',
  finished: 'groupFinished',
} as const;

function Group({ group }: { readonly group: TaskGroup }) {
  const t = useText(text);
  const id = useId();
  return (
    <section className="yc-task-group" aria-labelledby={id}>
      <h2 id={id} className="yc-group-title" data-group={group.key}>
        {t(TITLES[group.key])} <span className="yc-group-count">{group.tasks.length}</span>
      </h2>
      <ul className="yc-tasks">
        {bundleTasks(group.tasks).map((bundle) => (
          <TaskRow key={bundle[0].id} bundle={bundle} />
        ))}
      </ul>
    </section>
  );
}
