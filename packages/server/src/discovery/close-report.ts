import type { closeReport as contract, ResponseOf } from '@yimen/contracts';
import { finishTasks } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { reportForAct, UNSETTLED } from './report-for-act.ts';
import { endedStep } from './report-words.ts';
import { addStep, changeReport, listFollowers } from './store.ts';

/** Ends without a case, for a reason somebody can check later; whoever reported the same event is told as well. */
export async function closeReport(act: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const found = await reportForAct(tx, actor, params.id, { states: UNSETTLED, expectedVersion: body.expectedVersion });
  const version = await changeReport(tx, found.id, {
    state: 'closed',
    outcome: body.outcome,
    outcome_reason: body.reason,
    ended_at: now,
  });
  await finishTasks(
    tx,
    { reportId: found.id, kinds: ['triage-report', 'handle-escalation'] },
    actor,
    now,
    body.outcome,
  );
  for (const report of [found, ...(await listFollowers(tx, found.id))]) {
    await addStep(tx, endedStep(body.outcome), {
      reportId: report.id,
      regionCode: report.region_code,
      at: now,
      by: actor.accountName,
    });
  }
  await emit(tx, 'report.closed', { reportId: found.id }, now);
  act.note({ subjectType: 'report', subjectId: found.id, details: { outcome: body.outcome } });
  return { id: found.id, version };
}
