import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type OtherServer, startOtherServer } from '../testing/other-server.ts';
import { startDatabase, withSession } from './index.ts';

let other: OtherServer;
const dirs = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'yimen-external-')));
const [dataDir = '', elsewhere = ''] = dirs;
const start = (databaseUrl: string, dir = dataDir) =>
  startDatabase({ dataDir: dir, databaseUrl, log: () => undefined });

beforeAll(async () => {
  other = await startOtherServer();
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await other.stop();
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

test('a superuser address is enough: database and roles are made once, their passwords kept', async () => {
  const first = await start(other.adminUrl);
  expect(first).toMatchObject({ kind: 'external', isOwner: false });
  expect(await whoIs(first.migratorUrl)).toEqual({ user: 'yimen_migrator', database: 'yimen', creates: true });
  expect(await whoIs(first.appUrl)).toEqual({ user: 'yimen_app', database: 'yimen', creates: false });
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(await start(other.adminUrl)).toMatchObject({ appUrl: first.appUrl, migratorUrl: first.migratorUrl });
});

test('without the file of passwords the roles that are there cannot be used', async () => {
  await expect(start(other.adminUrl, elsewhere)).rejects.toMatchObject({
    zh: expect.stringContaining('数据库中已有角色 yimen_migrator'),
  });
});

test('a login that may create nothing is told what it lacks', async () => {
  const guest = await makeRole('guest', 'LOGIN');
  await dropOurRoles();
  await expect(start(guest, elsewhere)).rejects.toMatchObject({
    en: expect.stringContaining('Database user guest'),
  });
});

test('a login that may create roles and databases needs no superuser', async () => {
  await dropOurRoles();
  const builder = await makeRole('builder', 'LOGIN CREATEROLE CREATEDB');
  const { migratorUrl, appUrl } = await start(builder, elsewhere);
  expect(await whoIs(migratorUrl)).toMatchObject({ user: 'yimen_migrator', creates: true });
  expect(await whoIs(appUrl)).toMatchObject({ user: 'yimen_app', creates: false });
});

test('roles made by an administrator are used as they are given', async () => {
  const given = await giveRoles({ app: 'NOBYPASSRLS' });
  const database = await start(given.databaseUrl, elsewhere);
  expect(database).toMatchObject({ migratorUrl: given.migratorUrl, appUrl: given.appUrl });
  expect(await whoIs(database.appUrl)).toEqual({ user: 'yimen_app', database: 'county', creates: false });
});

test('an application role that passes by row security is refused', async () => {
  const { databaseUrl } = await giveRoles({ app: 'BYPASSRLS' });
  await expect(start(databaseUrl, elsewhere)).rejects.toMatchObject({
    zh: '应用角色 yimen_app 是超级用户或可绕过行级安全，请换成普通角色。',
  });
});

test.each(['DATABASE_URL', 'YIMEN_MIGRATOR_URL', 'YIMEN_APP_URL'])(
  'without %s the other two addresses do nothing',
  async (missing) => {
    const { databaseUrl } = await giveRoles({ app: 'NOBYPASSRLS' });
    if (missing !== 'DATABASE_URL') vi.stubEnv(missing, '');
    await expect(start(missing === 'DATABASE_URL' ? '' : databaseUrl, elsewhere)).rejects.toMatchObject({
      en: expect.stringContaining(`${missing} is missing`),
    });
  },
);

async function whoIs(url: string) {
  const { rows } = await withSession(url, (client) =>
    client.query(`SELECT current_user AS user, current_database() AS database,
      has_database_privilege(current_database(), 'CREATE') AS creates`),
  );
  return rows[0];
}

async function makeRole(name: string, rights: string): Promise<string> {
  await withSession(other.adminUrl, (client) => client.query(`CREATE ROLE ${name} ${rights} PASSWORD 'word'`));
  return other.urlFor({ user: name, password: 'word', database: 'postgres' });
}

async function dropOurRoles(): Promise<void> {
  await withSession(other.adminUrl, async (client) => {
    for (const database of ['yimen', 'county']) await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query('DROP ROLE IF EXISTS yimen_app, yimen_migrator');
  });
}

/** What docs/operations.md asks of the administrator of the database. */
async function giveRoles({ app }: { app: string }) {
  await dropOurRoles();
  const migrator = await makeRole('yimen_migrator', 'LOGIN');
  const appUrl = await makeRole('yimen_app', `LOGIN ${app}`);
  await withSession(other.adminUrl, (client) =>
    client.query('CREATE DATABASE county OWNER yimen_migrator TEMPLATE template0'),
  );
  const inCounty = (url: string) => url.replace(/postgres$/, 'county');
  const urls = { databaseUrl: inCounty(migrator), migratorUrl: inCounty(migrator), appUrl: inCounty(appUrl) };
  vi.stubEnv('YIMEN_MIGRATOR_URL', urls.migratorUrl);
  vi.stubEnv('YIMEN_APP_URL', urls.appUrl);
  return urls;
}
