import type { Pack, PolicySet } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { hashPacks } from './hash-packs.ts';

/** Keeps a set for replay; what is already kept stays as it is. */
export async function keepPolicyVersion(tx: Tx, { version, packs }: PolicySet, now: Date): Promise<void> {
  const known = await tx.selectFrom('policy_version').select('version').where('version', '=', version).execute();
  if (known.length > 0) return;
  const listed = [...packs.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  await tx
    .insertInto('policy_version')
    .values({ version, packs: JSON.stringify(listed), recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** By its beginning, as lists and answers print it; undefined where none or several begin so. */
export async function findVersionBeginning(tx: Tx, beginning: string): Promise<PolicySet | undefined> {
  const rows = await tx
    .selectFrom('policy_version')
    .select('version')
    .where(sql<string>`left(version, ${beginning.length})`, '=', beginning)
    .limit(2)
    .execute();
  const [only, ...others] = rows;
  return only && others.length === 0 ? findPolicyVersion(tx, only.version) : undefined;
}

/** Undefined when this installation never used it. */
export async function findPolicyVersion(tx: Tx, version: string): Promise<PolicySet | undefined> {
  const row = await tx.selectFrom('policy_version').select('packs').where('version', '=', version).executeTakeFirst();
  if (!row) return undefined;
  // Written by keepPolicyVersion; the hash below proves that it is still that.
  const listed = row.packs as unknown as readonly Pack[];
  const packs = new Map(listed.map((pack) => [pack.id, pack]));
  if (hashPacks(packs) !== version) throw new Error(`the policy version ${version} is not what was kept`);
  return { version, packs };
}
