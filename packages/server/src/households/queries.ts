import type { HouseholdView, PersonHit } from '@yimen/contracts';
import { ageOn, queryGrams } from '@yimen/rules';
import { type RawBuilder, sql } from 'kysely';
import { regionFullName } from '../organisation/index.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import type { Vault } from '../platform/vault/vault.ts';

const MAX_HITS = 20;

type HitRow = {
  id: string;
  name: string;
  sex: PersonHit['sex'];
  birth_date: string | null;
  id_number_masked: string | null;
  phone_masked: string | null;
  region_code: string;
  household_id: string | null;
  head_name: string | null;
  open_case_no: string | null;
};

const HIT = sql<HitRow>`SELECT p.id, p.name, p.sex, p.birth_date, p.id_number_masked, p.phone_masked, p.region_code, m.household_id, h.head_name,
    (SELECT c.case_no FROM yimen."case" c WHERE c.household_id = m.household_id AND c.state = 'open' LIMIT 1) AS open_case_no
  FROM yimen.person p
  LEFT JOIN yimen.household_member m ON m.person_id = p.id AND m.to_date IS NULL LEFT JOIN yimen.household h ON h.id = m.household_id`;

const hitsByIdNumber = fixedStatement<{ index: Buffer }, HitRow>(
  ({ index }) => sql`${HIT} WHERE p.id_number_index = ${index}`,
);
const hitsByPhone = fixedStatement<{ index: Buffer }, HitRow>(
  ({ index }) => sql`${HIT} WHERE p.phone_index = ${index} LIMIT ${sql.lit(MAX_HITS)}`,
);
// One range of the gram list; people in it must have the other grams too.
const hitsByName = fixedStatement<{ gram: string; others: readonly string[]; from: string; to: string }, HitRow>(
  ({ gram, others, from, to }) => sql`${HIT} WHERE p.id IN (
    SELECT g.person_id FROM yimen.person_gram g WHERE g.gram = ${gram} AND g.region_code >= ${from} AND g.region_code <= ${to}
      AND NOT EXISTS (SELECT 1 FROM unnest(${others}::text[]) AS other (gram) WHERE NOT EXISTS (
        SELECT 1 FROM yimen.person_gram o WHERE o.gram = other.gram AND o.region_code = g.region_code AND o.person_id = g.person_id))
    LIMIT ${sql.lit(MAX_HITS)})`,
);

export async function listHitsByIdNumber(tx: Tx, index: Buffer, now: Date): Promise<PersonHit[]> {
  return hitsOf(await hitsByIdNumber(tx, { index }), 'id-number', now);
}

export async function listHitsByPhone(tx: Tx, index: Buffer, now: Date): Promise<PersonHit[]> {
  return hitsOf(await hitsByPhone(tx, { index }), 'phone', now);
}

/** Name fragments meet in the gram list, a range per region subtree; two characters are one range. */
export async function listHitsByName(
  tx: Tx,
  fragment: string,
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<PersonHit[]> {
  const [gram, ...others] = queryGrams(fragment);
  return gram === undefined ? [] : hitsOf(await hitsByName(tx, { gram, others, from, to }), 'name', now);
}

function hitsOf(rows: readonly HitRow[], matchedBy: PersonHit['matchedBy'], now: Date): PersonHit[] {
  const today = civilDate(now);
  return rows.map((row) => ({
    personId: row.id,
    householdId: row.household_id,
    name: row.name,
    sex: row.sex,
    age: row.birth_date ? ageOn(row.birth_date, today) : null,
    idNumberMasked: row.id_number_masked,
    phoneMasked: row.phone_masked,
    regionName: regionFullName(row.region_code),
    headName: row.head_name,
    openCaseNo: row.open_case_no,
    matchedBy,
  }));
}

const selectHousehold = fixedStatement<{ id: string }, { view: RawHousehold }>(
  ({ id }) => sql`SELECT ${householdJson(sql`h`)} AS view FROM yimen.household h WHERE h.id = ${id}`,
);

/** The whole household in one statement: members, circumstances and cases as JSON. */
export async function findHousehold(tx: Tx, id: string, now: Date): Promise<HouseholdView | undefined> {
  const [found] = await selectHousehold(tx, { id });
  return found && presentHousehold(found.view, now);
}

type Member = HouseholdView['members'][number];
/** Without ages, which depend on the day, and names of places, which the tree of regions knows. */
export type RawHousehold = Omit<HouseholdView, 'regionName' | 'members'> & {
  readonly members: readonly Omit<Member, 'age' | 'hukouPlace' | 'residencePlace'>[];
};

/** Used inside the case page too, so that a case with its household is one round trip. */
export function householdJson(h: RawBuilder<unknown>) {
  return sql<RawHousehold>`json_build_object(
    'id', ${h}.id, 'regionCode', ${h}.region_code, 'headName', ${h}.head_name, 'version', ${h}.version,
    'members', coalesce((SELECT json_agg(json_build_object(
        'id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'idNumberMasked', p.id_number_masked, 'phoneMasked', p.phone_masked,
        'hukouRegionCode', p.hukou_region_code, 'residenceRegionCode', p.residence_region_code, 'hasAddress', p.address_encrypted IS NOT NULL, 'version', p.version,
        'relation', m.relation, 'supportRelation', m.support_relation, 'fromDate', m.from_date, 'payeeAccountMasked', a.bank_name || ' ' || a.account_masked
      ) ORDER BY (m.relation <> 'head'), p.birth_date) FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id
        LEFT JOIN yimen.payee_account a ON a.person_id = p.id AND a.replaced_at IS NULL WHERE m.household_id = ${h}.id AND m.to_date IS NULL), '[]'),
    'circumstances', coalesce((SELECT json_agg(json_build_object(
        'id', c.id, 'kind', c.kind, 'personId', c.person_id, 'personName', p.name, 'text', c.text, 'amountFen', c.amount_fen,
        'occurredOn', c.occurred_on, 'provenance', c.provenance, 'provenanceNote', c.provenance_note, 'act', c.act, 'supersedesId', c.supersedes_id,
        'recordedAt', c.recorded_at, 'recordedBy', a.name,
        'current', NOT EXISTS (SELECT 1 FROM yimen.circumstance n WHERE n.supersedes_id = c.id)
      ) ORDER BY c.recorded_at DESC) FROM (SELECT * FROM yimen.circumstance x WHERE x.household_id = ${h}.id ORDER BY x.recorded_at DESC LIMIT 100) c
        JOIN yimen.account a ON a.id = c.recorded_by LEFT JOIN yimen.person p ON p.id = c.person_id), '[]'),
    'cases', coalesce((SELECT json_agg(json_build_object('id', k.id, 'caseNo', k.case_no, 'summary', k.summary, 'state', k.state,
        'openedAt', k.opened_at) ORDER BY k.opened_at DESC) FROM (SELECT * FROM yimen."case" y WHERE y.household_id = ${h}.id ORDER BY y.opened_at DESC LIMIT 20) k), '[]'))`;
}

export function presentHousehold(raw: RawHousehold, now: Date): HouseholdView {
  const today = civilDate(now);
  return {
    ...raw,
    regionName: regionFullName(raw.regionCode),
    members: raw.members.map((member) => ({
      ...member,
      age: member.birthDate ? ageOn(member.birthDate, today) : null,
      hukouPlace: member.hukouRegionCode && regionFullName(member.hukouRegionCode),
      residencePlace: regionFullName(member.residenceRegionCode),
    })),
  };
}

/** Whom to call about a household: the head, else the first member with a phone. */
export async function findHouseholdPhone(
  vault: Pick<Vault, 'open'>,
  tx: Tx,
  householdId: string,
): Promise<string | undefined> {
  const person = await tx
    .selectFrom('household_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.phone_encrypted'])
    .where('m.household_id', '=', householdId)
    .where('m.to_date', 'is', null)
    .where('p.phone_encrypted', 'is not', null)
    .orderBy((eb) => eb('m.relation', '<>', 'head'))
    .orderBy('p.birth_date')
    .limit(1)
    .executeTakeFirst();
  return person?.phone_encrypted ? vault.open('person', 'phone', person.id, person.phone_encrypted) : undefined;
}
