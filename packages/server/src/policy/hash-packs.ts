import { createHash } from 'node:crypto';
import { canonicalJson, type PolicySet } from '@yimen/rules';

/** Content hash of a set: the same words and figures give the same version, whatever the order of folders and keys. */
export function hashPacks(packs: PolicySet['packs']): string {
  const sorted = [...packs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}
