import { sql } from 'kysely';
import type pg from 'pg';

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: readonly Plan[] };

// Tables that stay small however long a county works: reading them whole is the best plan.
const SMALL = new Set([
  'absence',
  'account',
  'calendar_year',
  'post_names_state',
  'first_administrator_token',
  'fund',
  'fund_account',
  'job_run',
  'office',
  'petty_cash_request',
  'post',
  'post_holder',
  'recovery_code',
  'region',
]);
const MARK = '/* the whole table */';

/** At the end of a statement of a test that means to read everything. */
export const WHOLE_TABLE = sql.raw(MARK);

/**
 * Every statement finds its rows by an index, whatever the values: with sequential scans forbidden, one that remains
 * has no index to use. Statements that mean to read everything say so in a comment.
 * @throws with the statements that have none.
 */
export async function requireIndexes(client: pg.Client, statements: readonly string[]): Promise<void> {
  const without: string[] = [];
  for (const text of statements) {
    if (!/^\s*(SELECT|WITH|UPDATE|DELETE)/i.test(text) || text.includes(MARK)) continue;
    const tables = await scannedTables(client, text);
    if (tables.length > 0) without.push(`${tables.join(', ')}: ${text.replaceAll(/\s+/g, ' ').slice(0, 500)}`);
  }
  if (without.length > 0) throw new Error(`statements without an index:\n${without.join('\n')}`);
}

async function scannedTables(client: pg.Client, text: string): Promise<string[]> {
  await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL search_path = yimen');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan ? [...new Set(scansIn(plan))] : [];
  } finally {
    await client.query('ROLLBACK');
  }
}

function scansIn(plan: Plan): string[] {
  const table = plan['Node Type'] === 'Seq Scan' ? plan['Relation Name'] : undefined;
  const own = table !== undefined && !SMALL.has(table) ? [table] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansIn)];
}
