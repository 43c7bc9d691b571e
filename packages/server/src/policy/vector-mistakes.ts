import {
  chainOf,
  type FactValue,
  findPolicy,
  type Pack,
  type PolicySet,
  type Rulebook,
  runVector,
  type Text,
  type VectorResult,
} from '@yimen/rules';
import { loadPack } from './load-pack.ts';
import { foldersOf } from './pack-folders.ts';
import type { PolicyMistake } from './policy-load-error.ts';

type Path = readonly (string | number)[];

/** With the worked example it stands in: `cn alert-newborn`. */
export type VectorMistake = PolicyMistake & { readonly vector: string };

/** Every value of a worked example that comes out otherwise, or fact of it that cannot be, at its line. */
export function vectorMistakes(set: PolicySet, roots: readonly string[], rulebook: Rulebook): readonly VectorMistake[] {
  return roots.flatMap((root) =>
    foldersOf(root).flatMap((folder) => mistakesIn(loadPack(root, folder), set, rulebook)),
  );
}

function mistakesIn({ pack, locate }: ReturnType<typeof loadPack>, set: PolicySet, rulebook: Rulebook) {
  if (!pack) return [];
  const names = namesKnownTo(set, pack);
  return pack.vectors.flatMap((vector, index) => {
    const policy = findPolicy(set, pack.id, vector.on);
    if (!policy) return [];
    return reasonsOf(runVector(rulebook, policy, vector), names).map(({ path: [kind, ...place], reason: words }) => {
      const at = locate({ packId: pack.id, file: 'vectors', path: [index, kind, ...place], reason: words });
      const reason = `${vector.id}: ${place.join('.')}: ${at.reason}`;
      return { ...at, reason, vector: `${pack.id} ${vector.id}` };
    });
  });
}

interface Reason {
  readonly path: readonly ['facts' | 'expect', ...Path];
  readonly reason: Text;
}

function reasonsOf(result: VectorResult, names: ReadonlySet<string>): readonly Reason[] {
  if (result.ok) return [];
  const wrong = result.issues.map(({ path, zh, en }): Reason => ({ path: ['facts', ...path], reason: { zh, en } }));
  const others = result.mismatches.map(({ path, expected, found }): Reason => {
    const reason = names.has(String(path.at(-1))) ? otherThan(expected, found) : NOBODYS;
    return { path: ['expect', ...path], reason };
  });
  return [...wrong, ...others];
}

function namesKnownTo(set: PolicySet, { id }: Pack): ReadonlySet<string> {
  return new Set(chainOf(set, id).flatMap(({ rules, questions }) => [...rules, ...questions].map((one) => one.id)));
}

/** Of one that is no name nothing is found either: that would read as not known. */
const NOBODYS: Text = { zh: '没有这项事实或规则', en: 'there is no such fact or rule' };

function otherThan(expected: FactValue, found: FactValue): Text {
  return {
    zh: `应为 ${expected ?? '未知'}，算得 ${found ?? '未知'}`,
    en: `should be ${expected ?? 'not known'}, comes to ${found ?? 'not known'}`,
  };
}
