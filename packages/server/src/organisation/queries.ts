import type { OfficeKind, PostRef } from '@yimen/contracts';
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import type { DB } from '../platform/db/schema.gen.ts';
import type { Actor } from '../platform/http/actor.ts';
import { type Doer, standIns } from '../platform/stand-ins.ts';

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
function nearestOffice(codes: RawBuilder<readonly string[]>) {
  return sql<OfficeContact>`SELECT id, name, kind, department, region_code AS "regionCode", phone, address, open_hours AS "openHours", active
    FROM yimen.office WHERE region_code = ANY(${codes}::text[]) AND kind IN ('township-window', 'civil-affairs') AND active
    ORDER BY (kind = 'township-window') DESC, region_code DESC, created_at, id LIMIT 1`;
}

const selectNearestOffice = fixedStatement<{ codes: readonly string[] }, OfficeContact>((given) =>
  nearestOffice(given.codes),
);

export async function findNearestOffice(tx: Tx, codes: readonly string[]): Promise<OfficeContact | undefined> {
  const [found] = await selectNearestOffice(tx, { codes });
  return found;
}

export async function findOfficeById(tx: Tx, id: string): Promise<OfficeContact | undefined> {
  const found = await tx.selectFrom('office').select(CONTACT).where('id', '=', id).executeTakeFirst();
  return found && asContact(found);
}

export type PostFound = { readonly postId: string; readonly officeId: string; readonly title: string };

type NearestPost = {
  readonly codes: readonly string[];
  readonly roles: readonly string[];
  /** The only office, where it matters. */
  readonly officeId: string | null;
  /** Somebody else must hold it too. */
  readonly notHeldBy: readonly string[];
};

/** Nearest first; the row stays share-locked, so that it cannot be closed before the act ends. */
function nearestPost(
  codes: RawBuilder<readonly string[]>,
  roles: RawBuilder<readonly string[]>,
  which: {
    readonly only?: RawBuilder<unknown>;
    readonly rather?: RawBuilder<unknown>;
    readonly notHeldBy?: RawBuilder<unknown>;
  },
) {
  return sql<PostFound>`SELECT p.id AS "postId", p.office_id AS "officeId", p.title FROM yimen.post p
    WHERE p.active AND p.role = ANY(${roles}::text[]) AND p.region_code = ANY(${codes}::text[])
      ${which.only ? sql`AND (${which.only}::uuid IS NULL OR p.office_id = ${which.only}::uuid)` : sql``}
      ${which.notHeldBy ? sql`AND EXISTS (SELECT 1 FROM yimen.post_holder x WHERE x.post_id = p.id AND x.kind = 'A' AND x.to_date IS NULL AND x.account_id <> ALL(${which.notHeldBy}::uuid[]))` : sql``}
      AND EXISTS (SELECT 1 FROM yimen.post_holder h JOIN yimen.account a ON a.id = h.account_id WHERE h.post_id = p.id AND h.to_date IS NULL AND a.disabled_at IS NULL)
    ORDER BY ${which.rather ? sql`(p.office_id = ${which.rather}) DESC,` : sql``} p.region_code DESC, p.created_at, p.id LIMIT 1 FOR KEY SHARE OF p`;
}

const selectNearestPost = fixedStatement<NearestPost, PostFound>(({ codes, roles, officeId }) =>
  nearestPost(codes, roles, { only: officeId }),
);
const selectNearestPostOfOthers = fixedStatement<NearestPost, PostFound>(({ codes, roles, officeId, notHeldBy }) =>
  nearestPost(codes, roles, { only: officeId, notHeldBy }),
);

export async function findNearestPost(tx: Tx, wanted: NearestPost): Promise<PostFound | undefined> {
  const select = wanted.notHeldBy.length === 0 ? selectNearestPost : selectNearestPostOfOthers;
  const [found] = await select(tx, wanted);
  return found;
}

export type Reception = {
  readonly window: OfficeContact;
  readonly clerk: PostFound | null;
  /** Who answers at this moment; of two the one who came last. */
  readonly dutyPhone: string | null;
};

type ReceptionWanted = {
  /** Of the place up to its county, where windows are. */
  readonly codes: readonly string[];
  /** Of the place and everything above it, where clerks are. */
  readonly above: readonly string[];
  readonly countyCodes: readonly string[];
  readonly roles: readonly string[];
  readonly at: Date;
};

const selectReception = fixedStatement<ReceptionWanted, Reception>((given) => {
  const duty = (
    office: RawBuilder<unknown>,
  ) => sql`(SELECT d.phone FROM yimen.duty d JOIN yimen.account a ON a.id = d.account_id
    WHERE d.office_id = ${office} AND d.starts_at <= ${given.at} AND d.ends_at > ${given.at} AND a.disabled_at IS NULL ORDER BY d.starts_at DESC, d.id LIMIT 1)`;
  return sql`WITH window_here AS (${nearestOffice(given.codes)}), bureau AS (${nearestOffice(given.countyCodes)}),
    clerk AS (${nearestPost(given.above, given.roles, { rather: sql`(SELECT w.id FROM window_here w)` })})
    SELECT to_json(w) AS "window", (SELECT to_json(c) FROM clerk c) AS clerk,
      coalesce(${duty(sql`w.id`)}, ${duty(sql`(SELECT b.id FROM bureau b)`)}) AS "dutyPhone" FROM window_here w`;
});

/** The window of a place with the clerk who takes what comes in, rather its own than the county's, and who is on duty there, else at the county's bureau. */
export async function findReception(tx: Tx, wanted: ReceptionWanted): Promise<Reception | undefined> {
  const [found] = await selectReception(tx, wanted);
  return found;
}

export type PostAtOffice = PostFound & { readonly officeName: string };

export async function findActivePost(tx: Tx, postId: string): Promise<PostAtOffice | undefined> {
  return tx
    .selectFrom('post as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['p.id as postId', 'p.office_id as officeId', 'p.title', 'o.name as officeName'])
    .where('p.id', '=', postId)
    .where('p.active', '=', sql.lit(true))
    .where(isHeld)
    .forKeyShare('p')
    .executeTakeFirst();
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
      join.onRef('h.post_id', '=', 'p.id').on('h.kind', '=', sql.lit('A')).on('h.to_date', 'is', null),
    )
    .leftJoin('account as a', 'a.id', 'h.account_id')
    .select(['p.id as postId', 'p.title', 'o.name as officeName', 'a.name as holderName'])
    .where('p.id', 'in', postIds)
    .execute();
}

/** Who may have filed near relatives: the person who acts and, for a substitute, the person acted for. */
export type Filer = Doer & Pick<Actor, 'hasFiledRelatives'>;

/**
 * The relation under which one of these ID numbers is filed for who acts or is acted for (R-171); nothing else about the filing.
 * The numbers may be asked for in the same statement.
 */
export async function relativesAmong(
  tx: Tx,
  who: Filer,
  idNumbers: readonly Buffer[] | RawBuilder<Buffer[]>,
): Promise<string | undefined> {
  if (!who.hasFiledRelatives || ('length' in idNumbers && idNumbers.length === 0)) return undefined;
  const numbers = 'length' in idNumbers ? sql`${idNumbers}::bytea[]` : idNumbers;
  const { rows } = await sql<{
    relation: string | null;
  }>`SELECT yimen.find_relation(${standIns(who)}::uuid[], ${numbers}) AS relation`.execute(tx);
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
