import { randomUUID } from 'node:crypto';
import { fakeResidentId, maskResidentId, nameGrams } from '@yimen/rules';
import type { PoolClient } from 'pg';
import pg from 'pg';
import type { Services } from '../../packages/server/src/services.ts';
import { loadOffices, type Offices } from './load-offices.ts';

export type BenchCounty = Offices & {
  readonly households: number;
  /** Some people to look for. */
  readonly people: readonly { readonly idNumber: string; readonly name: string }[];
  readonly caseIds: readonly string[];
  /** Proposed grants, each to be approved once. */
  readonly grants: readonly { readonly id: string; readonly village: string }[];
};

export type CountySize = { readonly households: number; readonly casesPerHousehold: number; readonly grants: number };

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严武戴莫孔向常',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂兰国华建文辉玲红春海燕玉梅志成永福林长生德才宝庆祥云凤英珍莲香菊荣贵富家和安康宁义信仁善良',
];
const BATCH = 2000;

/** A seeded register of the size the benchmark names: households of three with cases, matters, tasks and history. */
export async function loadCounty(
  services: Services,
  ownerUrl: string,
  size: CountySize,
  log: (line: string) => void,
): Promise<BenchCounty> {
  const owner = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    options: '-c search_path=yimen -c session_replication_role=replica -c synchronous_commit=off',
  });
  const client = await owner.connect();
  try {
    const offices = await loadOffices(services);
    const people: { idNumber: string; name: string }[] = [];
    for (let start = 0; start < size.households; start += BATCH) {
      await loadHouseholds(services, client, offices, {
        start,
        count: Math.min(BATCH, size.households - start),
        people,
      });
      if ((start / BATCH) % 10 === 0) log(`households ${start} / ${size.households}`);
    }
    log(`cases ${size.households * size.casesPerHousehold}`);
    await loadCases(client, offices, size);
    log(`grants to approve ${size.grants}`);
    const grants = await loadGrants(client, offices, size.grants);
    await client.query('ANALYZE');
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM "case" TABLESAMPLE SYSTEM (3) WHERE region_code LIKE '${offices.township.code.slice(0, 9)}%' LIMIT 5000`,
    );
    return { ...offices, households: size.households, people, caseIds: rows.map((row) => row.id), grants };
  } finally {
    client.release();
    await owner.end();
  }
}

/** Person number `index` of the register; numbers of later intakes use later birth dates, so none collides. */
export function personNumber(
  index: number,
  firstDay: number,
): { birthDate: string; sex: 'male' | 'female'; idNumber: string } {
  const birthDate = new Date(firstDay + Math.floor(index / 900) * 86_400_000).toISOString().slice(0, 10);
  const sex = index % 900 < 450 ? ('male' as const) : ('female' as const);
  return { birthDate, sex, idNumber: fakeResidentId({ birthDate, sex, serial: index % 450 }) };
}

export const REGISTER_DAY = Date.parse('1950-01-01');

export function nameOf(index: number): string {
  const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';
  return (
    pick(SURNAMES, index * 7) +
    pick(GIVEN, index * 13 + Math.floor(index / 91)) +
    (index % 5 === 0 ? '' : pick(GIVEN, index * 31 + Math.floor(index / 17)))
  );
}

type Part = { readonly start: number; readonly count: number; readonly people: { idNumber: string; name: string }[] };

async function loadHouseholds(
  { vault }: Services,
  client: PoolClient,
  { villages }: Offices,
  { start, count, people }: Part,
): Promise<void> {
  const persons: unknown[][] = [];
  const grams: unknown[][] = [];
  const households: unknown[][] = [];
  const members: unknown[][] = [];
  for (let index = start; index < start + count; index++) {
    const village = villages[index % villages.length] ?? '';
    const householdId = randomUUID();
    for (let member = 0; member < 3; member++) {
      const serial = index * 3 + member;
      const id = randomUUID();
      const name = nameOf(serial);
      const { birthDate, sex, idNumber } = personNumber(serial, REGISTER_DAY);
      if (serial % 97 === 0) people.push({ idNumber, name });
      persons.push([
        id,
        village,
        name,
        sex,
        birthDate,
        vault.seal('person', 'id_number', id, idNumber),
        vault.index('id-number', idNumber),
        maskResidentId(idNumber),
      ]);
      for (const gram of nameGrams(name)) grams.push([gram, village, id]);
      members.push([householdId, id, village, member === 0 ? 'head' : 'child']);
      if (member === 0) households.push([householdId, village, name]);
    }
  }
  await client.query('BEGIN');
  await insert(
    client,
    'household (id, region_code, head_name, created_at, created_by)',
    ['uuid', 'text', 'text'],
    households,
    `a.c0, a.c1, a.c2, now(), '${NOBODY}'`,
  );
  await insert(
    client,
    'person (id, region_code, name, sex, birth_date, id_number_encrypted, id_number_index, id_number_masked, residence_region_code, created_at, created_by)',
    ['uuid', 'text', 'text', 'text', 'date', 'bytea', 'bytea', 'text'],
    persons,
    `a.c0, a.c1, a.c2, a.c3, a.c4, a.c5, a.c6, a.c7, a.c1, now(), '${NOBODY}'`,
  );
  await insert(
    client,
    'person_gram (gram, region_code, person_id)',
    ['text', 'text', 'uuid'],
    grams,
    'a.c0, a.c1, a.c2',
  );
  await insert(
    client,
    'household_member (household_id, person_id, region_code, relation, support_relation, from_date)',
    ['uuid', 'uuid', 'text', 'text'],
    members,
    `a.c0, a.c1, a.c2, a.c3, 'none', '2024-01-01'`,
  );
  await client.query('COMMIT');
}

export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** One statement from columns as arrays. */
export async function insert(
  client: PoolClient,
  into: string,
  types: readonly string[],
  rows: readonly unknown[][],
  select: string,
): Promise<void> {
  const columns = types.map((_type, column) => rows.map((row) => row[column]));
  const unnest = types.map((type, column) => `$${column + 1}::${type}[]`).join(', ');
  await client.query(
    `INSERT INTO ${into} SELECT ${select} FROM unnest(${unnest}) AS a (${types.map((_type, column) => `c${column}`).join(', ')})`,
    columns,
  );
}

/** Three cases per household over three years, one in ten open, with matter, task and three timeline entries. */
async function loadCases(client: PoolClient, offices: Offices, size: CountySize): Promise<void> {
  await client.query(`CREATE TEMP TABLE bench_case AS
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS matter_id, h.id AS household_id, h.head_name, h.region_code, substr(h.region_code, 1, 9) || '000' AS township_code, n,
      (hashtext(h.id::text || n) % 10 = 0) AS open, now() - ((abs(hashtext(n || h.id::text)) % 1000) || ' days')::interval AS opened_at, row_number() OVER () AS no
    FROM household h CROSS JOIN generate_series(1, ${size.casesPerHousehold}) n`);
  const { window, accountId } = offices;
  await client.query(`INSERT INTO "case" (id, case_no, region_code, township_code, household_id, head_name, state, summary, event_kind, occurred_on, description, need, urgency, urgency_possible, office_id, responsible_post_id, first_asked_post_id, opened_at, opened_by, closed_at, outcome, outcome_reason)
    SELECT id, 'B' || no, region_code, township_code, household_id, head_name, CASE WHEN open THEN 'open' ELSE 'closed' END, '急难救助', (ARRAY['fire', 'serious-illness', 'traffic-accident'])[n], opened_at::date, '压测', '生活费', 'urgent', 'urgent', '${window.officeId}', '${window.postId}', '${window.postId}', opened_at, '${accountId}',
      CASE WHEN NOT open THEN opened_at + interval '20 days' END, CASE WHEN NOT open THEN 'aid' END, CASE WHEN NOT open THEN '已救助' END FROM bench_case`);
  await client.query(`INSERT INTO matter (id, case_id, region_code, township_code, programme, procedure, office_id, state, due_at, opened_at, ended_at)
    SELECT matter_id, id, region_code, township_code, 'urgentRelief', 'urgent-relief', '${window.officeId}', CASE WHEN open THEN 'open' ELSE 'done' END, CASE WHEN open THEN now() + ((abs(hashtext(id::text)) % 20000) || ' minutes')::interval END, opened_at, CASE WHEN NOT open THEN opened_at + interval '20 days' END FROM bench_case`);
  await client.query(`INSERT INTO task (id, kind, region_code, case_id, matter_id, summary, post_id, office_id, state, started_at, due_at, due_on, warn_at, limit_amount, limit_unit, clause_id, clause_zh, clause_en, ended_at)
    SELECT gen_random_uuid(), 'assess-need', region_code, id, matter_id, head_name, '${window.postId}', '${window.officeId}', CASE WHEN open THEN 'open' ELSE 'done' END, opened_at, now() + ((abs(hashtext(id::text)) % 20000) || ' minutes')::interval, current_date + 10, now() + interval '9 days', 24, 'hours', 'cn:platform.clock', '时限', 'limit', CASE WHEN NOT open THEN opened_at END FROM bench_case`);
  await client.query(
    `INSERT INTO case_event (case_id, region_code, at, act, by_name, office_name) SELECT id, region_code, opened_at, a, '经办', '窗口' FROM bench_case CROSS JOIN unnest(ARRAY['case.opened', 'case.assessed', 'grant.proposed']) a`,
  );
  await client.query(
    `INSERT INTO case_participant (case_id, office_id, reason, since) SELECT id, '${window.officeId}', 'opened', opened_at FROM bench_case`,
  );
}

/** Open cases with a village grant proposed: what an approver finds in the morning, a great many times. */
async function loadGrants(
  client: PoolClient,
  offices: Offices,
  count: number,
): Promise<{ id: string; village: string }[]> {
  await client.query(`CREATE TEMP TABLE bench_grant AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS episode_id, b.id AS case_id, b.matter_id, b.household_id, b.region_code, b.opened_at, (SELECT m.person_id FROM household_member m WHERE m.household_id = b.household_id AND m.relation = 'head') AS payee, b.head_name
    FROM bench_case b WHERE b.n = 1 ORDER BY random() LIMIT ${count}`);
  await client.query(
    `UPDATE "case" SET state = 'open', closed_at = NULL, outcome = NULL, outcome_reason = NULL WHERE id IN (SELECT case_id FROM bench_grant)`,
  );
  await client.query(
    `UPDATE matter SET state = 'open', ended_at = NULL WHERE id IN (SELECT matter_id FROM bench_grant)`,
  );
  await client.query(
    `INSERT INTO episode (id, household_id, case_id, region_code, event_kind, occurred_on, policy_version, opened_at) SELECT episode_id, household_id, case_id, region_code, 'fire', opened_at::date, 'bench', opened_at FROM bench_grant`,
  );
  await client.query(
    `INSERT INTO episode_level (episode_id, level, rank, region_code, cap_fen, cumulative_cap_fen) SELECT episode_id, l.level, l.rank, region_code, l.cap, l.total FROM bench_grant CROSS JOIN (VALUES ('village', 0, 100000, NULL::bigint), ('township', 1, 200000, 300000), ('county', 2, NULL, NULL)) AS l (level, rank, cap, total)`,
  );
  await client.query(`INSERT INTO relief_grant (id, episode_id, case_id, matter_id, region_code, level, form, method, amount_fen, purpose, office_id, fund_id, from_account_id, payee_person_id, payee_name, approvals_needed, explanation, proposed_by, proposed_post_id, proposed_at)
    SELECT b.id, b.episode_id, b.case_id, b.matter_id, b.region_code, 'village', 'money', 'cash', 50000, '临时食宿', f.office_id, f.id, a.id, b.payee, b.head_name, 1, '{}', '${offices.accountId}', '${offices.window.postId}', now()
    FROM bench_grant b JOIN fund f ON f.region_code = b.region_code AND f.kind = 'society' JOIN fund_account a ON a.fund_id = f.id AND a.role = 'available'`);
  await client.query(`INSERT INTO task (id, kind, region_code, case_id, matter_id, subject_id, summary, post_id, office_id, started_at, due_at, due_on, warn_at, limit_amount, limit_unit, clause_id, clause_zh, clause_en)
    SELECT gen_random_uuid(), 'decide-grant', g.region_code, g.case_id, g.matter_id, g.id, g.payee_name, p.id, p.office_id, now(), now() + interval '1 day', current_date + 1, now() + interval '20 hours', 24, 'hours', 'cn:platform.clock', '时限', 'limit'
    FROM relief_grant g JOIN post p ON p.region_code = g.region_code AND p.role = 'society-keeper'`);
  const { rows } = await client.query<{ id: string; village: string }>(
    'SELECT id, region_code AS village FROM relief_grant ORDER BY random()',
  );
  return rows;
}
