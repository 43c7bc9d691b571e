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
import { createDatabaseSecrets, loadDatabaseSecrets, secretsFile } from './database-secrets.ts';
import { withSession } from './database-session.ts';
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
  const migratorUrl = process.env['YIMEN_MIGRATOR_URL'];
  const appUrl = process.env['YIMEN_APP_URL'];
  if (migratorUrl === undefined || appUrl === undefined) return undefined;
  requirePostgresUrl('YIMEN_MIGRATOR_URL', migratorUrl);
  requirePostgresUrl('YIMEN_APP_URL', appUrl);
  return { adminUrl, migratorUrl, appUrl };
}

async function prepareUrls({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }): Promise<DatabaseUrls> {
  const wanted = databaseName(databaseUrl);
  const database = wanted === '' || wanted === 'postgres' ? DATABASE_NAME : wanted;
  const known = loadDatabaseSecrets(dataDir);
  const secrets = known ?? createDatabaseSecrets(dataDir);
  await withSession(databaseUrl, async (client) => {
    await requireSuitableServer(client);
    const missing = await listMissingRoles(client);
    requireKnownPasswords(missing, known !== undefined, dataDir);
    await createRoles(client, missing, { [MIGRATOR_ROLE]: secrets.migrator, [APP_ROLE]: secrets.app });
    if (!(await isDatabasePresent(client, database))) await createDatabase(client, database);
    if (missing.length > 0 || wanted !== database) await grantDatabase(client, database);
  });
  const login = (user: string, password: string) => withLogin(databaseUrl, { user, password, database });
  return {
    adminUrl: atDatabase(databaseUrl, database),
    migratorUrl: login(MIGRATOR_ROLE, secrets.migrator),
    appUrl: login(APP_ROLE, secrets.app),
  };
}

function requireKnownPasswords(missing: string[], areKnown: boolean, dataDir: string): void {
  const present = [MIGRATOR_ROLE, APP_ROLE].find((role) => !missing.includes(role));
  if (present === undefined || areKnown) return;
  throw new StartFailure(startMessages.rolePasswordUnknown(present, secretsFile(dataDir)));
}

async function createRoles(client: Client, roles: string[], passwords: Record<string, string>): Promise<void> {
  try {
    for (const role of roles) await createRole(client, role, passwords[role] ?? '');
  } catch (error) {
    throw new StartFailure(startMessages.cannotCreateRoles(`${client.user ?? ''} (${errorText(error)})`), error);
  }
}

async function createDatabase(client: Client, name: string): Promise<void> {
  await client.query(`CREATE DATABASE "${name}" ENCODING 'UTF8' TEMPLATE template0`);
}

async function requireOrdinaryRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT rolname AS name FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)',
  );
  if (rows[0] !== undefined) throw new StartFailure(startMessages.appRoleTooPowerful(rows[0].name));
}
