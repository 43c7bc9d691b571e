import type { Client } from 'pg';
import type { Database } from './database.ts';
import { requireSuitableServer } from './database-health.ts';
import {
  APP_ROLE,
  createRole,
  DATABASE_NAME,
  grantDatabase,
  isDatabasePresent,
  listMissingRoles,
  MIGRATOR_ROLE,
} from './database-roles.ts';
import { createDatabaseSecrets, type DatabaseSecrets, loadDatabaseSecrets, secretsFile } from './database-secrets.ts';
import { quoteName, withSession } from './database-session.ts';
import { atDatabase, type DatabaseUrls, databaseName, requirePostgresUrl, withLogin } from './database-urls.ts';
import { errorText, StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

/**
 * Uses somebody else's PostgreSQL. Either `DATABASE_URL` may create roles, then the two roles are made and their
 * passwords kept in secrets.json; or an administrator made them and gives `YIMEN_MIGRATOR_URL` and `YIMEN_APP_URL`.
 */
export async function openExternalDatabase(options: { dataDir: string; databaseUrl: string }): Promise<Database> {
  requirePostgresUrl('DATABASE_URL', options.databaseUrl);
  const urls = givenUrls(options.databaseUrl) ?? (await prepareUrls(options));
  await withSession(urls.migratorUrl, requireSuitableServer);
  await withSession(urls.appUrl, requireOrdinaryRole);
  return { ...urls, kind: 'external', isOwner: false, stop: () => Promise.resolve() };
}

function givenUrls(adminUrl: string): DatabaseUrls | undefined {
  const { YIMEN_MIGRATOR_URL: migratorUrl, YIMEN_APP_URL: appUrl } = ownRoleUrls();
  if (migratorUrl === '' || appUrl === '') return undefined;
  requirePostgresUrl('YIMEN_MIGRATOR_URL', migratorUrl);
  requirePostgresUrl('YIMEN_APP_URL', appUrl);
  return { adminUrl, migratorUrl, appUrl };
}

async function prepareUrls({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }): Promise<DatabaseUrls> {
  const wanted = databaseName(databaseUrl);
  const database = wanted === '' || wanted === 'postgres' ? DATABASE_NAME : wanted;
  const secrets = await withSession(databaseUrl, async (client) => {
    await requireSuitableServer(client);
    const missing = await listMissingRoles(client);
    const passwords = choosePasswords(missing, dataDir);
    await createRoles(client, missing, { [MIGRATOR_ROLE]: passwords.migrator, [APP_ROLE]: passwords.app });
    if (!(await isDatabasePresent(client, database))) await createDatabase(client, database);
    return passwords;
  });
  const adminUrl = atDatabase(databaseUrl, database);
  await withSession(adminUrl, (client) => requireRights(client, database));
  const login = (user: string, password: string) => withLogin(databaseUrl, { user, password, database });
  return { adminUrl, migratorUrl: login(MIGRATOR_ROLE, secrets.migrator), appUrl: login(APP_ROLE, secrets.app) };
}

function choosePasswords(missing: string[], dataDir: string): DatabaseSecrets {
  const known = loadDatabaseSecrets(dataDir);
  const present = [MIGRATOR_ROLE, APP_ROLE].find((role) => !missing.includes(role));
  if (known === undefined && present !== undefined) {
    throw new StartFailure(startMessages.rolePasswordUnknown(present, secretsFile(dataDir)));
  }
  return known ?? createDatabaseSecrets(dataDir);
}

async function createRoles(client: Client, roles: string[], passwords: Record<string, string>): Promise<void> {
  try {
    for (const role of roles) await createRole(client, role, passwords[role] ?? '');
  } catch (error) {
    throw new StartFailure(startMessages.cannotCreateRoles(`${client.user ?? ''} (${errorText(error)})`), error);
  }
}

async function createDatabase(client: Client, name: string): Promise<void> {
  try {
    await client.query(`CREATE DATABASE ${quoteName(name)} ENCODING 'UTF8' TEMPLATE template0`);
  } catch (error) {
    throw new StartFailure(startMessages.cannotCreateDatabase(name, errorText(error)), error);
  }
}

/** One address without the others would silently mean another database, or another way of making the roles. */
export function requireAllUrls(databaseUrl: string): void {
  const given = { DATABASE_URL: databaseUrl, ...ownRoleUrls() };
  const missing = Object.entries(given).find(([, url]) => url === '')?.[0];
  const isAnyRoleGiven = Object.values(ownRoleUrls()).some((url) => url !== '');
  if (missing !== undefined && isAnyRoleGiven) throw new StartFailure(startMessages.externalUrlsIncomplete(missing));
}

function ownRoleUrls() {
  return {
    YIMEN_MIGRATOR_URL: process.env['YIMEN_MIGRATOR_URL'] ?? '',
    YIMEN_APP_URL: process.env['YIMEN_APP_URL'] ?? '',
  };
}

/** The migrator makes schemas and tables; in a database that somebody else made it may lack the right to. */
async function requireRights(client: Client, database: string): Promise<void> {
  if (await mayMigrate(client, database)) return;
  await grantDatabase(client, database);
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${MIGRATOR_ROLE}`);
  // A grant by somebody who may not give it is only a warning.
  if (!(await mayMigrate(client, database))) throw new StartFailure(startMessages.cannotGrant(database));
}

async function mayMigrate(client: Client, database: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_database_privilege($1, $2, 'CREATE') AND has_schema_privilege($1, 'public', 'CREATE') AS may`,
    [MIGRATOR_ROLE, database],
  );
  return rows[0]?.may === true;
}

async function requireOrdinaryRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)',
  );
  if (rows[0] !== undefined) throw new StartFailure(startMessages.appRoleTooPowerful(rows[0].name));
}
