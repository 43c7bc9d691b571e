import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestApi } from '../testing/index.ts';
import { anchorsFile } from './anchors-file.ts';
import { sealAudit } from './seal-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const api = await startTestApi({ routes: () => [] });
const { services } = api;
const verify = () => verifyAudit(services.database, services.dataDir);

// The administrator of the database: may do everything, triggers included.
const superuser = new Client({ connectionString: api.database.adminUrl });
await superuser.connect();
await superuser.query('SET session_replication_role = replica');
afterAll(() => superuser.end());

// Short, so that the borders between what is read side by side lie within the log.
const STRETCH = 400;

/** The check reads through this very connection, inside its transaction. */
function verifyAsSuperuser() {
  const query = superuser.query.bind(superuser);
  const connect = async () => ({ query, release: () => undefined });
  // Only these two of a pool are called.
  const pool = { query, connect } as unknown as typeof services.database.pool;
  return verifyAudit({ ...services.database, pool }, services.dataDir, { stretch: STRETCH });
}

async function write(count: number): Promise<void> {
  await services.database.pool.query(
    `INSERT INTO yimen.audit_entry (at, action, outcome, account_id, subject_type, subject_id, purpose, details, request_id)
     SELECT now(), 'read-case', 'done', gen_random_uuid(), 'case', 'c' || n, 'handling', jsonb_build_object('n', n), gen_random_uuid() FROM generate_series(1, $1::int) n`,
    [count],
  );
}

describe('the audit log', () => {
  test('is sealed in the background and whole', async () => {
    await write(1200);
    expect((await verify()).unsealed).toBe(1200);
    expect(await sealAudit(services)).toBe(1200);
    const verdict = await verify();
    expect(verdict).toMatchObject({ links: 1200, unsealed: 0, fault: undefined });
    expect(verdict.anchors).toBe(1);
    expect(verdict.anchorsOutside).toBe(verdict.anchors);
  });

  test('is sealed once by workers that run together', async () => {
    await write(800);
    // Connections are open before the start, or the first worker would be done before the second one is connected.
    await Promise.all(Array.from({ length: 6 }, () => services.database.pool.query('SELECT pg_sleep(0.1)')));
    const counts = await Promise.all(Array.from({ length: 6 }, () => sealAudit(services)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(800);
    expect((await verify()).fault).toBeUndefined();
  });

  test('chains an entry whose transaction ended after younger ones were sealed', async () => {
    const late = await services.database.pool.connect();
    await late.query('BEGIN');
    await late.query(
      "INSERT INTO yimen.audit_entry (at, action, outcome, request_id) VALUES (now(), 'slow', 'done', gen_random_uuid())",
    );
    await write(10);
    expect(await sealAudit(services)).toBe(10);
    await late.query('COMMIT');
    late.release();
    expect(await sealAudit(services)).toBe(1);
    expect((await verify()).fault).toBeUndefined();
  });

  test('refuses changes by the application and by the owner of the tables', async () => {
    const owner = new Client({ connectionString: api.database.migratorUrl });
    await owner.connect();
    for (const table of ['audit_entry', 'audit_link', 'audit_anchor']) {
      for (const sql of [
        `UPDATE yimen.${table} SET ${table === 'audit_entry' ? "action = 'x'" : "hash = '\\x00'"}`,
        `DELETE FROM yimen.${table}`,
        `TRUNCATE yimen.${table} CASCADE`,
      ]) {
        await expect(owner.query(sql)).rejects.toMatchObject({ code: '42501' });
        await expect(services.database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
      }
    }
    await owner.end();
  });

  test('shows every edit of its superuser: 180 of 180, and is whole again when the edit is taken back', async () => {
    const { rows } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM yimen.audit_link');
    const links = rows[0]?.n ?? 0;
    let detected = 0;
    for (let n = 0; n < 180; n++) {
      await superuser.query('BEGIN');
      const seq = randomInt(1, links);
      await damage(n % 9, seq);
      const verdict = await verifyAsSuperuser();
      await superuser.query('ROLLBACK');
      if (verdict.fault !== undefined) detected += 1;
    }
    expect(detected).toBe(180);
    expect((await verify()).fault).toBeUndefined();
  });

  test.each([1, STRETCH, STRETCH + 1, 1234, 2 * STRETCH])('names the first broken link: %i', async (first) => {
    const damages = [
      "UPDATE yimen.audit_entry SET purpose = 'other' WHERE id = (SELECT entry_id FROM yimen.audit_link WHERE seq = $1)",
      'DELETE FROM yimen.audit_link WHERE seq = $1',
      "UPDATE yimen.audit_link SET hash = '\\x' WHERE seq = $1",
    ];
    for (const sql of damages) {
      await superuser.query('BEGIN');
      for (const seq of [1500, first]) await superuser.query(sql, [seq]);
      const { fault } = await verifyAsSuperuser();
      await superuser.query('ROLLBACK');
      expect(fault?.seq).toBe(first);
      expect(fault?.reason.zh).toMatch(/改动|缺失/);
    }
  });

  test('shows a chain rewritten as a whole by whoever holds the database but not the key', async () => {
    const file = anchorsFile(services.dataDir);
    const kept = readFileSync(file, 'utf8');
    await superuser.query('BEGIN');
    await superuser.query('DELETE FROM yimen.audit_anchor');
    await superuser.query('DELETE FROM yimen.audit_link');
    await superuser.query("UPDATE yimen.audit_entry SET purpose = 'other' WHERE id = 7");
    await superuser.query('COMMIT');
    await sealAudit(services, { everything: true });
    // The new chain fits in itself and is signed anew; the copies outside the database contradict it.
    expect((await verify()).fault?.reason.en).toContain('anchor');
    // Without the copies it would pass: they are what stops the administrator of the database.
    writeFileSync(file, readFileSync(file, 'utf8').slice(kept.length));
    expect((await verify()).fault).toBeUndefined();
  });
});

async function damage(kind: number, seq: number): Promise<void> {
  const entry = '(SELECT entry_id FROM yimen.audit_link WHERE seq = $1)';
  const one = [seq];
  switch (kind) {
    case 0:
      return run(`UPDATE yimen.audit_entry SET at = at + interval '1 microsecond' WHERE id = ${entry}`, one);
    case 1:
      return run(`UPDATE yimen.audit_entry SET account_id = '${randomUUID()}' WHERE id = ${entry}`, one);
    case 2:
      // The same characters, moved across a border between two fields.
      return run(
        `UPDATE yimen.audit_entry SET subject_type = 'cas', subject_id = 'e' || subject_id WHERE id = ${entry}`,
        one,
      );
    case 3:
      return run(`DELETE FROM yimen.audit_entry WHERE id = ${entry}`, one);
    case 4:
      await run(`DELETE FROM yimen.audit_entry WHERE id = ${entry}`, one);
      return run('DELETE FROM yimen.audit_link WHERE seq = $1', one);
    case 5:
      // Two acts change places.
      return run(
        'UPDATE yimen.audit_link SET entry_id = CASE seq WHEN $1 THEN b.e2 ELSE b.e1 END FROM (SELECT (SELECT entry_id FROM yimen.audit_link WHERE seq = $1) AS e1, (SELECT entry_id FROM yimen.audit_link WHERE seq = $1 + 1) AS e2) b WHERE seq IN ($1, $1 + 1)',
        one,
        true,
      );
    case 6:
      // Deleted and put back with other content.
      return run(
        `WITH gone AS (DELETE FROM yimen.audit_entry WHERE id = ${entry} RETURNING *) INSERT INTO yimen.audit_entry (id, at, action, outcome, request_id) OVERRIDING SYSTEM VALUE SELECT id, at, 'read-notice', outcome, request_id FROM gone`,
        one,
      );
    case 7:
      // The tail is cut off, its anchors with it.
      await run('DELETE FROM yimen.audit_anchor WHERE seq >= $1', one);
      return run('DELETE FROM yimen.audit_link WHERE seq >= least($1, (SELECT max(seq) FROM yimen.audit_anchor))', one);
    default:
      return run(
        'UPDATE yimen.audit_link SET hash = set_byte(hash, 5, (get_byte(hash, 5) + 1) % 256) WHERE seq = $1',
        one,
      );
  }
}

async function run(sql: string, values: unknown[], deferred = false): Promise<void> {
  if (deferred) await superuser.query('ALTER TABLE yimen.audit_link DROP CONSTRAINT audit_link_entry_once');
  await superuser.query(sql, values);
}
