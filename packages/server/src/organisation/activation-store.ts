import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database, Tx } from '../platform/db/database.ts';

const LIFE_MS = 72 * 3_600_000;

/** A one-time token for the person to set a password with; only its digest is stored, earlier tokens stop working. */
export async function issueActivation(tx: Tx, accountId: string, by: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .updateTable('account_activation')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
  const expires = new Date(now.getTime() + LIFE_MS);
  await tx
    .insertInto('account_activation')
    .values({ digest: digestOf(token), account_id: accountId, created_at: now, created_by: by, expires_at: expires })
    .execute();
  return token;
}

export type Activating = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly earlierHashes: readonly string[];
};

/** Whose token this is, while it works. Outside the act: hashing takes longer than a transaction should. */
export async function findActivating(
  database: Database,
  token: string,
  now: Date,
  remembered: number,
): Promise<Activating | undefined> {
  const { rows } = await database.pool.query<Activating>(
    `SELECT a.id AS "accountId", a.login, a.name, ARRAY(
       SELECT e.password_hash FROM yimen.earlier_password e WHERE e.account_id = a.id ORDER BY e.replaced_at DESC LIMIT $3) AS "earlierHashes"
     FROM yimen.account_activation t JOIN yimen.account a ON a.id = t.account_id AND a.disabled_at IS NULL
     WHERE t.digest = $1 AND t.used_at IS NULL AND t.expires_at > $2`,
    [digestOf(token), now, remembered],
  );
  return rows[0];
}

/** False when another request used the token first, or it ended meanwhile. */
export async function useActivation(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_activation')
    .set({ used_at: now })
    .where('digest', '=', digestOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The second factor is left as it is. False when the account was disabled meanwhile. */
export async function setActivatedPassword(
  tx: Tx,
  accountId: string,
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set((eb) => ({
      password_hash: passwordHash,
      password_changed_at: now,
      must_change_password: false,
      failed_attempts: 0,
      locked_until: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Nobody knows the new password; the replaced one is remembered, so that it cannot come back. */
export async function closePassword(
  tx: Tx,
  account: { readonly id: string; readonly password_hash: string },
  unknownHash: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('earlier_password')
    .values({ id: randomUUID(), account_id: account.id, password_hash: account.password_hash, replaced_at: now })
    .execute();
  await tx
    .updateTable('account')
    .set((eb) => ({ password_hash: unknownHash, password_changed_at: now, version: eb('version', '+', 1) }))
    .where('id', '=', account.id)
    .execute();
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(`account activation ${token}`).digest();
}
