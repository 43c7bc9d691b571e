import type { Tx } from '../platform/db/database.ts';
import type { Services } from '../services.ts';
import { endedStep, OUTCOME_OF_CASE } from './report-words.ts';
import { addStep, changeReport, lockReportsOfCase, type ReportRow } from './store.ts';
import { tellReporter } from './tell-reporters.ts';

/** A closed case ends its reports and those merged into them: each progress page says how, each phone is told once. */
export async function endReportsOfCase(
  services: Services,
  tx: Tx,
  caseId: string,
  caseOutcome: string,
  now: Date,
): Promise<void> {
  const outcome = OUTCOME_OF_CASE[caseOutcome] ?? 'no-need';
  const reports = await lockReportsOfCase(tx, caseId);
  const standing = reports.filter(({ state }) => state === 'accepted');
  // None is left when the case was reopened and closes again: its reporters were told the first time.
  if (standing.length === 0) return;
  for (const report of standing)
    await changeReport(tx, report.id, { state: 'closed', outcome, outcome_reason: '案件办结', ended_at: now });
  for (const report of reports) await tellEnd(services, tx, report, outcome, now);
}

async function tellEnd(
  services: Services,
  tx: Tx,
  report: ReportRow,
  outcome: Parameters<typeof endedStep>[0],
  now: Date,
): Promise<void> {
  await addStep(tx, endedStep(outcome), { reportId: report.id, regionCode: report.region_code, at: now, by: null });
  await tellReporter(services, tx, report, { template: 'report-ended', outcome }, now);
}
