import type { AssessmentView } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';

/** Insert-only: an assessment is never changed, a new one is made. */
export async function insertAssessment(
  tx: Tx,
  view: AssessmentView,
  regionCode: string,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('assessment')
    .values({
      id: view.id,
      case_id: view.caseId,
      region_code: regionCode,
      on_date: view.on,
      policy_version: view.policyVersion,
      inputs: JSON.stringify(view.inputs),
      results: JSON.stringify(view),
      made_at: now,
      made_by: accountId,
    })
    .execute();
}

export async function findAssessment(tx: Tx, id: string): Promise<AssessmentView | undefined> {
  const row = await tx.selectFrom('assessment').select('results').where('id', '=', id).executeTakeFirst();
  // Written by insertAssessment above, never changed since.
  return row?.results as AssessmentView | undefined;
}
