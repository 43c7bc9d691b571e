import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import { refused } from '../platform/refused.ts';

export async function insertPaper(
  tx: Tx,
  row: {
    id: string;
    grant_id: string;
    case_id: string;
    region_code: string;
    paper_id: string;
    label_zh: string;
    label_en: string;
    provider: string;
    task_id: string;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('relief_paper')
    .values(row)
    .onConflict((conflict) => conflict.constraint('relief_paper_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function listPaperIds(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('relief_paper')
    .select('paper_id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['fulfilled', 'due'])
    .execute();
  return rows.map((row) => row.paper_id);
}

export async function hasPapersOf(tx: Tx, grantId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('relief_paper')
    .select('id')
    .where('grant_id', '=', grantId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockPaper(tx: Tx, id: string) {
  return tx.selectFrom('relief_paper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** In one order for everybody, so that two who wait for several papers never wait for each other. */
export async function lockPapersOf(tx: Tx, caseId: string): Promise<void> {
  await tx.selectFrom('relief_paper').select('id').where('case_id', '=', caseId).orderBy('id').forUpdate().execute();
}

export type PaperRow = NonNullable<Awaited<ReturnType<typeof lockPaper>>>;

export async function changePaper(
  tx: Tx,
  paper: Pick<PaperRow, 'id' | 'state'>,
  change: Partial<Pick<PaperRow, 'state' | 'note' | 'ended_at' | 'ended_by' | 'recovery_fen' | 'recovered_fen'>>,
): Promise<number> {
  const row = await refuseByConstraint(
    { relief_paper_not_over_recovered: 'STATE_CONFLICT' },
    { paperId: paper.id },
    () =>
      tx
        .updateTable('relief_paper')
        .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
        .where('id', '=', paper.id)
        .where('state', '=', paper.state)
        .returning('version')
        .executeTakeFirst(),
  );
  if (!row) throw refused('STATE_CONFLICT', { paperId: paper.id });
  return row.version;
}
