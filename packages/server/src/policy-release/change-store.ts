import type { ChangeContent } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type NewChange = {
  readonly id: string;
  readonly release_id: string;
  readonly change_key: string;
  readonly kind: string;
  readonly target: string;
  readonly content: unknown;
  readonly reason: string;
  readonly created_by: string;
  readonly created_behalf_account_id: string | null;
  readonly created_at: Date;
};

export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  const content = change.content === null ? null : JSON.stringify(change.content);
  await tx
    .insertInto('policy_change')
    .values({ ...change, content })
    .execute();
}

export type StoredChange = {
  readonly id: string;
  readonly releaseId: string;
  readonly key: string;
  readonly kind: ChangeContent['kind'] | 'pack';
  readonly target: string;
  readonly content: unknown;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

/** As it stands: of every key the last row, unless that one took it out. */
export async function listChanges(tx: Tx, releaseIds: readonly string[]): Promise<readonly StoredChange[]> {
  if (releaseIds.length === 0) return [];
  const { rows } = await sql<StoredChange & { seq: number }>`
    SELECT * FROM (
      SELECT DISTINCT ON (c.release_id, c.change_key) c.id, c.seq, c.release_id AS "releaseId", c.change_key AS key, c.kind, c.target, c.content,
             c.reason, a.name AS by, c.created_at AS at
      FROM yimen.policy_change c JOIN yimen.account a ON a.id = c.created_by
      WHERE c.release_id = ANY (${[...releaseIds]}::uuid[])
      ORDER BY c.release_id, c.change_key, c.seq DESC
    ) latest WHERE content IS NOT NULL ORDER BY seq`.execute(tx);
  return rows;
}
