import type { TaskKind } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import type { CaseRow } from './case-store.ts';
import { startLimit, type TaskClock } from './start-limit.ts';
import { openTask } from './task-store.ts';

type CaseTask = {
  readonly kind: TaskKind;
  /** The limit of the policy that starts now. */
  readonly limit: string;
  readonly to: { readonly postId: string; readonly officeId: string };
  readonly startedAt: Date;
  readonly matterId?: string;
  readonly subjectId?: string;
  /** What the task is about, when it is less than the whole case. */
  readonly about?: string;
};

/** Opens a task of a case under the limit its place sets. @returns the clock that now runs. */
export async function openCaseTask(services: Services, tx: Tx, found: CaseRow, task: CaseTask): Promise<TaskClock> {
  const { limit, to, startedAt, about = found.summary, ...rest } = task;
  const clock = startLimit(services, { regionCode: found.region_code, parameter: limit, startedAt });
  await openTask(tx, {
    ...rest,
    regionCode: found.region_code,
    caseId: found.id,
    summary: `${found.head_name} · ${about}`,
    postId: to.postId,
    officeId: to.officeId,
    clock,
  });
  return clock;
}

/** The post that answers for the case, as the one a task goes to. */
export function responsiblePost(found: CaseRow): CaseTask['to'] {
  return { postId: found.responsible_post_id, officeId: found.office_id };
}
