import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownerOf } from './data-directory.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

/** How PostgreSQL is run: it refuses to run as root. */
export type DatabaseAccount = {
  binaries: string;
  prefix: string[];
  ids: { uid?: number; gid?: number };
  /** Gives a file or directory made by us to the account. */
  give: (path: string) => void;
};

type PasswdEntry = { name: string; uid: number; gid: number };

export function chooseDatabaseAccount(binaries: PostgresBinaries, dataDir: string): DatabaseAccount {
  const plain = { binaries: join(binaries.root, 'bin'), prefix: [], ids: {}, give: () => undefined };
  const cluster = join(dataDir, 'postgres');
  const owner = existsSync(cluster) ? ownerOf(cluster) : undefined;
  const uid = process.getuid?.();
  if (uid !== 0) {
    if (owner !== undefined && owner !== uid) throw otherOwner(cluster, owner);
    return plain;
  }
  if (ownerOf(dataDir) !== 0) throw otherOwner(dataDir, ownerOf(dataDir));
  const prefix = owner === undefined || owner === 0 ? userNamespace() : undefined;
  return prefix === undefined ? otherAccount(binaries, dataDir, owner) : { ...plain, prefix };
}

/**
 * In a user namespace root becomes an ordinary user: no account is needed and a 0700 directory stays reachable.
 * initdb wants a passwd entry for that uid. 65534 is left out: unmapped owners show up under it.
 */
function userNamespace(): string[] | undefined {
  const entry = passwd().find(({ uid }) => uid !== 0 && uid !== 65534);
  if (entry === undefined) return undefined;
  const prefix = ['unshare', '--user', `--map-user=${entry.uid}`, '--'];
  const trial = spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' });
  return trial.status === 0 ? prefix : undefined;
}

/** Many containers forbid user namespaces; then PostgreSQL runs under an account that exists everywhere. */
function otherAccount(binaries: PostgresBinaries, dataDir: string, owner: number | undefined): DatabaseAccount {
  const entries = passwd();
  const names = ['postgres', 'daemon', 'nobody'];
  const entry =
    entries.find(({ uid }) => (owner ?? 0) !== 0 && uid === owner) ??
    names.map((name) => entries.find((e) => e.name === name)).find((e) => e !== undefined);
  if (entry === undefined || !isReachableByOthers(dirname(dataDir))) {
    throw new StartFailure(startMessages.noAccountForDatabase(dataDir));
  }
  const { uid, gid } = entry;
  const give = (path: string) => chownSync(path, uid, gid);
  // The account must pass through, not look around; what is secret inside has its own mode.
  for (const dir of [dataDir, join(dataDir, 'run')]) chmodSync(dir, 0o711);
  const cluster = join(dataDir, 'postgres');
  if (owner === 0) for (const path of [...listAll(cluster), ...listAll(join(dataDir, 'log'))]) give(path);
  return {
    binaries: join(reachableBinaries(binaries, dataDir), 'bin'),
    prefix: [],
    ids: { uid, gid },
    give,
  };
}

/** Files made in a user namespace belong to root. */
function listAll(dir: string): string[] {
  return [dir, ...readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))];
}

function reachableBinaries(binaries: PostgresBinaries, dataDir: string): string {
  if (isReachableByOthers(binaries.root)) return binaries.root;
  const copy = join(dataDir, `postgres-${binaries.version}`);
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(binaries.root, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function isReachableByOthers(path: string): boolean {
  const isOpen = (statSync(path).mode & 0o001) !== 0;
  return isOpen && (path === '/' || isReachableByOthers(dirname(path)));
}

function otherOwner(path: string, owner: number): StartFailure {
  const name = passwd().find(({ uid }) => uid === owner)?.name ?? String(owner);
  return new StartFailure(startMessages.dataDirOfOtherUser(path, name));
}

function passwd(): PasswdEntry[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
