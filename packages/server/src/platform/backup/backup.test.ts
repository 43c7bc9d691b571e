import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sealAudit, verifyAudit } from '../audit/index.ts';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { openDatabase } from '../db/database.ts';
import { queueMessage } from '../messages/index.ts';
import { withSession } from '../runtime/index.ts';
import { aHolder, emptyTestDatabase, startTestApi, WHOLE_TABLE } from '../testing/index.ts';
import { openVault } from '../vault/vault.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const api = await startTestApi({ routes: () => [] });
const { services, database } = api;
const target = (name: string) => join(mkdtempSync(join(tmpdir(), 'yimen-backup-')), name);
const back = (folder: string) =>
  backUp({
    migratorUrl: database.migratorUrl,
    dataDir: services.dataDir,
    folder,
    version: '1',
    now: services.clock.now(),
    withMasterKey: true,
  });

async function contentOf(url: string): Promise<Record<string, string>> {
  return withSession(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'yimen'::regnamespace AND relkind = 'r'",
    );
    const content: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM yimen."${name}" t`,
      );
      content[name] = rows[0]?.sum ?? '';
    }
    return content;
  });
}

describe('a backup', async () => {
  const { accountId } = await aHolder(services);
  for (let n = 0; n < 30; n++) await message(n);
  await services.database.pool.query(
    'INSERT INTO yimen.audit_entry (at, action, outcome, request_id, details) SELECT now(), \'read\', \'done\', gen_random_uuid(), \'{"a": "\\\\n \\"quoted\\" 䶮"}\' FROM generate_series(1, 2500)',
  );
  await sealAudit(services);

  test('restored into an empty installation holds every row, counter and key', async () => {
    const folder = target('whole');
    const manifest = await back(folder);
    expect(manifest.tables.find(({ name }) => name === 'audit_entry')?.rows).toBe(2500);
    const empty = await emptyTestDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), 'yimen-restored-'));
    await restore({ ...empty, dataDir, folder });
    expect(await contentOf(empty.adminUrl)).toEqual(await contentOf(database.adminUrl));

    const restored = openDatabase({ url: empty.appUrl, poolSize: 2 });
    const vault = await openVault({ dataDir });
    const [row] = await restored.transact(SYSTEM_CONTEXT, (tx) =>
      tx
        .selectFrom('message')
        .select(['id', 'recipient_encrypted'])
        .where('words_zh', '=', '第 7 条')
        .modifyEnd(WHOLE_TABLE)
        .execute(),
    );
    expect(vault.open('message', 'recipient', row?.id ?? '', row?.recipient_encrypted ?? Buffer.alloc(0))).toBe(
      '13800138007',
    );
    expect((await verifyAudit(restored, dataDir)).fault).toBeUndefined();
    // The counter goes on behind the last row.
    await restored.pool.query(
      "INSERT INTO yimen.audit_entry (at, action, outcome, request_id) VALUES (now(), 'next', 'done', gen_random_uuid())",
    );
    await restored.close();
  });

  test('is of one moment, whatever is written meanwhile', async () => {
    let isWriting = true;
    let pairs = 0;
    const writer = (async () => {
      for (let n = 100; isWriting; n++) {
        await services.database.transact(SYSTEM_CONTEXT, async (tx) => {
          const words = { zh: `对 ${n}`, en: '' };
          await queueMessage(
            services,
            tx,
            { regionCode: '341503000000', recipient: '1', template: 'pair', words },
            services.clock.now(),
          );
          pairs += 1;
          await tx
            .insertInto('idempotency')
            .values({ caller: accountId, key: randomUUID(), route: 'pair', body_sha256: Buffer.alloc(0) })
            .execute();
        });
      }
    })();
    const folder = target('moving');
    while (pairs < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    await back(folder);
    isWriting = false;
    await writer;
    const empty = await emptyTestDatabase();
    await restore({ ...empty, dataDir: mkdtempSync(join(tmpdir(), 'yimen-restored-')), folder });
    const { messages, keys } = await withSession(empty.adminUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT (SELECT count(*)::int FROM yimen.message WHERE template = 'pair') AS messages, (SELECT count(*)::int FROM yimen.idempotency WHERE route = 'pair') AS keys",
      );
      return rows[0];
    });
    expect(messages).toBe(keys);
    expect(messages).toBeGreaterThan(0);
  });

  test('that was damaged restores nothing', async () => {
    const folder = target('damaged');
    await back(folder);
    appendFileSync(join(folder, 'tables/account.jsonl.gz'), gzipSync('"(one more)"\n'));
    const empty = await emptyTestDatabase();
    await expect(
      restore({ ...empty, dataDir: mkdtempSync(join(tmpdir(), 'yimen-restored-')), folder }),
    ).rejects.toThrow();
    const rows = await withSession(empty.adminUrl, (client) =>
      client.query('SELECT FROM yimen.region UNION ALL SELECT FROM yimen.office'),
    );
    expect(rows.rowCount).toBe(0);
  });

  test('neither overwrites another nor goes into a used database', async () => {
    const folder = target('twice');
    await back(folder);
    await expect(back(folder)).rejects.toThrow(/已存在/);
    await expect(restore({ ...database, dataDir: services.dataDir, folder })).rejects.toThrow(/空的数据库/);
  });
});

async function message(n: number): Promise<void> {
  const given = {
    regionCode: '341503000000',
    recipient: `138001380${String(n).padStart(2, '0')}`,
    template: 't',
    words: { zh: `第 ${n} 条`, en: '' },
  };
  await services.database.transact(SYSTEM_CONTEXT, (tx) => queueMessage(services, tx, given, services.clock.now()));
}
