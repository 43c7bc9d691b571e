import type { mergeReport as contract, ResponseOf } from '@yimen/contracts';
import { finishTasks } from '../casework/index.ts';
import { linkReportPhotosToCase } from '../platform/files/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import { reportForAct, UNSETTLED } from './report-for-act.ts';
import { MERGED_STEP, mergedInStep } from './report-words.ts';
import { addStep, changeReport, listFollowers, lockReports, type ReportRow } from './store.ts';

/** Two reports of one event become one piece of work. Both stay, both can be followed, both reporters hear the end. */
export async function mergeReport(act: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const { tx, params, body, now, actor } = act;
  const locked = await lockReports(tx, [params.id, body.intoId]);
  const found = await reportForAct(tx, actor, params.id, { states: UNSETTLED, expectedVersion: body.expectedVersion });
  const into = requireTarget(locked, found, body.intoId);
  const version = await changeReport(tx, found.id, {
    state: 'merged',
    merged_into_id: into.id,
    case_id: into.case_id,
    outcome: 'merged',
    outcome_reason: body.reason,
    ended_at: now,
  });
  if (into.case_id) await joinCase(act, found, into.case_id);
  await finishTasks(tx, { reportId: found.id, kinds: ['triage-report', 'handle-escalation'] }, actor, now, 'merged');
  await addStep(tx, MERGED_STEP, { reportId: found.id, regionCode: found.region_code, at: now, by: actor.accountName });
  await addStep(tx, mergedInStep(found.receipt_no), {
    reportId: into.id,
    regionCode: into.region_code,
    at: now,
    by: actor.accountName,
  });
  await emit(tx, 'report.merged', { reportId: found.id, intoId: into.id }, now);
  act.note({ subjectType: 'report', subjectId: found.id, details: { intoId: into.id } });
  return { id: found.id, version };
}

/** Into a report that itself stands: a merged one would only pass it on. */
function requireTarget(locked: readonly ReportRow[], found: ReportRow, intoId: string): ReportRow {
  const into = locked.find(({ id }) => id === intoId);
  if (!into) throw refused('NOT_FOUND');
  if (into.id === found.id || into.state === 'merged')
    throw refused('STATE_CONFLICT', { state: into.state, mergedIntoId: into.merged_into_id });
  return into;
}

/** What was merged into this one before follows it into the case. */
async function joinCase({ tx }: Act<typeof contract>, found: ReportRow, caseId: string): Promise<void> {
  await linkReportPhotosToCase(tx, found.id, caseId);
  for (const follower of await listFollowers(tx, found.id)) {
    await changeReport(tx, follower.id, { case_id: caseId });
    await linkReportPhotosToCase(tx, follower.id, caseId);
  }
}
