import { findPostOfRole, getPostRef } from '../organisation/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Tx } from '../platform/db/database.ts';
import { emit } from '../platform/outbox/emit.ts';
import type { Services } from '../services.ts';
import { markEscalatedTo, takeTasksToEscalate, takeTasksToWarn } from './deadline-store.ts';
import { recordEvent } from './event-store.ts';
import { startLimit } from './start-limit.ts';
import { openTask } from './task-store.ts';

const BATCH = 200;

/** Warns before, escalates after. The due moments stand in the tasks, so a stopped worker only delays, never forgets. */
export async function sweepDeadlines(services: Services, now: Date): Promise<{ warned: number; escalated: number }> {
  let warned = 0;
  let escalated = 0;
  for (let full = true; full; ) {
    const counts = await services.database.transact(SYSTEM_CONTEXT, async (tx) => ({
      warned: await warn(tx, now),
      escalated: await escalate(services, tx, now),
    }));
    warned += counts.warned;
    escalated += counts.escalated;
    full = counts.warned === BATCH || counts.escalated === BATCH;
  }
  return { warned, escalated };
}

async function warn(tx: Tx, now: Date): Promise<number> {
  const tasks = await takeTasksToWarn(tx, now, BATCH);
  for (const task of tasks) {
    if (task.case_id)
      await recordEvent(tx, 'system', { id: task.case_id, region_code: task.region_code }, 'task.warned', now, {
        taskKind: task.kind,
        dueAt: task.due_at,
      });
    await emit(tx, 'task.warned', { taskId: task.id, postId: task.post_id }, now);
  }
  return tasks.length;
}

type OverdueTask = Awaited<ReturnType<typeof takeTasksToEscalate>>[number];

async function escalate(services: Services, tx: Tx, now: Date): Promise<number> {
  const tasks = await takeTasksToEscalate(tx, now, BATCH);
  for (const task of tasks) await escalateOne(services, tx, task, now);
  return tasks.length;
}

async function escalateOne(services: Services, tx: Tx, task: OverdueTask, now: Date): Promise<void> {
  const superior = await findSuperior(tx, task);
  if (task.case_id)
    await recordEvent(tx, 'system', { id: task.case_id, region_code: task.region_code }, 'task.escalated', now, {
      taskKind: task.kind,
      dueAt: task.due_at,
      to: superior?.title ?? null,
    });
  await emit(
    tx,
    'task.escalated',
    {
      taskId: task.id,
      kind: task.kind,
      caseId: task.case_id,
      subjectId: task.subject_id,
      postId: task.post_id,
      toPostId: superior?.postId ?? null,
    },
    now,
  );
  // A paper that stays away gets its own decision task from urgent-relief; everything else is followed up by the superior.
  if (!superior || task.kind === 'handle-escalation' || task.kind === 'collect-paper') return;
  await markEscalatedTo(tx, task.id, superior.postId);
  const clock = startLimit(services, {
    regionCode: task.region_code,
    parameter: 'urgentRelief.escalateAfter',
    startedAt: now,
  });
  const about = task.case_id ? { caseId: task.case_id } : { reportId: task.report_id ?? '' };
  await openTask(tx, {
    kind: 'handle-escalation',
    regionCode: task.region_code,
    ...about,
    subjectId: task.id,
    summary: task.summary,
    postId: superior.postId,
    officeId: superior.officeId,
    clock,
  });
}

/** A township's work is followed up by the county clerk, the county's by its approver. */
async function findSuperior(tx: Tx, task: OverdueTask) {
  const owner = await getPostRef(tx, task.post_id);
  for (const role of ['county-clerk', 'county-approver'] as const) {
    const post = await findPostOfRole(tx, { role, regionCode: task.region_code });
    if (post && post.postId !== owner.postId) return post;
  }
  return undefined;
}
