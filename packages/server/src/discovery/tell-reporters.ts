import type { Tx } from '../platform/db/database.ts';
import { queueMessage } from '../platform/messages/index.ts';
import type { Services } from '../services.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';
import { OUTCOME_WORDS } from './report-words.ts';
import { findReport, listFollowers, type ReportRow } from './store.ts';

export type ReporterTemplate = 'report-taken-up' | 'report-merged' | 'report-ended';
type Outcome = keyof typeof OUTCOME_WORDS;

/**
 * A message to everybody who left a phone number with this report or with one merged into it. Others look it up: with
 * the follow code, or signed in under their own reports.
 */
export async function tellReporters(
  services: Services,
  tx: Tx,
  reportId: string,
  template: ReporterTemplate,
  now: Date,
): Promise<void> {
  const report = await findReport(tx, reportId);
  if (!report) return;
  const told = template === 'report-merged' ? [report] : [report, ...(await listFollowers(tx, report.id))];
  for (const one of told) await tellReporter(services, tx, one, { template, outcome: report.outcome }, now);
}

export async function tellReporter(
  services: Services,
  tx: Tx,
  report: ReportRow,
  about: { template: ReporterTemplate; outcome: string | null },
  now: Date,
): Promise<void> {
  if (!report.reporter_phone_encrypted) return;
  const recipient = services.vault.open('report', 'reporter_phone', report.id, report.reporter_phone_encrypted);
  // The column holds what `changeReport` was given, which is typed; null only before the end.
  const outcome = OUTCOME_WORDS[(about.outcome ?? 'no-need') as Outcome];
  const words = MESSAGE_TEXTS[about.template]({ receiptNo: report.receipt_no, outcome });
  await queueMessage(
    services,
    tx,
    {
      regionCode: report.region_code,
      recipient,
      template: about.template,
      words,
      reportId: report.id,
      caseId: report.case_id,
    },
    now,
  );
}
