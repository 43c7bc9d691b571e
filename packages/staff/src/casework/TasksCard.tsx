import type { CaseDetail } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';

/** Clocks that run on this case now, the earliest first. */
export function TasksCard({ tasks }: Pick<CaseDetail, 'tasks'>) {
  const t = useText(text);
  const words = useWords();
  const open = tasks
    .filter((task) => task.state === 'open')
    .sort((first, second) => Date.parse(first.clock.dueAt) - Date.parse(second.clock.dueAt));
  return (
    <section className="yc-side-card" aria-labelledby="case-tasks">
      <h2 id="case-tasks">{t('openTasks')}</h2>
      {open.length === 0 ? <p className="yc-faint">{t('noOpenTasks')}</p> : null}
      <ul className="yc-side-tasks">
        {open.map((task) => (
          <li key={task.id} data-state={task.clock.state}>
            <div className="yc-side-task-title">
              {words(task.words)}
              {task.escalated ? <ToneTag tone="danger">{t('escalated')}</ToneTag> : null}
            </div>
            <DueCountdown clock={task.clock} />
            <div className="yc-faint">{nameOfPost(task.owner)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
