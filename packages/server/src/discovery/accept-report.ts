import type { acceptReport as contract, ResponseOf } from '@yimen/contracts';
import { handTasksTo } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { reportForAct } from './report-for-act.ts';
import { ACCEPTED_STEP } from './report-words.ts';
import { addStep, changeReport } from './store.ts';

/** A post takes responsibility. The clock runs on until there is a case, a merge or a stated reason. */
export async function acceptReport(act: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const found = await reportForAct(tx, actor, params.id, {
    states: ['received'],
    expectedVersion: body.expectedVersion,
  });
  const version = await changeReport(tx, found.id, {
    state: 'accepted',
    accepted_at: now,
    responsible_post_id: actor.postId,
  });
  await handTasksTo(
    tx,
    { reportId: found.id, kinds: ['triage-report'] },
    { postId: actor.postId, officeId: actor.officeId },
  );
  await addStep(tx, ACCEPTED_STEP, {
    reportId: found.id,
    regionCode: found.region_code,
    at: now,
    by: actor.accountName,
  });
  await emit(tx, 'report.accepted', { reportId: found.id }, now);
  act.note({ subjectType: 'report', subjectId: found.id });
  return { id: found.id, version };
}
