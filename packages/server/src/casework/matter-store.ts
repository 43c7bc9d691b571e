import { type Act, stateAfter, statesBefore } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';

export type NewMatter = { readonly id: string; readonly programme: string; readonly procedure: string | null };

/** Ends the matters of a case that the state table lets end so; what ended otherwise before stays as it is. */
export async function endMatters(
  tx: Tx,
  caseId: string,
  act: 'finish' | 'refuse' | 'refer' | 'cancel',
  now: Date,
): Promise<void> {
  await changeMatters(tx, caseId, act, now);
}

export async function reopenMatters(tx: Tx, caseId: string): Promise<void> {
  await changeMatters(tx, caseId, 'reopen', null);
}

async function changeMatters(tx: Tx, caseId: string, act: Act<'matter'>, endedAt: Date | null): Promise<void> {
  await tx
    .updateTable('matter')
    .set((eb) => ({ state: stateAfter('matter', act), ended_at: endedAt, version: eb('version', '+', 1) }))
    .where('case_id', '=', caseId)
    .where('state', 'in', [...statesBefore('matter', act)])
    .execute();
}

export async function findMatter(tx: Tx, caseId: string, programme: string) {
  return tx
    .selectFrom('matter')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('programme', '=', programme)
    .executeTakeFirst();
}
