import { type Insertable, type Selectable, sql } from 'kysely';
import { type NewTask, newTasks } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { type NewRows, rowsOf } from '../platform/db/insert-together.ts';
import type { Message, Report } from '../platform/db/schema.gen.ts';
import type { ReportStep } from './report-words.ts';

export type ReportRow = Selectable<Report>;
export type NewReport = Insertable<Report>;
export type StepOf = {
  readonly reportId: string;
  readonly regionCode: string;
  readonly at: Date;
  readonly by: string | null;
};

export async function nextReportNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT nextval('yimen.report_number') AS n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export type ReportToKeep = {
  readonly row: NewReport;
  readonly task: NewTask;
  readonly steps: readonly ReportStep[];
  /** Who wrote it down, as colleagues see it. */
  readonly by: string | null;
  readonly page: Insertable<Message> | null;
};

/** The report with its task, first steps and the call to who is on duty. Nothing is read back: a member of the public may not. */
export function newReport({ row, task, steps, by, page }: ReportToKeep): NewRows[] {
  const about = { reportId: row.id, regionCode: row.region_code, at: new Date(row.received_at), by };
  return [
    rowsOf('report', [row]),
    newTasks([task]),
    rowsOf(
      'report_event',
      steps.map((step) => stepRow(step, about)),
    ),
    rowsOf('message', page ? [page] : []),
  ];
}

export async function addStep(tx: Tx, step: ReportStep, about: StepOf): Promise<void> {
  await tx.insertInto('report_event').values(stepRow(step, about)).execute();
}

function stepRow({ act, words, isPublic }: ReportStep, { reportId, regionCode, at, by }: StepOf) {
  return {
    report_id: reportId,
    region_code: regionCode,
    at,
    act,
    by_name: by,
    words_zh: words.zh,
    words_en: words.en,
    is_public: isPublic,
  };
}

/** Locked for a change; undefined when it does not exist or lies outside the remit, which is the same to the caller. */
export async function lockReport(tx: Tx, id: string): Promise<ReportRow | undefined> {
  return tx.selectFrom('report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** In the order of their ids, so that two merges of the same pair never wait for each other. */
export async function lockReports(tx: Tx, ids: readonly string[]): Promise<ReportRow[]> {
  return tx
    .selectFrom('report')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export type ReportChange = Partial<
  Pick<
    ReportRow,
    | 'state'
    | 'responsible_post_id'
    | 'accepted_at'
    | 'case_id'
    | 'merged_into_id'
    | 'outcome'
    | 'outcome_reason'
    | 'ended_at'
  >
>;

/** The only place where a report changes. @returns the new version. */
export async function changeReport(tx: Tx, id: string, change: ReportChange): Promise<number> {
  const row = await tx
    .updateTable('report')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Reports that were merged into this one, directly or through another. */
export async function listFollowers(tx: Tx, id: string): Promise<ReportRow[]> {
  return tx
    .withRecursive('follower', (db) =>
      db
        .selectFrom('report as r')
        .select('r.id')
        .where('r.merged_into_id', '=', id)
        .union(db.selectFrom('report as r').innerJoin('follower as f', 'f.id', 'r.merged_into_id').select('r.id')),
    )
    .selectFrom('report')
    .selectAll()
    .where('id', 'in', (eb) => eb.selectFrom('follower').select('follower.id'))
    .orderBy('id')
    .execute();
}

/** Reports that wait for the end of this case. */
export async function lockReportsOfCase(tx: Tx, caseId: string): Promise<ReportRow[]> {
  return tx
    .selectFrom('report')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', 'in', ['received', 'accepted', 'merged'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function findReport(tx: Tx, id: string): Promise<ReportRow | undefined> {
  return tx.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
}
