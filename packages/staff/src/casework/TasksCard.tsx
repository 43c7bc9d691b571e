import type { CaseDetail } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { useEffect, useRef } from 'react';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';

/** Where a limit of a list leads to. */
export const CLOCKS_ID = 'case-tasks';

type Task = CaseDetail['tasks'][number];

/** Clocks that run on this case now, the earliest first; what is alike stands together. */
export function TasksCard({ tasks }: Pick<CaseDetail, 'tasks'>) {
  const t = useText(text);
  const groups = groupAlike(tasks.filter((task) => task.state === 'open'));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The file arrives after the page: the browser found nothing to jump to.
    if (window.location.hash === `#${CLOCKS_ID}`) heading.current?.focus();
  }, []);
  return (
    <section className="yc-side-card" aria-labelledby={CLOCKS_ID}>
      <h2 id={CLOCKS_ID} ref={heading} tabIndex={-1}>
        {t('openTasks')}
      </h2>
      {groups.length === 0 ? <p className="yc-faint">{t('noOpenTasks')}</p> : null}
      <ul className="yc-side-tasks">
        {groups.map((group) => (
          <Clock key={group[0].id} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Clock({ group: [task, ...alike] }: { readonly group: Group }) {
  const t = useText(text);
  const words = useWords();
  return (
    <li data-state={task.clock.state}>
      <div className="yc-side-task-title">
        {words(task.words)}
        {alike.length === 0 ? null : <span className="yc-faint">{t('times', { count: alike.length + 1 })}</span>}
        {task.escalated ? <ToneTag tone="danger">{t('escalated')}</ToneTag> : null}
      </div>
      {task.hint === null ? null : <div className="yc-task-hint">{words(task.hint)}</div>}
      <DueCountdown clock={task.clock} />
      <div className="yc-faint">{nameOfPost(task.owner)}</div>
    </li>
  );
}

type Group = readonly [Task, ...Task[]];

/** Five papers owed to one date by one post are one line, not five. */
function groupAlike(tasks: readonly Task[]): readonly Group[] {
  const byDue = [...tasks].sort((first, second) => Date.parse(first.clock.dueAt) - Date.parse(second.clock.dueAt));
  const groups = Map.groupBy(byDue, (task) => [task.kind, task.clock.dueAt, task.owner.postId, task.hint?.zh].join());
  // A group has at least the task that made it.
  return [...groups.values()] as unknown as readonly Group[];
}
