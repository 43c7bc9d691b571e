import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { countHoldersOfRole, listOpenWork } from './post-store.ts';

/** A case is never without somebody responsible: what is still open is handed over first. */
export async function requireNoOpenWork(tx: Tx, postIds: readonly string[]): Promise<void> {
  const open = postIds.length === 0 ? [] : await listOpenWork(tx, postIds);
  if (open.length > 0) throw refused('POST_STILL_RESPONSIBLE', { posts: open });
}

const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'];

/** After a change: whoever opens accounts, grants posts or reads the audit log must still exist. */
export async function requireAdministratorLeft(tx: Tx, roles: readonly string[]): Promise<void> {
  for (const role of new Set(roles.filter((role) => ADMINISTRATORS.includes(role)))) {
    if ((await countHoldersOfRole(tx, role)) === 0) throw refused('STATE_CONFLICT', { lastHolderOf: role });
  }
}
