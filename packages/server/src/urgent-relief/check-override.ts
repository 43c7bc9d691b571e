import type { recordAfterCheck as contract, Done } from '@yimen/contracts';
import {
  caseForAct,
  finishTasks,
  lockTask,
  recordEvent,
  requireTransition,
  requireVersion,
} from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import { lockGrant } from './store.ts';

/** Was the override justified? Answered by somebody who did not propose it; an unjustified one is followed up by the district. */
export async function checkOverride(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const task = await lockTask(tx, params.id);
  if (task?.kind !== 'after-check' || !task.case_id || !task.subject_id) throw refused('NOT_FOUND');
  const found = await caseForAct(tx, actor, task.case_id, { open: false });
  requireVersion(task, body.expectedVersion, { state: task.state });
  requireTransition('task', 'finish', task);
  const grant = await lockGrant(tx, task.subject_id);
  if (grant?.proposed_by === actor.accountId) throw refused('OWN_WORK_BLOCKED');
  const result = `${body.justified ? '属实' : '不属实'}：${body.finding}`;
  await finishTasks(tx, { taskId: task.id }, actor, now, result);
  await recordEvent(tx, actor, found, 'override.checked', now, {
    grantId: task.subject_id,
    justified: body.justified,
    finding: body.finding,
  });
  await emit(tx, 'override.checked', { caseId: found.id, grantId: task.subject_id, justified: body.justified }, now);
  act.note({
    subjectType: 'grant',
    subjectId: task.subject_id,
    details: { caseId: found.id, justified: body.justified },
  });
  return { id: task.id, version: task.version + 1 };
}
