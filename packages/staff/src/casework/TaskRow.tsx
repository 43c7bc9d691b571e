import { Link } from '@tanstack/react-router';
import type { TaskView } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import type { MouseEvent } from 'react';
import { usePlace } from '../intake/region-names.ts';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';
import { UrgencyTag } from './UrgencyTag.tsx';
import { pathOfTask, useOpenTask } from './use-open-task.ts';

/** One task as one link: how long, what, whose case, why it is mine. */
export function TaskRow({ task }: { readonly task: TaskView }) {
  const words = useWords();
  const open = useOpenTask();
  const place = usePlace();

  function openHere(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(task);
  }

  return (
    <li
      className="yc-task"
      data-state={task.clock.state}
      data-substitute={task.mineBecause === 'substitute' || undefined}
    >
      <Link to={pathOfTask(task)} className="yc-task-link" data-row="" onClick={openHere}>
        <span className="yc-task-clock">
          <DueCountdown clock={task.clock} />
        </span>
        <span className="yc-task-what">
          <span className="yc-task-title">{words(task.words)}</span>
          <span className="yc-task-case">{task.caseSummary}</span>
          <span className="yc-task-meta">
            {task.caseNo === null ? null : <span className="yc-number">{task.caseNo}</span>}
            <span>{place(task.regionName)}</span>
          </span>
        </span>
        <span className="yc-task-why">
          <TaskTags task={task} />
        </span>
      </Link>
    </li>
  );
}

function TaskTags({ task }: { readonly task: TaskView }) {
  const t = useText(text);
  return (
    <>
      {task.urgency === null ? null : <UrgencyTag urgency={task.urgency} />}
      {task.escalated ? <ToneTag tone="danger">{t('escalated')}</ToneTag> : null}
      {task.mineBecause === 'substitute' ? (
        <ToneTag tone="warning">{t('forAbsent', { name: task.onBehalfOf ?? t('postA') })}</ToneTag>
      ) : null}
      {task.mineBecause === 'office' ? <ToneTag>{t('ofMyOffice')}</ToneTag> : null}
      <span className="yc-faint">{task.mineBecause === 'own-post' ? t('ofMyPost') : nameOfPost(task.owner)}</span>
    </>
  );
}
