import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { quoteName } from './platform/runtime/index.ts';
import { startTestApi } from './platform/testing/index.ts';
import { rotateKeys } from './platform/vault/rotate-keys.ts';
import { openVault } from './platform/vault/vault.ts';
import { fillEveryTable } from './testing/every-table.ts';
import { aReport, smallCounty } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api, { pettyCashFen: 1_000_000 });
await fillEveryTable(api, county);
const { services, database } = api;
const key = randomUUID();
const reported = await api.call(contract.reportInPublic, { body: aReport() }, { key });

const admin = { session: await county.as('system.admin') };
await api.call(contract.createAccount, { body: { login: 'new.clerk', name: '新人', phone: '12800000009' } }, admin);
await api.call(contract.startSecondFactor, {}, admin);

/** As the owner, to whom every row shows. */
async function rowsOfOwner<T extends object>(sql: string): Promise<T[]> {
  const client = new Client({ connectionString: database.migratorUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function sealedFields() {
  const columns = await rowsOfOwner<{ table: string; column: string }>(
    "SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'yimen' AND column_name LIKE '%\\_encrypted' ORDER BY 1, 2",
  );
  const fields = [];
  for (const { table, column } of columns) {
    const rows = await rowsOfOwner<{ id: string; sealed: Buffer }>(
      `SELECT id::text, ${quoteName(column)} AS sealed FROM yimen.${quoteName(table)} WHERE ${quoteName(column)} IS NOT NULL`,
    );
    fields.push({ table, column, rows });
  }
  return fields;
}

test('after a rotation with every table filled all fields and kept answers are under the new key, the same as before', async () => {
  const oldVault = await openVault({ dataDir: services.dataDir });
  const before = await sealedFields();
  // Filled where a second factor has been set up; sealed in the same way as one that is being set up.
  const empty = before.filter(({ rows }) => rows.length === 0).map(({ table, column }) => `${table}.${column}`);
  expect(empty, 'a sealed column without a row to try with: fill it in every-table.ts').toEqual([
    'account.totp_secret_encrypted',
  ]);

  const options = { databaseUrl: database.migratorUrl, dataDir: services.dataDir, settleMs: 0, log: () => undefined };
  await rotateKeys({ ...options, algorithm: 'sm4-ctr-hmac-sm3', destroyOld: true });

  const vault = await openVault({ dataDir: services.dataDir });
  expect(vault.currentKeyId).not.toBe(oldVault.currentKeyId);
  const after = await sealedFields();
  for (const [index, { table, column, rows }] of after.entries()) {
    const earlier = new Map(before[index]?.rows.map(({ id, sealed }) => [id, sealed]));
    expect(rows.length, `${table}.${column}`).toBe(earlier.size);
    for (const { id, sealed } of rows) {
      const was = oldVault.openBytes(table, column, id, earlier.get(id) ?? Buffer.alloc(0));
      expect(vault.openBytes(table, column, id, sealed).equals(was), `${table}.${column}`).toBe(true);
    }
  }
  const answers = await rowsOfOwner<{ key: string; response: string }>(
    "SELECT key::text, response FROM yimen.idempotency WHERE route IN ('report-in-public', 'create-report')",
  );
  expect(answers.length).toBeGreaterThan(1);
  const opened = answers.map(({ key: id, response }) =>
    vault.open('idempotency', 'response', id, Buffer.from(response, 'base64')),
  );
  expect(opened).toContain(reported.text);
});
