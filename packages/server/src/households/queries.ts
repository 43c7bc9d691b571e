import type { HouseholdView, PersonHit } from '@yimen/contracts';
import { ageOn, queryGrams } from '@yimen/rules';
import { sql } from 'kysely';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Vault } from '../platform/vault/vault.ts';

const MAX_HITS = 20;

type HitRow = {
  id: string;
  name: string;
  sex: PersonHit['sex'];
  birth_date: string | null;
  id_number_masked: string | null;
  phone_masked: string | null;
  region_name: string;
  household_id: string | null;
  head_name: string | null;
  open_case_no: string | null;
};

export async function listHitsByIdNumber(tx: Tx, index: Buffer, now: Date): Promise<PersonHit[]> {
  return hitsOf(await hitQuery(tx).where('p.id_number_index', '=', index).execute(), 'id-number', now);
}

export async function listHitsByPhone(tx: Tx, index: Buffer, now: Date): Promise<PersonHit[]> {
  return hitsOf(await hitQuery(tx).where('p.phone_index', '=', index).limit(MAX_HITS).execute(), 'phone', now);
}

/** Name fragments meet in the gram list, a range per region subtree; two characters are one range. */
export async function listHitsByName(
  tx: Tx,
  fragment: string,
  range: { from: string; to: string } | undefined,
  now: Date,
): Promise<PersonHit[]> {
  const [first, ...others] = queryGrams(fragment);
  if (first === undefined) return [];
  let ids = tx.selectFrom('person_gram as g').select('g.person_id').where('g.gram', '=', first).limit(MAX_HITS);
  if (range) ids = ids.where('g.region_code', '>=', range.from).where('g.region_code', '<=', range.to);
  for (const gram of others) {
    ids = ids.where((eb) =>
      eb.exists(
        eb
          .selectFrom('person_gram as o')
          .select('o.gram')
          .where('o.gram', '=', gram)
          .whereRef('o.region_code', '=', 'g.region_code')
          .whereRef('o.person_id', '=', 'g.person_id'),
      ),
    );
  }
  const rows = await hitQuery(tx).where('p.id', 'in', ids).execute();
  return hitsOf(rows, 'name', now);
}

function hitQuery(tx: Tx) {
  return tx
    .selectFrom('person as p')
    .innerJoin('region as r', 'r.code', 'p.region_code')
    .leftJoin('household_member as m', (join) => join.onRef('m.person_id', '=', 'p.id').on('m.to_date', 'is', null))
    .leftJoin('household as h', 'h.id', 'm.household_id')
    .select((eb) => [
      'p.id',
      'p.name',
      'p.sex',
      'p.birth_date',
      'p.id_number_masked',
      'p.phone_masked',
      'r.full_name as region_name',
      'm.household_id',
      'h.head_name',
      eb
        .selectFrom('case as c')
        .select('c.case_no')
        .whereRef('c.household_id', '=', 'm.household_id')
        .where('c.state', '=', 'open')
        .limit(1)
        .as('open_case_no'),
    ]);
}

function hitsOf(rows: unknown[], matchedBy: PersonHit['matchedBy'], now: Date): PersonHit[] {
  const today = civilDate(now);
  // The select list above is exactly HitRow; kysely widens the text columns with CHECK constraints to string.
  return (rows as HitRow[]).map((row) => ({
    personId: row.id,
    householdId: row.household_id,
    name: row.name,
    sex: row.sex,
    age: row.birth_date ? ageOn(row.birth_date, today) : null,
    idNumberMasked: row.id_number_masked,
    phoneMasked: row.phone_masked,
    regionName: row.region_name,
    headName: row.head_name,
    openCaseNo: row.open_case_no,
    matchedBy,
  }));
}

/** The whole household in one statement: members, circumstances and cases as JSON. */
export async function findHousehold(tx: Tx, id: string, now: Date): Promise<HouseholdView | undefined> {
  const { rows } = await sql<{
    view: HouseholdView;
  }>`SELECT ${householdJson(sql`h`)} AS view FROM yimen.household h WHERE h.id = ${id}`.execute(tx);
  const view = rows[0]?.view;
  return view && withAges(view, now);
}

/** Used inside the case page too, so that a case with its household is one round trip. */
export function householdJson(h: ReturnType<typeof sql>) {
  return sql<HouseholdView>`jsonb_build_object(
    'id', ${h}.id, 'regionCode', ${h}.region_code, 'headName', ${h}.head_name, 'version', ${h}.version,
    'regionName', (SELECT r.full_name FROM yimen.region r WHERE r.code = ${h}.region_code),
    'members', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'age', NULL, 'idNumberMasked', p.id_number_masked, 'phoneMasked', p.phone_masked,
        'hukouRegionCode', p.hukou_region_code, 'hukouPlace', (SELECT r.full_name FROM yimen.region r WHERE r.code = p.hukou_region_code),
        'residenceRegionCode', p.residence_region_code, 'residencePlace', coalesce((SELECT r.full_name FROM yimen.region r WHERE r.code = p.residence_region_code), ''),
        'hasAddress', p.address_encrypted IS NOT NULL, 'version', p.version, 'relation', m.relation, 'supportRelation', m.support_relation, 'fromDate', m.from_date,
        'payeeAccountMasked', (SELECT a.bank_name || ' ' || a.account_masked FROM yimen.payee_account a WHERE a.person_id = p.id AND a.replaced_at IS NULL)
      ) ORDER BY (m.relation <> 'head'), p.birth_date) FROM yimen.household_member m JOIN yimen.person p ON p.id = m.person_id WHERE m.household_id = ${h}.id AND m.to_date IS NULL), '[]'),
    'circumstances', coalesce((SELECT jsonb_agg(jsonb_build_object(
        'id', c.id, 'kind', c.kind, 'personId', c.person_id, 'personName', (SELECT p.name FROM yimen.person p WHERE p.id = c.person_id), 'text', c.text, 'amountFen', c.amount_fen,
        'occurredOn', c.occurred_on, 'provenance', c.provenance, 'provenanceNote', c.provenance_note, 'act', c.act, 'supersedesId', c.supersedes_id,
        'recordedAt', to_char(c.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'recordedBy', (SELECT a.name FROM yimen.account a WHERE a.id = c.recorded_by),
        'current', NOT EXISTS (SELECT 1 FROM yimen.circumstance n WHERE n.supersedes_id = c.id)
      ) ORDER BY c.recorded_at DESC) FROM (SELECT * FROM yimen.circumstance x WHERE x.household_id = ${h}.id ORDER BY x.recorded_at DESC LIMIT 100) c), '[]'),
    'cases', coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'caseNo', k.case_no, 'summary', k.summary, 'state', k.state,
        'openedAt', to_char(k.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY k.opened_at DESC) FROM (SELECT * FROM yimen."case" y WHERE y.household_id = ${h}.id ORDER BY y.opened_at DESC LIMIT 20) k), '[]'))`;
}

export function withAges(view: HouseholdView, now: Date): HouseholdView {
  const today = civilDate(now);
  return {
    ...view,
    members: view.members.map((member) => ({
      ...member,
      age: member.birthDate ? ageOn(member.birthDate, today) : null,
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
