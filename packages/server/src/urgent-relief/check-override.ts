import type { recordAfterCheck as contract, Done } from '@yimen/contracts';
import {
  type CaseRow,
  caseForAct,
  finishTasks,
  lockTask,
  openCaseTask,
  recordEvent,
  requireTransition,
  requireVersion,
} from '../casework/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import { isAmong, standIns } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import { type GrantRow, lockGrant } from './grant-store.ts';
import { proposersOf } from './own-work.ts';
import { listSigners } from './own-work-store.ts';
import { wasChecked } from './queries.ts';

type Check = Act<typeof contract>;

/**
 * Was the override justified? Answered by somebody who neither proposed nor signed it. Where it was not, the district
 * looks a second time and says what follows; until then the case stays open. The second answer stands.
 */
export async function checkOverride(services: Services, act: Check): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const task = await lockTask(tx, params.id);
  if (task?.kind !== 'after-check' || !task.case_id || !task.subject_id) throw refused('NOT_FOUND');
  const found = await caseForAct(tx, actor, task.case_id, { open: false });
  requireVersion(task, body.expectedVersion, { state: task.state });
  requireTransition('task', 'finish', task);
  const grant = await lockGrant(tx, task.subject_id);
  if (!grant) throw refused('NOT_FOUND');
  const involved = [...proposersOf(grant), ...(await listSigners(tx, grant.id))];
  if (isAmong(actor, involved)) throw refused('OWN_WORK_BLOCKED');
  const isSecond = await wasChecked(tx, grant.id);
  if (isSecond && task.office_id !== actor.officeId) throw refused('LEVEL_NOT_YOURS', { officeId: task.office_id });
  const result = `${body.justified ? '属实' : '不属实'}：${body.finding}`;
  await finishTasks(tx, { taskId: task.id }, actor, now, result);
  if (!body.justified && !isSecond) await callDistrict(services, act, { grant, found, involved });
  await recordEvent(tx, actor, found, 'override.checked', now, {
    grantId: grant.id,
    justified: body.justified,
    finding: body.finding,
  });
  await emit(tx, 'override.checked', { caseId: found.id, grantId: grant.id, justified: body.justified }, now);
  act.note({
    subjectType: 'grant',
    subjectId: grant.id,
    details: { caseId: found.id, justified: body.justified },
  });
  return { id: task.id, version: task.version + 1 };
}

type Unjustified = { readonly grant: GrantRow; readonly found: CaseRow; readonly involved: readonly string[] };

/** Its approver, else its clerk; where all of them had a part in it, the first finding stands. */
async function callDistrict(services: Services, { tx, actor, now, body }: Check, about: Unjustified): Promise<void> {
  const { grant, found } = about;
  const notHeldBy = [...about.involved, ...standIns(actor)];
  for (const role of ['county-approver', 'county-clerk']) {
    const to = await findPostOfRole(tx, { role, regionCode: found.region_code, notHeldBy });
    if (!to) continue;
    await openCaseTask(services, tx, found, {
      kind: 'after-check',
      limit: 'urgentRelief.afterCheckWithin',
      to,
      startedAt: now,
      matterId: grant.matter_id,
      subjectId: grant.id,
      about: `越级不属实：${body.finding}`,
    });
    return;
  }
}
