import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type NewAccount = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly phone_encrypted: Buffer | null;
  readonly phone_masked: string | null;
  readonly password_hash: string;
  readonly password_changed_at: Date;
  readonly created_at: Date;
};

/** False when the login is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const result = await tx
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function lockAccount(tx: Tx, id: string) {
  return tx
    .selectFrom('account')
    .select(['id', 'login', 'name', 'password_hash', 'disabled_at', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeAccountRow(
  tx: Tx,
  id: string,
  change: { readonly name?: string; readonly disabled_at?: Date | null; readonly enabled_at?: Date },
): Promise<number> {
  const row = await tx
    .updateTable('account')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Nobody used the account for so long that it is shut; `a` is the account. */
export function isUnused(since: Date | null) {
  return sql<boolean>`coalesce(greatest(a.created_at, a.last_signed_in_at, a.enabled_at) < ${since}::timestamptz, false)`;
}

/** Those of the accounts that exist and no administrator disabled, and whether they are shut because nobody used them. */
export async function listEnabledAccounts(
  tx: Tx,
  ids: readonly string[],
  unusedSince: Date | null,
): Promise<{ readonly id: string; readonly unused: boolean }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('account as a')
    .select(['a.id', isUnused(unusedSince).as('unused')])
    .where('a.id', 'in', ids)
    .where('a.disabled_at', 'is', null)
    .execute();
}

export type HeldPost = {
  readonly holderId: string;
  readonly postId: string;
  readonly title: string;
  readonly role: string;
  readonly others: number;
};

/** What an account holds in active posts, with how many enabled people hold each beside it. */
export async function listHeldPosts(tx: Tx, accountId: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    SELECT h.id AS "holderId", p.id AS "postId", p.title, p.role,
      (SELECT count(*) FROM yimen.post_holder x JOIN yimen.account a ON a.id = x.account_id AND a.disabled_at IS NULL
       WHERE x.post_id = p.id AND x.to_date IS NULL AND x.account_id <> h.account_id) AS others
    FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id
    WHERE h.account_id = ${accountId} AND h.to_date IS NULL ORDER BY p.id FOR UPDATE OF p`.execute(tx);
  return rows;
}

export async function bumpPosts(tx: Tx, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  await tx
    .updateTable('post')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', postIds)
    .execute();
}

/** Whether an account holds a post in an office. */
export async function holdsPostIn(tx: Tx, accountId: string, officeId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('post_holder as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .select('h.id')
    .where('h.account_id', '=', accountId)
    .where('h.to_date', 'is', null)
    .where('p.office_id', '=', officeId)
    .where('p.active', '=', sql.lit(true))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
