import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { queueMessage } from '../messages/index.ts';
import { startTestApi, WHOLE_TABLE } from '../testing/index.ts';
import { rotateKeys } from './rotate-keys.ts';
import { openVault } from './vault.ts';

const api = await startTestApi({ routes: () => [] });
const { services, database } = api;
const NOTHING = Buffer.alloc(0);
const options = { databaseUrl: database.migratorUrl, dataDir: services.dataDir, settleMs: 0, log: () => undefined };

async function write(count: number, vault = services.vault): Promise<void> {
  await services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    for (let n = 0; n < count; n++) {
      const given = {
        regionCode: '341503000000',
        recipient: `1380013${n}`,
        template: 't',
        words: { zh: String(n), en: '' },
      };
      await queueMessage({ vault, settings: services.settings }, tx, given, services.clock.now());
    }
  });
}

async function readAll(): Promise<{ keyIds: Set<number>; wrong: number; count: number }> {
  const vault = await openVault({ dataDir: services.dataDir });
  const rows = await services.database.transact(SYSTEM_CONTEXT, (tx) =>
    tx.selectFrom('message').select(['id', 'words_zh', 'recipient_encrypted']).modifyEnd(WHOLE_TABLE).execute(),
  );
  const wrong = rows.filter(
    ({ id, words_zh, recipient_encrypted }) =>
      vault.open('message', 'recipient', id, recipient_encrypted ?? NOTHING) !== `1380013${words_zh}`,
  ).length;
  const keyIds = new Set(rows.map((row) => vault.keyIdOf(row.recipient_encrypted ?? NOTHING)));
  return { keyIds, wrong, count: rows.length };
}

test('every field is under the new key afterwards, also in the other algorithm, and the old key can go', async () => {
  await write(650);
  expect(await rotateKeys({ ...options, algorithm: 'sm4-ctr-hmac-sm3', destroyOld: true })).toBe(650);
  const { keyIds, wrong, count } = await readAll();
  expect([keyIds.size, wrong, count]).toEqual([1, 0, 650]);
});

test('an interrupted rotation goes on where it stopped, while others write', async () => {
  const old = await openVault({ dataDir: services.dataDir });
  const interrupted = rotateKeys({ ...options, algorithm: 'aes-256-gcm', log: () => undefined });
  // A process that has not read the new key yet still seals with the old one.
  await write(120, old);
  await interrupted;
  await write(30, old);
  await rotateKeys({ ...options, algorithm: 'aes-256-gcm', resume: true, destroyOld: true });
  const { keyIds, wrong, count } = await readAll();
  expect([keyIds.size, wrong, count]).toEqual([1, 0, 800]);
});

test('a field that belongs to another row stops the rotation instead of being blessed', async () => {
  const vault = await openVault({ dataDir: services.dataDir });
  const foreign = vault.seal('message', 'recipient', randomUUID(), 'x');
  await services.database.transact(SYSTEM_CONTEXT, (_tx, client) =>
    client.query(
      'UPDATE yimen.message SET recipient_encrypted = $1 WHERE id = (SELECT id FROM yimen.message LIMIT 1)',
      [foreign],
    ),
  );
  await expect(rotateKeys({ ...options, algorithm: 'aes-256-gcm' })).rejects.toThrow(/cannot be opened/);
});
