import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

/** Connection addresses: who administers, who owns the tables, who serves the requests. */
export type DatabaseUrls = { adminUrl: string; migratorUrl: string; appUrl: string };

export type Login = { user: string; password: string; database: string };

/** The host stays "localhost" so that every URL parser accepts the address; `host` names the socket directory. */
export function socketUrl(socketDir: string, login: Login): string {
  const url = new URL('postgresql://localhost');
  url.searchParams.set('host', socketDir);
  return withLogin(url.href, login);
}

export function withLogin(address: string, { user, password, database }: Login): string {
  const url = new URL(address);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

export function atDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

export function databaseName(address: string): string {
  return decodeURIComponent(new URL(address).pathname.slice(1));
}

/** Where a database is, without its password: for messages. */
export function describeAddress(address: string): string {
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? url.host;
  return `${decodeURIComponent(url.username)}@${host}${url.pathname}`;
}

export function requirePostgresUrl(name: string, address: string): void {
  const isPostgres = URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol);
  if (!isPostgres) throw new StartFailure(startMessages.databaseUrlInvalid(name));
}
