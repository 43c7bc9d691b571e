import type { PolicyReleaseState } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Actor } from '../platform/http/actor.ts';

export type NewRelease = {
  readonly id: string;
  readonly pack_id: string;
  readonly region_code: string;
  readonly title: string;
  readonly reason: string;
  readonly effective_on: string;
  readonly created_by: string;
  readonly created_behalf_account_id: string | null;
  readonly created_at: Date;
};

export async function insertRelease(tx: Tx, release: NewRelease): Promise<void> {
  await tx.insertInto('policy_release').values(release).execute();
}

export type ReleaseRow = {
  readonly id: string;
  readonly packId: string;
  readonly regionCode: string;
  readonly title: string;
  readonly reason: string;
  readonly effectiveOn: string;
  readonly state: PolicyReleaseState;
  readonly revision: number;
  readonly baseVersion: string | null;
  readonly publicationNo: number | null;
};

/** Only of the own remit: what lies outside does not exist. */
export async function findRelease(tx: Tx, actor: Actor, id: string): Promise<ReleaseRow | undefined> {
  if (actor.scope !== 'region') return undefined;
  const { rows } = await sql<ReleaseRow>`
    SELECT id, pack_id AS "packId", region_code AS "regionCode", title, reason, effective_on AS "effectiveOn", state, revision,
           base_version AS "baseVersion", publication_no AS "publicationNo"
    FROM yimen.policy_release WHERE id = ${id} AND region_code BETWEEN ${actor.regionCode} AND ${actor.regionTo}`.execute(
    tx,
  );
  return rows[0];
}

/** False when somebody was faster: another state, or another revision. */
export async function reopenForEdit(tx: Tx, id: string, revision: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('policy_release')
    .set({ state: 'draft', revision: revision + 1 })
    .where('id', '=', id)
    .where('state', 'in', ['draft', 'tested'])
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type ReleaseFields = { readonly title: string; readonly reason: string; readonly effective_on: string };

export async function updateFields(tx: Tx, id: string, fields: ReleaseFields): Promise<void> {
  await tx.updateTable('policy_release').set(fields).where('id', '=', id).execute();
}

export type Tested = { readonly base_version: string; readonly publication_no: number; readonly version: string };

export async function markTested(tx: Tx, id: string, revision: number, tested: Tested): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('policy_release')
    .set({ state: 'tested', ...tested })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findVersion(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('policy_release').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return row.version;
}

export type Published = {
  readonly published_by: string;
  readonly published_behalf_account_id: string | null;
  readonly published_at: Date;
};

const PUBLISHING = {
  policy_release_not_own: 'OWN_WORK_BLOCKED',
  policy_release_day_open: 'POLICY_DAY_BEGUN',
  policy_release_untested: 'POLICY_TEST_AGAIN',
} as const;

/** Among several who publish at once one succeeds: the state is part of the condition, the day is guarded by a trigger. */
export async function markPublished(tx: Tx, release: ReleaseRow, published: Published): Promise<boolean> {
  const { numUpdatedRows } = await refuseByConstraint(PUBLISHING, {}, () =>
    tx
      .updateTable('policy_release')
      .set({ state: 'scheduled', ...published })
      .where('id', '=', release.id)
      .where('state', '=', 'tested')
      .where('revision', '=', release.revision)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n;
}

export async function moveState(
  tx: Tx,
  { id, revision }: Pick<ReleaseRow, 'id' | 'revision'>,
  from: readonly PolicyReleaseState[],
  to: PolicyReleaseState,
): Promise<boolean> {
  const { numUpdatedRows } = await refuseByConstraint(PUBLISHING, {}, () =>
    tx
      .updateTable('policy_release')
      .set({ state: to })
      .where('id', '=', id)
      .where('state', 'in', [...from])
      .where('revision', '=', revision)
      .executeTakeFirst(),
  );
  return numUpdatedRows === 1n;
}

/** Those that were in the state; another process may have been faster. */
export async function moveStates(
  tx: Tx,
  ids: readonly string[],
  from: readonly string[],
  to: string,
): Promise<readonly string[]> {
  const moved = await tx
    .updateTable('policy_release')
    .set({ state: to })
    .where('id', 'in', [...ids])
    .where('state', 'in', [...from])
    .returning('id')
    .execute();
  return moved.map(({ id }) => id);
}
