import { randomUUID } from 'node:crypto';
import { type OfficeKind, ROLES, type Role } from '@yimen/contracts';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Services } from '../../services.ts';

/** Places of the demonstration county that tests stand in. */
export const COUNTY = '341503000000';
export const TOWNSHIP = '341503105000';
export const VILLAGE = '341503105200';
export const SIBLING = '341503103000';

type OfficeWish = {
  readonly kind?: OfficeKind;
  readonly regionCode?: string;
  readonly name?: string;
  readonly isPublic?: boolean;
  readonly phone?: string;
  readonly department?: string;
};

/** An office, by default the window of the township. */
export async function anOffice(services: Services, wish: OfficeWish = {}): Promise<string> {
  const id = randomUUID();
  const {
    kind = 'township-window',
    regionCode = TOWNSHIP,
    name = `机构${id.slice(0, 8)}`,
    isPublic = false,
    phone = null,
    department = null,
  } = wish;
  await write(services, (tx) =>
    tx
      .insertInto('office')
      .values({
        id,
        kind,
        region_code: regionCode,
        name,
        phone,
        department,
        is_public: isPublic,
        created_at: services.clock.now(),
      })
      .execute(),
  );
  return id;
}

type PostWish = {
  readonly role: Role;
  readonly officeId?: string;
  readonly regionCode?: string;
  readonly a?: string;
  readonly b?: readonly string[];
};
export type PlantedPost = { readonly postId: string; readonly officeId: string; readonly a: string | null };

/** A post with an A (a new person unless named) and the substitutes named; `a` is the account's login. */
export async function aPost(
  services: Services,
  { role, regionCode = TOWNSHIP, ...wish }: PostWish,
): Promise<PlantedPost> {
  const officeId = wish.officeId ?? (await anOffice(services, { regionCode }));
  const a = wish.a ?? (await anAccount(services));
  const postId = randomUUID();
  await write(services, async (tx) => {
    await tx
      .insertInto('post')
      .values({
        id: postId,
        office_id: officeId,
        role,
        scope: ROLES[role].scope,
        region_code: regionCode,
        title: ROLES[role].zh,
        created_at: services.clock.now(),
      })
      .execute();
    for (const [login, kind] of [[a, 'A'] as const, ...(wish.b ?? []).map((login) => [login, 'B'] as const)]) {
      await tx
        .insertInto('post_holder')
        .values({
          id: randomUUID(),
          post_id: postId,
          account_id: await accountId(tx, login),
          kind,
          from_date: '2026-01-01',
        })
        .execute();
    }
  });
  return { postId, officeId, a };
}

let people = 0;

/** Somebody with a login and no post; returns the login. */
export async function anAccount(
  services: Services,
  login = `person${++people}.${randomUUID().slice(0, 6)}`,
): Promise<string> {
  const now = services.clock.now();
  const values = {
    id: randomUUID(),
    login,
    name: `职员${people}`,
    password_hash: 'unknown',
    password_changed_at: now,
    created_at: now,
  };
  await write(services, (tx) => tx.insertInto('account').values(values).execute());
  return login;
}

export async function idOfAccount(services: Services, login: string): Promise<string> {
  return write(services, (tx) => accountId(tx, login));
}

/** Something open that a post answers for. */
export async function anOpenReport(
  services: Services,
  postId: string,
  officeId: string,
  regionCode = TOWNSHIP,
): Promise<string> {
  const id = randomUUID();
  await write(services, (tx) =>
    tx
      .insertInto('report')
      .values({
        id,
        receipt_no: id.slice(0, 12),
        follow_code_hash: Buffer.alloc(32),
        region_code: regionCode,
        office_id: officeId,
        responsible_post_id: postId,
        channel: 'web',
        event_kind: 'fire',
        claimed_urgency: 'now',
        what_happened: '房屋失火',
        reporter_kind: 'neighbour',
        anonymous: true,
        received_at: services.clock.now(),
      })
      .execute(),
  );
  return id;
}

function write<T>(services: Services, work: (tx: Tx) => Promise<T>): Promise<T> {
  return services.database.transact(SYSTEM_CONTEXT, work);
}

async function accountId(tx: Tx, login: string): Promise<string> {
  const { id } = await tx.selectFrom('account').select('id').where('login', '=', login).executeTakeFirstOrThrow();
  return id;
}
