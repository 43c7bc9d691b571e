import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';

export type NewPost = {
  readonly id: string;
  readonly office_id: string;
  readonly role: string;
  readonly scope: string;
  readonly region_code: string;
  readonly title: string;
  readonly created_at: Date;
};

export async function insertPost(tx: Tx, post: NewPost): Promise<void> {
  await tx.insertInto('post').values(post).execute();
}

/** Keeps new cases away from the post until the act ends: they take a key-share lock on its row. */
export async function lockPost(tx: Tx, id: string) {
  return tx.selectFrom('post').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changePostRow(
  tx: Tx,
  id: string,
  change: { readonly title?: string; readonly active?: boolean },
): Promise<number> {
  const row = await tx
    .updateTable('post')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export type Holder = { readonly id: string; readonly accountId: string; readonly name: string; readonly kind: string };

export async function listHolders(tx: Tx, postId: string): Promise<Holder[]> {
  return tx
    .selectFrom('post_holder as h')
    .innerJoin('account as a', 'a.id', 'h.account_id')
    .select(['h.id', 'h.account_id as accountId', 'a.name', 'h.kind'])
    .where('h.post_id', '=', postId)
    .where('h.to_date', 'is', null)
    .orderBy('h.kind')
    .orderBy('a.name')
    .execute();
}

export async function endHolders(tx: Tx, ids: readonly string[], on: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('post_holder').set({ to_date: on }).where('id', 'in', ids).execute();
}

export type NewHolder = { readonly accountId: string; readonly kind: 'A' | 'B' };

/** The database keeps the administrators apart, so that two assignments of one moment cannot slip past each other. */
export async function insertHolders(tx: Tx, postId: string, holders: readonly NewHolder[], on: string): Promise<void> {
  if (holders.length === 0) return;
  const rows = holders.map(({ accountId, kind }) => ({
    id: randomUUID(),
    post_id: postId,
    account_id: accountId,
    kind,
    from_date: on,
  }));
  try {
    await tx.insertInto('post_holder').values(rows).execute();
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'post_holder_administrators_apart') {
      throw refused('ADMIN_ROLES_EXCLUSIVE', { accountId: error.detail ?? null });
    }
    throw error;
  }
}

export type OpenWork = {
  readonly postId: string;
  readonly cases: number;
  readonly tasks: number;
  readonly reports: number;
};

/** Posts that still answer for something, with how much. */
export async function listOpenWork(tx: Tx, postIds: readonly string[]): Promise<OpenWork[]> {
  const { rows } =
    await sql<OpenWork>`SELECT post_id AS "postId", cases, tasks, reports FROM yimen.count_open_work(${postIds}::uuid[])`.execute(
      tx,
    );
  return rows.filter(({ cases, tasks, reports }) => cases + tasks + reports > 0);
}

/** Enabled people who hold an active post of a role. */
export async function countHoldersOfRole(tx: Tx, role: string): Promise<number> {
  const row = await tx
    .selectFrom('post_holder as h')
    .innerJoin('post as p', 'p.id', 'h.post_id')
    .innerJoin('account as a', 'a.id', 'h.account_id')
    .select((eb) => eb.fn.count<number>('h.account_id').distinct().as('count'))
    .where('p.role', '=', role)
    .where('p.active', '=', sql.lit(true))
    .where('h.to_date', 'is', null)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
