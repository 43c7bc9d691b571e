import { Link } from '@tanstack/react-router';
import type { TaskView } from '@yimen/contracts';
import { useLanguage, useText, useWords } from '@yimen/ui';
import type { MouseEvent } from 'react';
import { usePlace } from '../intake/region-names.ts';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { ToneTag } from '../platform/show/ToneTag.tsx';
import { type TaskBundle, tellTogether } from './bundle-tasks.ts';
import { nameOfPost } from './name-of-post.ts';
import { text } from './text.ts';
import { UrgencyTag } from './UrgencyTag.tsx';
import { pathOfTask, useOpenTask } from './use-open-task.ts';

/** One task, or several alike of one case, as one link: how long, what, whose case, why it is mine. */
export function TaskRow({ bundle }: { readonly bundle: TaskBundle }) {
  const open = useOpenTask();
  const [nearest] = bundle;

  function openHere(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(nearest);
  }

  return (
    <li
      className="yc-task"
      data-state={nearest.clock.state}
      data-substitute={nearest.mineBecause === 'substitute' || undefined}
    >
      <Link to={pathOfTask(nearest)} className="yc-task-link" data-row="" onClick={openHere}>
        <span className="yc-task-clock">
          <DueCountdown clock={nearest.clock} />
        </span>
        <What bundle={bundle} />
        <span className="yc-task-why">
          <TaskTags task={nearest} escalated={bundle.some(({ escalated }) => escalated)} />
        </span>
      </Link>
    </li>
  );
}

function What({ bundle }: { readonly bundle: TaskBundle }) {
  const t = useText(text);
  const words = useWords();
  const place = usePlace();
  const language = useLanguage();
  const [nearest] = bundle;
  const { head, each } = tellTogether(bundle);
  const isOneMoment = bundle.every(({ clock }) => clock.dueAt === nearest.clock.dueAt);
  return (
    <span className="yc-task-what">
      <span className="yc-task-title">
        {words(nearest.words)}
        {bundle.length === 1 ? null : <span className="yc-task-times">{t('times', { count: bundle.length })}</span>}
      </span>
      {nearest.hint === null ? null : <span className="yc-task-hint">{words(nearest.hint)}</span>}
      <span className="yc-task-case">
        {[head, each.join(language === 'zh' ? '、' : '; ')].filter(Boolean).join(' · ')}
      </span>
      <span className="yc-task-meta">
        {nearest.caseNo === null ? null : <span className="yc-number">{nearest.caseNo}</span>}
        <span>{place(nearest.regionName)}</span>
        {isOneMoment ? null : <span>{t('nearestOfThese')}</span>}
      </span>
    </span>
  );
}

function TaskTags({ task, escalated }: { readonly task: TaskView; readonly escalated: boolean }) {
  const t = useText(text);
  return (
    <>
      {task.urgency === null ? null : <UrgencyTag urgency={task.urgency} />}
      {escalated ? <ToneTag tone="danger">{t('escalated')}</ToneTag> : null}
      {task.mineBecause === 'substitute' ? (
        <ToneTag tone="warning">{t('forAbsent', { name: task.onBehalfOf ?? t('postA') })}</ToneTag>
      ) : null}
      {task.mineBecause === 'office' ? <ToneTag>{t('ofMyOffice')}</ToneTag> : null}
      <span className="yc-faint">{task.mineBecause === 'own-post' ? t('ofMyPost') : nameOfPost(task.owner)}</span>
    </>
  );
}
