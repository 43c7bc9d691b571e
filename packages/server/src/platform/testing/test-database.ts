import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { migrate, readMigrations } from '../db/migrate.ts';
import { knownStatements } from '../db/send-statement.ts';
import { atDatabase, type DatabaseUrls, withSession } from '../runtime/index.ts';
// Declares what the global setup provides, for whoever loads this file outside a test project.
import type {} from './global-setup.ts';
import { requireIndexes } from './require-indexes.ts';

const TEMPLATE = 'yimen';

export type TestDatabase = DatabaseUrls & { name: string; drop: () => Promise<void> };

/**
 * A fresh migrated database for one test file, dropped when the file is done. Call it at the top of the file. The
 * statements the file ran must have their indexes.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await cloneTestDatabase(inject('testServer'));
  afterAll(async () => {
    try {
      await withSession(database.appUrl, (client) => requireIndexes(client, knownStatements()));
    } finally {
      await database.drop();
    }
  });
  return database;
}

/** A database without a table, as a new installation has it. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const database = await cloneTestDatabase(inject('testServer'), 'template0');
  afterAll(database.drop);
  return database;
}

/** A database as it stood before this migration, for a test of what becomes of the rows that stood there. */
export async function testDatabaseBefore(migration: string): Promise<TestDatabase> {
  const names = (await readMigrations()).map(({ name }) => name);
  if (!names.includes(migration)) throw new Error(`there is no migration ${migration}`);
  const database = await emptyTestDatabase();
  const before = names.filter((name) => name < migration);
  await migrate(database.migratorUrl, undefined, before);
  return database;
}

/** As testDatabase for callers outside a test file, who drop it themselves. */
export async function cloneTestDatabase(server: DatabaseUrls, template = TEMPLATE): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenanceUrl = atDatabase(server.adminUrl, 'postgres');
  await withSession(maintenanceUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy OWNER yimen_migrator`),
  );
  const drop = () =>
    withSession(maintenanceUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return {
    name,
    adminUrl: atDatabase(server.adminUrl, name),
    migratorUrl: atDatabase(server.migratorUrl, name),
    appUrl: atDatabase(server.appUrl, name),
    drop,
  };
}
