import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp, restore } from '../platform/backup/index.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { VERSION } from '../version.ts';
import { dataDirectory, required, say, withDatabase } from './context.ts';

export async function migrateDatabase(): Promise<void> {
  const applied = await withDatabase(({ migratorUrl }) => prepareDatabase(migratorUrl));
  say(`已执行 ${applied.length} 项数据库更新。`, `${applied.length} migrations applied.`);
  for (const name of applied) console.log(`  ${name}`);
}

export async function seedDatabase(): Promise<void> {
  const { seedDemo } = await import('../demo/index.ts');
  const isMade = await withDatabase(async ({ migratorUrl, appUrl }, dataDir) => {
    await prepareDatabase(migratorUrl);
    return seedDemo({ databaseUrl: appUrl, dataDir, log: console.log });
  });
  if (!isMade)
    throw new StartFailure({
      zh: '系统已有账号，演示县只能建立在空库中。',
      en: 'There are accounts already: the demonstration county needs an empty database.',
    });
}

export async function backUpDatabase(args: string[]): Promise<void> {
  const folder = resolve(
    required(
      args.find((arg) => !arg.startsWith('--')),
      { zh: '备份目录', en: 'folder of the backup' },
    ),
  );
  const withMasterKey = !args.includes('--without-master-key');
  const { tables } = await withDatabase(({ migratorUrl }, dataDir) =>
    backUp({ migratorUrl, dataDir, folder, version: VERSION, now: new Date(), withMasterKey }),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(`已备份 ${tables.length} 张表、${rows} 行到 ${folder}。`, `${tables.length} tables, ${rows} rows in ${folder}.`);
  if (withMasterKey) say('备份含主密钥，请像保管密钥一样保管。', 'It holds the master key: guard it like a key.');
  else
    say(
      '备份不含主密钥，没有它无法读出加密内容，请另行保管。',
      'The master key is not in it; without that key the sealed fields cannot be read.',
    );
}

export async function restoreDatabase([given]: string[]): Promise<void> {
  const folder = resolve(required(given, { zh: '备份目录', en: 'folder of the backup' }));
  const target = dataDirectory();
  if (existsSync(target) && readdirSync(target).length > 0 && !process.env['DATABASE_URL']) {
    throw new StartFailure({
      zh: `数据目录 ${target} 不是空的，请用 YIMEN_DATA_DIR 指定一个空目录。`,
      en: `The data directory ${target} is not empty: set YIMEN_DATA_DIR to an empty one.`,
    });
  }
  const { tables, createdAt } = await withDatabase(({ adminUrl, migratorUrl }, dataDir) =>
    restore({ adminUrl, migratorUrl, dataDir, folder }),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `已恢复 ${createdAt} 的备份：${tables.length} 张表、${rows} 行。`,
    `Restored the backup of ${createdAt}: ${tables.length} tables, ${rows} rows.`,
  );
}
