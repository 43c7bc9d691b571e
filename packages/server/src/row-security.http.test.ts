import { describe, expect, test } from 'vitest';
import type { AccessContext } from './platform/db/access-context.ts';
import { SYSTEM_CONTEXT } from './platform/db/access-context.ts';
import { quoteName } from './platform/runtime/index.ts';
import { startTestApi } from './platform/testing/index.ts';
import { fillEveryTable } from './testing/every-table.ts';
import { PLACES, smallCounty } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api, { pettyCashFen: 1_000_000 });
await fillEveryTable(api, county);
const { database } = api.services;

/** Whose rows are nobody's business: no row security, and why that is right. Any other table must have it. */
const WITHOUT_ROW_SECURITY: Readonly<Record<string, string>> = {
  absence: 'colleagues know who is away',
  account: 'the internal directory; its phones are sealed',
  account_activation: 'digests of one-time tokens',
  audit_anchor: 'hashes',
  audit_entry: 'ids only; read by auditors through one route',
  audit_link: 'hashes',
  calendar_year: 'published holidays',
  case_participant: 'ids only: who takes part is what row security asks',
  demonstration: 'one date',
  post_names_state: 'one number',
  duty: 'colleagues know whom to call',
  earlier_password: 'hashes',
  fact_layout: 'ids of questions',
  first_administrator_token: 'digests of one-time tokens',
  idempotency: 'looked up by caller and key; secrets in it are sealed',
  job_run: 'when jobs ran',
  office: 'the public directory',
  outbox_event: 'ids and figures, gone when delivered',
  outcome_layout: 'ids of programmes',
  policy_version: 'published policy',
  policy_change: 'what policy says is nobody’s secret; drafts are kept to their place by the room',
  policy_release: 'as its changes',
  policy_release_event: 'as its changes',
  policy_state: 'one number and one date',
  policy_test: 'worked examples about nobody',
  post: 'the internal directory',
  post_holder: 'the internal directory',
  record_access: 'ids only: who takes part is what row security asks',
  recovery_code: 'digests',
  redetermination: 'figures; kept to their place by the room',
  redetermination_range: 'ids of pages and figures',
  region: 'published codes',
  session: 'digests of tokens',
};
/** Reached through functions only: the application may not even name them. */
const CLOSED = ['cap_counter', 'cap_counter_level'];
/** What jobs alone read: the facts of dozens of households on one page. */
const FOR_JOBS_ALONE = ['packed_page'];
/** Written by jobs alone, at places people see. */
const WRITTEN_BY_JOBS = ['packed_household'];
/** Where a stranger may add a row, but never see or change it afterwards. */
const ANYBODY_ADDS: Readonly<Record<string, string>> = {
  message: 'a public report queues one',
  photo: 'uploaded before it belongs to anything',
  report: 'anybody reports any place',
  report_event: 'the first step of a report',
};

type Table = { readonly name: string; readonly isOn: boolean; readonly isForced: boolean; readonly policies: number };

async function listTables(): Promise<Table[]> {
  const { rows } = await database.pool.query<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AS "isOn", c.relforcerowsecurity AS "isForced",
       (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND 'yimen_app'::regrole = ANY (p.polroles)) AS policies
     FROM pg_class c WHERE c.relnamespace = 'yimen'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`,
  );
  return rows;
}

const HOME = { scope: 'region', regionFrom: PLACES.town, regionTo: '341503100999' } as const;
const OWN: AccessContext = { ...HOME, ...standing('town.window', 'town') };
const FOREIGN: Readonly<Record<string, AccessContext>> = {
  'the next town': {
    scope: 'region',
    regionFrom: PLACES.otherTown,
    regionTo: '341503101999',
    ...standing('other-town.window', 'otherTown'),
  },
  'a county elsewhere': { scope: 'region', regionFrom: '340421000000', regionTo: '340421999999', ...nobody() },
  'a department that takes no part': { scope: 'office', ...standing('education.handler', 'education') },
  'an administrator': { scope: 'none', ...standing('system.admin', 'platform') },
  'the public': { scope: 'none' },
};

function standing(login: string, office: string) {
  return {
    accountId: county.accounts[login] ?? '',
    postId: county.posts[login] ?? '',
    officeId: county.offices[office] ?? '',
  };
}

function nobody() {
  const id = '00000000-0000-4000-8000-000000000000';
  return { accountId: id, postId: id, officeId: id };
}

type Row = { readonly ctid: string; readonly row: Readonly<Record<string, unknown>> };

function select(context: AccessContext, table: string): Promise<Row[]> {
  return database.transact(context, async (_tx, client) => {
    const { rows } = await client.query<Row>(
      `SELECT t.ctid::text AS ctid, to_jsonb(t) AS row FROM yimen.${quoteName(table)} t`,
    );
    return rows;
  });
}

/** What came of a statement that must do nothing: the number of rows, or the code of the refusal. */
async function outcomeOf(context: AccessContext, sql: string, values: readonly unknown[]): Promise<string> {
  let outcome = '';
  const undone = new Error('undone');
  try {
    await database.transact(context, async (_tx, client) => {
      outcome = `${(await client.query(sql, [...values])).rowCount} rows`;
      throw undone;
    });
  } catch (error) {
    if (error !== undone) outcome = String((error as { code?: unknown }).code);
  }
  return outcome;
}

/** Columns the application may write in this way. */
async function listColumns(table: string, privilege: 'INSERT' | 'UPDATE'): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_attribute a WHERE a.attrelid = ('yimen.' || quote_ident($1))::regclass AND a.attnum > 0
       AND NOT a.attisdropped AND a.attidentity <> 'a' AND a.attgenerated = '' AND has_column_privilege(a.attrelid, a.attname, $2) ORDER BY a.attnum`,
    [table, privilege],
  );
  return rows.map(({ name }) => quoteName(name));
}

const tables = await listTables();
const secured = tables.map(({ name }) => name).filter((name) => !(name in WITHOUT_ROW_SECURITY));

test('every table is either secured row by row, for its owner too, or stands in the list of those that need not be', () => {
  const names = new Set(tables.map(({ name }) => name));
  expect(Object.keys(WITHOUT_ROW_SECURITY).filter((name) => !names.has(name))).toEqual([]);
  const lax = tables.filter(({ name, isOn, isForced }) => secured.includes(name) && !(isOn && isForced));
  expect(lax).toEqual([]);
  const bare = tables.filter(({ name, policies }) => secured.includes(name) && policies === 0);
  expect(bare.map(({ name }) => name)).toEqual(CLOSED);
});

test.each(CLOSED)('%s cannot be named by the application', async (table) => {
  const sql = `SELECT FROM yimen.${quoteName(table)}`;
  for (const context of [OWN, SYSTEM_CONTEXT, ...Object.values(FOREIGN)])
    expect(await outcomeOf(context, sql, [])).toBe('42501');
});

test.each(FOR_JOBS_ALONE)('%s is seen, added to and changed by jobs alone', async (table) => {
  const rows = await select(SYSTEM_CONTEXT, table);
  expect(rows.length, 'no row to try with').toBeGreaterThan(0);
  const inserted = (await listColumns(table, 'INSERT')).join(', ');
  const copy = `INSERT INTO yimen.${table} (${inserted}) SELECT ${inserted} FROM jsonb_populate_record(NULL::yimen.${table}, $1)`;
  for (const context of [OWN, ...Object.values(FOREIGN)]) {
    expect(await select(context, table)).toEqual([]);
    expect(await outcomeOf(context, `UPDATE yimen.${table} SET id = id`, [])).toBe('0 rows');
    expect(await outcomeOf(context, copy, [rows[0]?.row])).toBe('42501');
  }
});

test.each(WRITTEN_BY_JOBS)('%s is changed and taken away by jobs alone', async (table) => {
  const [column] = await listColumns(table, 'UPDATE');
  expect(await outcomeOf(SYSTEM_CONTEXT, `UPDATE yimen.${table} SET ${column} = ${column}`, [])).not.toBe('0 rows');
  expect(await outcomeOf(OWN, `UPDATE yimen.${table} SET ${column} = ${column}`, [])).toBe('0 rows');
  expect(await outcomeOf(OWN, `DELETE FROM yimen.${table}`, [])).toBe('0 rows');
});

const swept = secured.filter((name) => ![...CLOSED, ...FOR_JOBS_ALONE].includes(name));

describe.each(swept)('%s', (table) => {
  test('is seen from its own place', async () => {
    expect((await select(OWN, table)).length, 'no row to try with: add one to every-table.ts').toBeGreaterThan(0);
  });

  test.each(Object.keys(FOREIGN))('shows nothing of it to %s, and lets nothing be changed or added', async (name) => {
    const context = FOREIGN[name] ?? { scope: 'none' };
    const own = (await select(OWN, table)).filter(({ row }) => !isShared(table, name, row));
    expect(own.length).toBeGreaterThan(0);
    const seen = new Set((await select(context, table)).map(({ ctid }) => ctid));
    expect(own.filter(({ ctid }) => seen.has(ctid))).toEqual([]);

    const quoted = quoteName(table);
    const [updated] = await listColumns(table, 'UPDATE');
    const inserted = (await listColumns(table, 'INSERT')).join(', ');
    for (const { ctid, row } of own) {
      if (updated !== undefined) {
        const update = `UPDATE yimen.${quoted} SET ${updated} = ${updated} WHERE ctid = $1::tid`;
        expect(await outcomeOf(context, update, [ctid]), 'UPDATE').toBe('0 rows');
      }
      // 42501: nobody gave the right to delete.
      const remove = `DELETE FROM yimen.${quoted} WHERE ctid = $1::tid`;
      expect(await outcomeOf(context, remove, [ctid]), 'DELETE').toMatch(/^(0 rows|42501)$/);
      // Without a column to add, nobody may.
      if (table in ANYBODY_ADDS || inserted === '') continue;
      const copy = `INSERT INTO yimen.${quoted} (${inserted}) SELECT ${inserted} FROM jsonb_populate_record(NULL::yimen.${quoted}, $1)`;
      // 42501 and not 23505: refused by row security, before the database notices that it is there already.
      if (!isFirstTask(table, row)) expect(await outcomeOf(context, copy, [row]), 'INSERT').toBe('42501');
    }
  });
});

/** Both towns keep their petty cash in the county's fund, and see that fund for it. */
function isShared(table: string, reader: string, row: Row['row']): boolean {
  return table === 'fund' && reader === 'the next town' && row['id'] === county.funds.fiscal;
}

/** Written by the act of whoever reports. */
function isFirstTask(table: string, row: Row['row']): boolean {
  return table === 'task' && row['report_id'] !== null && row['case_id'] === null;
}
