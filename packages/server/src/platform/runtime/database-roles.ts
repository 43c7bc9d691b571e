import type { Client } from 'pg';
import { quoteName, quoteText } from './database-session.ts';

export const MIGRATOR_ROLE = 'yimen_migrator';
export const APP_ROLE = 'yimen_app';
export const DATABASE_NAME = 'yimen';

const ORDINARY = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT';

/** The owner of the tables and the role that serves requests; the second owns nothing and cannot bypass row security. */
export async function listMissingRoles(client: Client): Promise<string[]> {
  const wanted = [MIGRATOR_ROLE, APP_ROLE];
  const found = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
    wanted,
  ]);
  return wanted.filter((role) => !found.rows.some(({ rolname }) => rolname === role));
}

export async function createRole(client: Client, role: string, password: string): Promise<void> {
  await client.query(`CREATE ROLE ${quoteName(role)} ${ORDINARY} PASSWORD ${quoteText(password)}`);
}

export async function isDatabasePresent(client: Client, name: string): Promise<boolean> {
  const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  return found.rowCount === 1;
}

/** Who may enter: the two roles and whoever administers, nobody by default. */
export async function grantDatabase(client: Client, database: string): Promise<void> {
  const name = quoteName(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO ${MIGRATOR_ROLE}`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}`);
}
