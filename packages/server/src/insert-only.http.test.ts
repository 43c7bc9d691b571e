import { expect, test } from 'vitest';
import { withSession } from './platform/runtime/index.ts';
import { testDatabase } from './platform/testing/index.ts';

/** What happened, who decided and where money went: written once. */
const INSERT_ONLY = [
  'assessment',
  'audit_anchor',
  'audit_entry',
  'audit_link',
  'case_event',
  'fact',
  'fact_layout',
  'grant_approval',
  'outcome_layout',
  'payment_check',
  'policy_change',
  'policy_release_event',
  'policy_test',
  'policy_version',
  'redetermination_held',
  'redetermination_sum',
  'report_event',
  'transfer',
];

const database = await testDatabase();

async function setsClauseOf(table: string): Promise<string> {
  return withSession(database.migratorUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
       WHERE attrelid = ('yimen.' || quote_ident($1))::regclass AND attnum > 0 AND attidentity = '' AND attgenerated = '' ORDER BY attnum LIMIT 1`,
      [table],
    );
    const name = rows[0]?.name ?? '';
    return `${name} = ${name}`;
  });
}

test('whatever keeps its rows by trigger stands in this list', async () => {
  const { rows } = await withSession(database.migratorUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname LIKE '%insert\\_only' ORDER BY 1`,
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual(INSERT_ONLY);
});

test.each(INSERT_ONLY)(
  '%s is changed, deleted and emptied by nobody: not the application, not the owner',
  async (table) => {
    const rewrites = [
      `UPDATE yimen.${table} SET ${await setsClauseOf(table)}`,
      `DELETE FROM yimen.${table}`,
      `TRUNCATE yimen.${table} CASCADE`,
    ];
    for (const [url, reason] of [
      [database.appUrl, /permission denied/],
      [database.migratorUrl, /insert-only/],
    ] as const)
      for (const rewrite of rewrites)
        await expect(
          withSession(url, (client) => client.query(rewrite)),
          rewrite,
        ).rejects.toThrow(reason);
  },
);
