import { randomUUID } from 'node:crypto';
import { ROLES } from '@yimen/contracts';
import { maskPhone, maskResidentId } from '@yimen/rules';
import type { PoolClient } from 'pg';
import { hashPassword } from '../platform/auth/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { markDemonstration } from '../platform/demonstration.ts';
import type { Services } from '../services.ts';
import type { DemoCounty } from './county.ts';
import { DEMO_PASSWORD } from './posts/fill-posts.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Which row stands for which key of the definition; accounts by login. */
export type SeededOrganisation = {
  readonly officeIds: ReadonlyMap<string, string>;
  readonly postIds: ReadonlyMap<string, string>;
  readonly accountIds: ReadonlyMap<string, string>;
};

type Sealed = { readonly passwordHash: string; readonly since: Date };
type Organisation = Pick<DemoCounty, 'offices' | 'posts' | 'accounts' | 'holders' | 'duties' | 'relatives'>;

/** Offices, posts, people, duty and filed relatives in one transaction, one statement per table. */
export async function seedOrganisation(services: Services, county: Organisation): Promise<SeededOrganisation> {
  const seeded = {
    officeIds: newIds(county.offices.map((office) => office.key)),
    postIds: newIds(county.posts.map((post) => post.key)),
    accountIds: newIds(county.accounts.map((account) => account.login)),
  };
  // One hash for all: everybody has the same published password, and two thousand would take a minute.
  const passwordHash = await hashPassword(DEMO_PASSWORD, services.settings.passwordHash);
  const since = workedSince(services.clock.now());
  await services.database.transact(SYSTEM_CONTEXT, async (_tx, client) => {
    await markDemonstration(client, services.clock.now());
    await insert(client, 'office', officeRows(county, seeded, since));
    await insert(client, 'account', accountRows(services, county, seeded, { passwordHash, since }));
    await insert(client, 'post', postRows(county, seeded, since));
    await insert(client, 'post_holder', holderRows(county, seeded, since));
    await insert(client, 'duty', dutyRows(county, seeded));
    await insert(client, 'relative_filing', filingRows(services, county, seeded, since));
  });
  return seeded;
}

export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demonstration has no "${key}"`);
  return id;
}

function newIds(keys: readonly string[]): Map<string, string> {
  return new Map(keys.map((key) => [key, randomUUID()]));
}

/** Columns by the names of the first row; the table's own types decide how the values are read. */
async function insert(client: PoolClient, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  const text = `INSERT INTO yimen.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::yimen.${table}, $1::jsonb)`;
  await client.query(text, [JSON.stringify(rows)]);
}

function officeRows({ offices }: Organisation, { officeIds }: SeededOrganisation, since: Date): Rows {
  return offices.map((office, index) => ({
    id: officeIds.get(office.key),
    region_code: office.regionCode,
    kind: office.kind,
    department: office.department,
    name: office.name,
    name_en: office.nameEn,
    phone: office.phone,
    address: office.address,
    open_hours: office.openHours,
    is_public: office.isPublic,
    active: true,
    version: 1,
    created_at: inOrder(since, index),
  }));
}

function accountRows(
  { vault, clock }: Services,
  { accounts }: Organisation,
  { accountIds }: SeededOrganisation,
  { passwordHash, since }: Sealed,
): Rows {
  return accounts.map(({ login, name, phone }) => {
    const id = idOf(accountIds, login);
    return {
      id,
      login,
      name,
      phone_encrypted: bytea(vault.seal('account', 'phone', id, phone)),
      phone_masked: maskPhone(phone),
      password_hash: passwordHash,
      password_changed_at: clock.now(),
      must_change_password: false,
      failed_attempts: 0,
      version: 1,
      created_at: since,
    };
  });
}

function postRows({ posts }: Organisation, { officeIds, postIds }: SeededOrganisation, since: Date): Rows {
  return posts.map((post, index) => ({
    id: postIds.get(post.key),
    office_id: idOf(officeIds, post.officeKey),
    role: post.role,
    scope: ROLES[post.role].scope,
    region_code: post.regionCode,
    title: post.title,
    seat: post.seat,
    active: true,
    version: 1,
    created_at: inOrder(since, index),
  }));
}

function holderRows({ holders }: Organisation, { postIds, accountIds }: SeededOrganisation, since: Date): Rows {
  return holders.map(({ postKey, kind, login }) => ({
    id: randomUUID(),
    post_id: idOf(postIds, postKey),
    account_id: idOf(accountIds, login),
    kind,
    from_date: civilDate(since),
  }));
}

function dutyRows({ duties }: Organisation, { officeIds, accountIds }: SeededOrganisation): Rows {
  return duties.map(({ officeKey, login, startsAt, endsAt, phone }) => ({
    id: randomUUID(),
    office_id: idOf(officeIds, officeKey),
    account_id: idOf(accountIds, login),
    starts_at: startsAt,
    ends_at: endsAt,
    phone,
  }));
}

function filingRows(
  { vault }: Services,
  { relatives }: Organisation,
  { accountIds }: SeededOrganisation,
  since: Date,
): Rows {
  return relatives.map(({ login, relation, name, idNumber }) => ({
    id: randomUUID(),
    account_id: idOf(accountIds, login),
    relation,
    name,
    id_number_index: bytea(vault.index('id-number', idNumber)),
    id_number_masked: maskResidentId(idNumber),
    filed_by: idOf(accountIds, login),
    filed_at: since,
  }));
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Where several posts would do, the first of the definition is taken: lists and choices keep its order. */
function inOrder(since: Date, index: number): Date {
  return new Date(since.getTime() + index);
}

/** Long before the first case, which may lie months back. */
function workedSince(now: Date): Date {
  return new Date(`${Number(civilDate(now).slice(0, 4)) - 2}-03-01T01:00:00.000Z`);
}
