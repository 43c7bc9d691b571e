import type { Absence, Account, Duty, Office, PageQuery, Post } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { isoInstant } from '../platform/db/iso-instant.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';
import { isUnused } from './account-store.ts';
import { type RegionRange, rangeOf, regionName } from './region-tree.ts';

const NOTHING = sql``;

/** No duty is longer (see add-duty.ts): with it the index on the start finds those that overlap a period. */
export const LONGEST_DUTY_MS = 7 * 86_400_000;

function inRange(column: RawBuilder<unknown>, range: RegionRange | undefined) {
  return range === undefined ? NOTHING : sql`AND ${column} BETWEEN ${range.from} AND ${range.to}`;
}

function contains(column: RawBuilder<unknown>, search: string | undefined) {
  // Not a pattern: a typed % or _ is just a character.
  return search === undefined || search === '' ? NOTHING : sql`AND strpos(lower(${column}), lower(${search})) > 0`;
}

type Named<T> = T & { readonly regionName: string };

function withRegionName<T extends { readonly regionCode: string }>(row: T): Named<T> {
  return { ...row, regionName: regionName(row.regionCode) };
}

export type OfficeFilter = PageQuery & {
  readonly id?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: string | undefined;
  readonly department?: string | undefined;
  readonly search?: string | undefined;
};

export async function listOfficePage(
  tx: Tx,
  filter: OfficeFilter,
): Promise<{ items: Office[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor);
  const [region = '', kind = ''] = after?.[0].split(' ') ?? [];
  const { rows } = await sql<Omit<Office, 'regionName'>>`
    SELECT o.id, o.name, o.name_en AS "nameEn", o.kind, o.department, o.region_code AS "regionCode", o.phone, o.address,
           o.open_hours AS "openHours", o.is_public AS "isPublic", o.active, o.version,
           (SELECT count(*) FROM yimen.post p WHERE p.office_id = o.id AND p.active) AS "postCount"
    FROM yimen.office o
    WHERE true ${inRange(sql`o.region_code`, filter.region === undefined ? undefined : rangeOf(filter.region))}
      ${filter.id === undefined ? NOTHING : sql`AND o.id = ${filter.id}`}
      ${filter.kind === undefined ? NOTHING : sql`AND o.kind = ${filter.kind}`} ${contains(sql`o.name`, filter.search)}
      ${filter.department === undefined ? NOTHING : sql`AND o.department = ${filter.department}`}
      ${after ? sql`AND (o.region_code, o.kind, o.id) > (${region}, ${kind}, ${after[1]}::uuid)` : NOTHING}
    ORDER BY o.region_code, o.kind, o.id LIMIT ${filter.limit + 1}`.execute(tx);
  const page = pageFrom(rows, filter.limit, (row) => [`${row.regionCode} ${row.kind}`, row.id]);
  return { items: page.items.map(withRegionName), nextCursor: page.nextCursor };
}

export type PostFilter = PageQuery & {
  readonly officeId?: string | undefined;
  readonly role?: string | undefined;
  readonly region?: string | undefined;
};

export async function listPostPage(
  tx: Tx,
  filter: PostFilter,
  now: Date,
): Promise<{ items: Post[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor);
  const [region = '', office = '', seat = '0'] = after?.[0].split(' ') ?? [];
  const { rows } = await sql<Omit<Post, 'regionName'>>`
    SELECT p.id, p.office_id AS "officeId", o.name AS "officeName", p.role, p.title, p.region_code AS "regionCode", p.seat, p.active, p.version,
      coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', h.account_id, 'name', a.name, 'kind', h.kind, 'fromDate', h.from_date,
          'absentUntil', (SELECT max(x.to_at) FROM yimen.absence x
            WHERE x.account_id = h.account_id AND x.from_at <= ${now} AND x.to_at > ${now} AND x.ended_at IS NULL)) ORDER BY h.kind, a.name, h.id)
        FROM yimen.post_holder h JOIN yimen.account a ON a.id = h.account_id
        WHERE h.post_id = p.id AND h.to_date IS NULL), '[]') AS holders
    FROM yimen.post p JOIN yimen.office o ON o.id = p.office_id
    WHERE true ${inRange(sql`p.region_code`, filter.region === undefined ? undefined : rangeOf(filter.region))}
      ${filter.officeId === undefined ? NOTHING : sql`AND p.office_id = ${filter.officeId}`} ${filter.role === undefined ? NOTHING : sql`AND p.role = ${filter.role}`}
      ${after ? sql`AND (p.region_code, p.office_id, coalesce(p.seat, 0), p.id) > (${region}, ${office}::uuid, ${Number(seat)}, ${after[1]}::uuid)` : NOTHING}
    ORDER BY p.region_code, p.office_id, coalesce(p.seat, 0), p.id LIMIT ${filter.limit + 1}`.execute(tx);
  const page = pageFrom(rows, filter.limit, (row) => [`${row.regionCode} ${row.officeId} ${row.seat ?? 0}`, row.id]);
  return { items: page.items.map(withRegionName), nextCursor: page.nextCursor };
}

/** Administrators of accounts see all; everybody else the people of the own remit, at least the own office. */
export function colleaguesOf(actor: Actor, account: RawBuilder<unknown>) {
  if (actor.permissions.has('account.manage') || actor.permissions.has('permission.grant')) return sql`true`;
  const place =
    actor.scope === 'region' ? sql`OR p.region_code BETWEEN ${actor.regionCode} AND ${actor.regionTo}` : NOTHING;
  return sql`(${account} = ${actor.accountId} OR EXISTS (
    SELECT 1 FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id
    WHERE h.account_id = ${account} AND h.to_date IS NULL AND (p.office_id = ${actor.officeId} ${place})))`;
}

export async function listAccountPage(
  tx: Tx,
  actor: Actor,
  filter: PageQuery & {
    readonly search?: string | undefined;
    readonly without?: 'disabled' | undefined;
    readonly unusedSince: Date | null;
  },
  now: Date,
): Promise<{ items: Account[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor);
  const { search } = filter;
  const { rows } = await sql<Account>`
    SELECT a.id, a.login, a.name, a.phone_masked AS "phoneMasked", a.disabled_at IS NOT NULL OR u.unused AS disabled, u.unused,
      coalesce(a.locked_until > ${now}, false) AS locked, a.totp_confirmed_at IS NOT NULL AS "secondFactor",
      ${isoInstant(sql`a.last_signed_in_at`)} AS "lastSignedInAt", a.version,
      coalesce((SELECT jsonb_agg(jsonb_build_object('postId', p.id, 'title', p.title, 'officeName', o.name, 'kind', h.kind) ORDER BY h.kind, p.title, p.id)
        FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id JOIN yimen.office o ON o.id = p.office_id
        WHERE h.account_id = a.id AND h.to_date IS NULL), '[]') AS posts
    FROM yimen.account a
      CROSS JOIN LATERAL (SELECT ${isUnused(filter.unusedSince)} AS unused) u
    WHERE ${colleaguesOf(actor, sql`a.id`)}
      ${search ? sql`AND (strpos(a.name, ${search}) > 0 OR strpos(a.login, lower(${search})) > 0)` : NOTHING}
      ${filter.without === 'disabled' ? sql`AND a.disabled_at IS NULL` : NOTHING}
      ${after ? sql`AND a.login > ${after[0]}` : NOTHING}
    ORDER BY a.login LIMIT ${filter.limit + 1}`.execute(tx);
  return pageFrom(rows, filter.limit, (row) => [row.login, row.id]);
}

export async function listAbsencePage(
  tx: Tx,
  actor: Actor,
  filter: PageQuery & { readonly officeId?: string | undefined },
): Promise<{ items: Absence[]; nextCursor: string | null }> {
  const after = decodeCursor(filter.cursor);
  const { rows } = await sql<Absence>`
    SELECT x.id, x.account_id AS "accountId", a.name, ${isoInstant(sql`x.from_at`)} AS "fromAt", ${isoInstant(sql`x.to_at`)} AS "toAt", x.reason, x.ended_at IS NOT NULL AS ended
    FROM yimen.absence x JOIN yimen.account a ON a.id = x.account_id
    WHERE ${colleaguesOf(actor, sql`x.account_id`)}
      ${filter.officeId === undefined ? NOTHING : sql`AND EXISTS (SELECT 1 FROM yimen.post_holder h JOIN yimen.post p ON p.id = h.post_id WHERE h.account_id = x.account_id AND h.to_date IS NULL AND p.office_id = ${filter.officeId})`}
      ${after ? sql`AND (x.from_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : NOTHING}
    ORDER BY x.from_at DESC, x.id DESC LIMIT ${filter.limit + 1}`.execute(tx);
  return pageFrom(rows, filter.limit, (row) => [row.fromAt, row.id]);
}

export async function listDutyBetween(tx: Tx, from: Date, to: Date, officeId: string | undefined): Promise<Duty[]> {
  const { rows } = await sql<Duty>`
    SELECT d.id, d.office_id AS "officeId", o.name AS "officeName", d.account_id AS "accountId", a.name, ${isoInstant(sql`d.starts_at`)} AS "startsAt", ${isoInstant(sql`d.ends_at`)} AS "endsAt", d.phone
    FROM yimen.duty d JOIN yimen.office o ON o.id = d.office_id JOIN yimen.account a ON a.id = d.account_id
    WHERE d.starts_at < ${to} AND d.starts_at > ${new Date(from.getTime() - LONGEST_DUTY_MS)} AND d.ends_at > ${from} ${officeId === undefined ? NOTHING : sql`AND d.office_id = ${officeId}`}
    ORDER BY d.starts_at, o.region_code, d.id LIMIT 2000`.execute(tx);
  return rows;
}
