import { createHash } from 'node:crypto';
import type { PolicySet } from '@yimen/rules';

/** Content hash of a set: the same words and figures give the same version, whatever the order of folders and keys. */
export function hashPacks(packs: PolicySet['packs']): string {
  const sorted = [...packs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonicalJson(sorted)).digest('hex');
}

/** JSON with the keys of every object in order (RFC 8785 for the values that occur here: text, integers, flags). */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`;
}
