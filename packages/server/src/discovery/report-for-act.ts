import { requireVersion } from '../casework/index.ts';
import { relativesAmong } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { lockReport, type ReportRow } from './store.ts';

export type ActOptions = { readonly states: readonly ('received' | 'accepted')[]; readonly expectedVersion?: number };
export const UNSETTLED = ['received', 'accepted'] as const;

/**
 * The one gate before anybody settles a report: locks it, keeps foreign reports unseen, makes relatives stand aside
 * refuses what another post has settled meanwhile, then a stale version.
 */
export async function reportForAct(tx: Tx, actor: Actor, reportId: string, options: ActOptions): Promise<ReportRow> {
  const found = await lockReport(tx, reportId);
  if (!found) throw refused('NOT_FOUND');
  await refuseRelativeOfSubject(tx, actor, found);
  requireUnsettled(found, options.states);
  if (options.expectedVersion !== undefined)
    requireVersion(found, options.expectedVersion, {
      state: found.state,
      responsiblePostId: found.responsible_post_id,
    });
  return found;
}

/** Received, or accepted by somebody who has not opened a case yet. */
export function requireUnsettled(report: ReportRow, states: readonly string[]): void {
  if (states.includes(report.state) && report.case_id === null) return;
  throw refused('REPORT_ALREADY_SETTLED', {
    state: report.state,
    outcome: report.outcome,
    caseId: report.case_id,
    mergedIntoId: report.merged_into_id,
  });
}

async function refuseRelativeOfSubject(tx: Tx, actor: Actor, report: ReportRow): Promise<void> {
  if (!report.subject_id_number_index) return;
  const relation = await relativesAmong(tx, actor, [report.subject_id_number_index]);
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
}
