import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@yimen/contracts';
import { civilDate } from '../clock/clock.ts';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import type { Tx } from '../db/database.ts';
import type { PlatformServices } from '../platform-services.ts';
import { refused } from '../refused.ts';
import { hashPassword } from './password-hash.ts';

export const ADMINISTRATOR_ROLES = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies Role[];
export type AdministratorRole = (typeof ADMINISTRATOR_ROLES)[number];

const TOKEN_LIFE_MS = 24 * 3600_000;
const NATION = '000000000000';

/** A token that creates the first administrator once, within a day. Only its digest is stored. */
export async function createFirstAdministratorToken({ database, clock }: PlatformServices): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  await database.transact(SYSTEM_CONTEXT, async (tx) => {
    if (await hasAccount(tx)) throw refused('TOKEN_INVALID');
    // Only the newest token opens the door.
    await tx.updateTable('first_administrator_token').set({ used_at: now }).where('used_at', 'is', null).execute();
    const expires = new Date(now.getTime() + TOKEN_LIFE_MS);
    await tx
      .insertInto('first_administrator_token')
      .values({ digest: tokenDigest(token), created_at: now, expires_at: expires })
      .execute();
  });
  return token;
}

export async function isWithoutAccounts({ database }: PlatformServices): Promise<boolean> {
  return database.transact(SYSTEM_CONTEXT, async (tx) => !(await hasAccount(tx)));
}

export async function useFirstAdministratorToken(tx: Tx, token: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('first_administrator_token')
    .set({ used_at: now })
    .where('digest', '=', tokenDigest(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n || (await hasAccount(tx))) throw refused('TOKEN_INVALID');
}

export type NewAdministrator = {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: AdministratorRole;
  readonly mustChange: boolean;
};

/** An account holding one of the three administrator posts; the posts are made when missing. */
export async function insertAdministrator(tx: Tx, given: NewAdministrator, now: Date): Promise<string> {
  const taken = await tx.selectFrom('account').select('id').where('login', '=', given.login).executeTakeFirst();
  if (taken) throw refused('LOGIN_TAKEN');
  const id = randomUUID();
  await tx
    .insertInto('account')
    .values({
      id,
      login: given.login,
      name: given.name,
      password_hash: given.passwordHash,
      password_changed_at: now,
      must_change_password: given.mustChange,
      created_at: now,
    })
    .execute();
  const postId = await findFreePost(tx, given.role);
  await tx
    .insertInto('post_holder')
    .values({ id: randomUUID(), post_id: postId, account_id: id, kind: 'A', from_date: civilDate(now) })
    .execute();
  return id;
}

/** For the command line: returns the password to hand over, which must be changed at the first sign-in. */
export async function createAdministrator(
  services: PlatformServices,
  given: { login: string; name: string; role: AdministratorRole },
): Promise<string> {
  const password = `${randomBytes(12).toString('base64url')}-Aa1`;
  const passwordHash = await hashPassword(password, services.settings.passwordHash);
  await services.database.transact(SYSTEM_CONTEXT, (tx) =>
    insertAdministrator(tx, { ...given, passwordHash, mustChange: true }, services.clock.now()),
  );
  return password;
}

async function findFreePost(tx: Tx, role: AdministratorRole): Promise<string> {
  const free = await tx
    .selectFrom('post')
    .select('id')
    .where('role', '=', role)
    .where('active', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('post_holder')
            .select('post_holder.id')
            .whereRef('post_holder.post_id', '=', 'post.id')
            .where('kind', '=', 'A')
            .where('to_date', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return free?.id ?? (await insertPost(tx, role));
}

async function insertPost(tx: Tx, role: AdministratorRole): Promise<string> {
  const id = randomUUID();
  const { officeId, regionCode } = await findPlatformOffice(tx);
  await tx
    .insertInto('post')
    .values({ id, office_id: officeId, role, scope: 'none', region_code: regionCode, title: ROLES[role].zh })
    .execute();
  return id;
}

async function findPlatformOffice(tx: Tx): Promise<{ officeId: string; regionCode: string }> {
  const found = await tx
    .selectFrom('office')
    .select(['id', 'region_code'])
    .where('kind', '=', 'platform')
    .orderBy('created_at')
    .executeTakeFirst();
  if (found) return { officeId: found.id, regionCode: found.region_code };
  await tx
    .insertInto('region')
    .values({ code: NATION, level: 'nation', name: '全国', full_name: '全国', range_to: 'ZZZZZZZZZZZZ' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const officeId = randomUUID();
  await tx
    .insertInto('office')
    .values({
      id: officeId,
      region_code: NATION,
      kind: 'platform',
      name: '平台运行管理',
      name_en: 'Platform operation',
    })
    .execute();
  return { officeId, regionCode: NATION };
}

async function hasAccount(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(`first administrator ${token}`).digest();
}
