import type { OfficeKind, PostRef } from '@yimen/contracts';
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import type { DB } from '../platform/db/schema.gen.ts';

export type OfficeContact = {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly department: string | null;
  readonly regionCode: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly openHours: string | null;
  readonly active: boolean;
};

const CONTACT = [
  'id',
  'name',
  'kind',
  'department',
  'region_code as regionCode',
  'phone',
  'address',
  'open_hours as openHours',
  'active',
] as const;

/** Of the first kind before the second, then the nearest: codes of a line of ancestors sort deepest last. */
export async function findNearestOffice(
  tx: Tx,
  codes: readonly string[],
  kinds: readonly [OfficeKind, OfficeKind],
): Promise<OfficeContact | undefined> {
  const found = await tx
    .selectFrom('office')
    .select(CONTACT)
    .where('region_code', 'in', codes)
    .where('kind', 'in', kinds)
    .where('active', '=', true)
    .orderBy((eb) => eb('kind', '=', kinds[0]), 'desc')
    .orderBy('region_code', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found && asContact(found);
}

export async function findOfficeById(tx: Tx, id: string): Promise<OfficeContact | undefined> {
  const found = await tx.selectFrom('office').select(CONTACT).where('id', '=', id).executeTakeFirst();
  return found && asContact(found);
}

export type PostFound = { readonly postId: string; readonly officeId: string; readonly title: string };

type NearestPost = {
  readonly codes: readonly string[];
  readonly roles: readonly string[];
  readonly officeId: string | undefined;
  readonly notHeldBy: readonly string[];
};

export async function findNearestPost(
  tx: Tx,
  { codes, roles, officeId, notHeldBy }: NearestPost,
): Promise<PostFound | undefined> {
  return tx
    .selectFrom('post as p')
    .select(['p.id as postId', 'p.office_id as officeId', 'p.title'])
    .where('p.active', '=', true)
    .where('p.role', 'in', roles)
    .where('p.region_code', 'in', codes)
    .$if(officeId !== undefined, (query) => query.where('p.office_id', '=', officeId ?? ''))
    .where(isHeld)
    .$if(notHeldBy.length > 0, (query) => query.where(isHeldByOther(notHeldBy)))
    .orderBy('p.region_code', 'desc')
    .orderBy('p.created_at')
    .orderBy('p.id')
    .limit(1)
    .forKeyShare('p')
    .executeTakeFirst();
}

export type PostAtOffice = PostFound & { readonly officeName: string };

export async function findActivePost(tx: Tx, postId: string): Promise<PostAtOffice | undefined> {
  return tx
    .selectFrom('post as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['p.id as postId', 'p.office_id as officeId', 'p.title', 'o.name as officeName'])
    .where('p.id', '=', postId)
    .where('p.active', '=', true)
    .where(isHeld)
    .forKeyShare('p')
    .executeTakeFirst();
}

function isHeldByOther(than: readonly string[]) {
  return (eb: ExpressionBuilder<DB & { p: DB['post'] }, 'p'>) =>
    eb.exists(
      eb
        .selectFrom('post_holder as x')
        .select('x.id')
        .whereRef('x.post_id', '=', 'p.id')
        .where('x.kind', '=', 'A')
        .where('x.to_date', 'is', null)
        .where('x.account_id', 'not in', than),
    );
}

function isHeld(eb: ExpressionBuilder<DB & { p: DB['post'] }, 'p'>) {
  return eb.exists(
    eb
      .selectFrom('post_holder as h')
      .innerJoin('account as a', 'a.id', 'h.account_id')
      .select('h.id')
      .whereRef('h.post_id', '=', 'p.id')
      .where('h.to_date', 'is', null)
      .where('a.disabled_at', 'is', null),
  );
}

export async function selectPostRefs(tx: Tx, postIds: readonly string[]): Promise<PostRef[]> {
  return tx
    .selectFrom('post as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .leftJoin('post_holder as h', (join) =>
      join.onRef('h.post_id', '=', 'p.id').on('h.kind', '=', 'A').on('h.to_date', 'is', null),
    )
    .leftJoin('account as a', 'a.id', 'h.account_id')
    .select(['p.id as postId', 'p.title', 'o.name as officeName', 'a.name as holderName'])
    .where('p.id', 'in', postIds)
    .execute();
}

export type DutyFound = { readonly accountId: string; readonly name: string; readonly phone: string };

/** Who is on duty at a moment; of two the one who came last. */
export async function findDuty(tx: Tx, officeId: string, at: Date): Promise<DutyFound | undefined> {
  return tx
    .selectFrom('duty as d')
    .innerJoin('account as a', 'a.id', 'd.account_id')
    .select(['d.account_id as accountId', 'a.name', 'd.phone'])
    .where('d.office_id', '=', officeId)
    .where('d.starts_at', '<=', at)
    .where('d.ends_at', '>', at)
    .where('a.disabled_at', 'is', null)
    .orderBy('d.starts_at', 'desc')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
}

/**
 * The relation under which one of these ID numbers is filed for an account; nothing else about the filing.
 * The numbers may be asked for in the same statement.
 */
export async function relativesAmong(
  tx: Tx,
  accountId: string,
  idNumbers: readonly Buffer[] | RawBuilder<Buffer[]>,
): Promise<string | undefined> {
  if ('length' in idNumbers && idNumbers.length === 0) return undefined;
  const numbers = 'length' in idNumbers ? sql`${idNumbers}::bytea[]` : idNumbers;
  const { rows } = await sql<{
    relation: string | null;
  }>`SELECT yimen.find_relation(${accountId}, ${numbers}) AS relation`.execute(tx);
  return rows[0]?.relation ?? undefined;
}

export type CalendarYearRow = {
  readonly year: number;
  readonly source: string;
  readonly offDays: string[];
  readonly workDays: string[];
  readonly importedAt: Date;
};

export async function selectCalendarYears(tx: Tx): Promise<CalendarYearRow[]> {
  const { rows } = await sql<CalendarYearRow>`
    SELECT year, source, off_days::text[] AS "offDays", work_days::text[] AS "workDays", imported_at AS "importedAt"
    FROM yimen.calendar_year ORDER BY year DESC`.execute(tx);
  return rows;
}

function asContact(row: Omit<OfficeContact, 'kind'> & { readonly kind: string }): OfficeContact {
  // The CHECK office_kind admits exactly these.
  return row as OfficeContact;
}
