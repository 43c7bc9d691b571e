import { findCase, finishTasks, recordEvent } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { linkReportPhotosToCase } from '../platform/files/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { reportForAct, UNSETTLED } from './report-for-act.ts';
import { LINKED_STEP } from './report-words.ts';
import { addStep, changeReport, listFollowers } from './store.ts';

export type ReportLink = { readonly reportId: string; readonly caseId: string };

/** The report becomes this case, and with it everything that was merged into it; its triage ends. */
export async function linkReportToCase(
  _services: Services,
  tx: Tx,
  { reportId, caseId }: ReportLink,
  actor: Actor,
  now: Date,
): Promise<void> {
  const found = await reportForAct(tx, actor, reportId, { states: UNSETTLED });
  const opened = await findCase(tx, caseId);
  if (!opened) throw refused('NOT_FOUND');
  await changeReport(tx, found.id, {
    state: 'accepted',
    accepted_at: found.accepted_at ?? now,
    case_id: caseId,
    responsible_post_id: actor.postId,
  });
  const followers = await listFollowers(tx, found.id);
  for (const follower of followers) await changeReport(tx, follower.id, { case_id: caseId });
  for (const report of [found, ...followers]) {
    await linkReportPhotosToCase(tx, report.id, caseId);
    await addStep(tx, LINKED_STEP, {
      reportId: report.id,
      regionCode: report.region_code,
      at: now,
      by: actor.accountName,
    });
  }
  await finishTasks(
    tx,
    { reportId: found.id, kinds: ['triage-report', 'handle-escalation'] },
    actor,
    now,
    'case opened',
  );
  // Whoever accepted the report before has told its reporter already.
  if (found.state === 'received') await emit(tx, 'report.accepted', { reportId: found.id }, now);
  await recordEvent(tx, actor, opened, 'case.report-linked', now, { reportId: found.id, receiptNo: found.receipt_no });
}
