import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

export type DatabaseSecrets = { superuser: string; migrator: string; app: string };

export function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json');
}

/** The generated passwords of the database roles, readable by the starting user only. */
export function loadDatabaseSecrets(dataDir: string): DatabaseSecrets | undefined {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) return undefined;
  const database = readSecrets(file)['database'];
  return isSecrets(database) ? database : undefined;
}

/** Keeps what other parts of the system store in the same file. */
export function createDatabaseSecrets(dataDir: string): DatabaseSecrets {
  const file = secretsFile(dataDir);
  const database = { superuser: newPassword(), migrator: newPassword(), app: newPassword() };
  const others = existsSync(file) ? readSecrets(file) : {};
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...others, database }, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  renameSync(`${file}.new`, file);
  return database;
}

function readSecrets(file: string): Record<string, unknown> {
  try {
    // Our own file; its parts are checked by whoever reads them.
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new StartFailure(startMessages.secretsLost(file), error);
  }
}

function isSecrets(value: unknown): value is DatabaseSecrets {
  if (typeof value !== 'object' || value === null) return false;
  return ['superuser', 'migrator', 'app'].every((role) => typeof Reflect.get(value, role) === 'string');
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
