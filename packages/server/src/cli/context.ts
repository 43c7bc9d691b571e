import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, prepareDataDirectory, StartFailure, startDatabase } from '../platform/runtime/index.ts';
import { profileFrom } from '../platform/settings.ts';
import { openServices, type Services } from '../services.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export function dataDirectory(): string {
  return resolve(ROOT, process.env['YIMEN_DATA_DIR'] || 'data');
}

/** The database of this installation: the running one, or started for the time of the command. */
export async function withDatabase<T>(work: (database: Database, dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = prepareDataDirectory(dataDirectory());
  const database = await startDatabase({ dataDir, log: () => undefined });
  try {
    return await work(database, dataDir);
  } finally {
    await database.stop();
  }
}

export function withServices<T>(work: (services: Services, database: Database) => Promise<T>): Promise<T> {
  return withDatabase(async (database, dataDir) => {
    const services = await openServices({
      databaseUrl: database.appUrl,
      dataDir,
      profile: profileFrom(),
      name: 'yimen-cli',
      settings: { poolSize: 4 },
    });
    try {
      return await work(services, database);
    } finally {
      await services.close();
    }
  });
}

export function required(value: string | undefined, what: { zh: string; en: string }): string {
  if (value !== undefined && value !== '') return value;
  throw new StartFailure({ zh: `缺少参数：${what.zh}。`, en: `Missing: ${what.en}.` });
}

export function noFolder(path: string): StartFailure {
  return new StartFailure({ zh: `没有目录 ${path}。`, en: `There is no folder ${path}.` });
}

/** Folders of packs: each is there and holds one at least. A pack alone would be read as none. */
export function requireFolders(folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(folder)) throw noFolder(folder);
    if (!holdsPacks(folder))
      throw new StartFailure({
        zh: `目录 ${folder} 里没有政策包：应给出政策包所在的上一级目录。`,
        en: `There is no pack in ${folder}: give the folder that holds the folders of packs.`,
      });
  }
}

function holdsPacks(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.some((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'pack.yaml')));
}

export function say(zh: string, en: string): void {
  console.log(`${zh}\n${en}`);
}
