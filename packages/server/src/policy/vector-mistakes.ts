import {
  chainOf,
  type FactValue,
  factsOf,
  findPolicy,
  type HouseholdFacts,
  type Pack,
  type PolicySet,
  type Rulebook,
  type RuleScope,
  runVector,
  type Text,
  type VectorResult,
} from '@yimen/rules';
import { loadPack } from './load-pack.ts';
import { rootsOf } from './load-policy-set.ts';
import { foldersOf } from './pack-folders.ts';
import type { PolicyMistake } from './policy-load-error.ts';

type Path = readonly (string | number)[];

/** With the worked example it stands in: `cn alert-newborn`. */
export type VectorMistake = PolicyMistake & { readonly vector: string };

/** Every value of a worked example that comes out otherwise, or fact of it that cannot be, at its line. */
export function vectorMistakes(
  set: PolicySet,
  directories: readonly string[],
  rulebook: Rulebook,
): readonly VectorMistake[] {
  return rootsOf(directories).flatMap((root) =>
    foldersOf(root).flatMap((folder) => mistakesIn(loadPack(root, folder), set, rulebook)),
  );
}

function mistakesIn({ pack, locate }: ReturnType<typeof loadPack>, set: PolicySet, rulebook: Rulebook) {
  if (!pack) return [];
  const scopes = scopesKnownTo(set, pack);
  return pack.vectors.flatMap((vector, index) => {
    const policy = findPolicy(set, pack.id, vector.on);
    if (!policy) return [];
    const asked = { scopes, facts: factsOf(vector, pack.vectors) };
    return reasonsOf(runVector(rulebook, policy, vector), asked).map(({ path: [kind, ...place], reason: words }) => {
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

interface Asked {
  readonly scopes: ReadonlyMap<string, RuleScope>;
  /** With those of the example it is like. */
  readonly facts: HouseholdFacts;
}

function reasonsOf(result: VectorResult, asked: Asked): readonly Reason[] {
  if (result.ok) return [];
  const wrong = result.issues.map(({ path, zh, en }): Reason => ({ path: ['facts', ...path], reason: { zh, en } }));
  const others = result.mismatches.map(({ path, expected, found }): Reason => {
    const reason = nobodys(path, asked) ?? otherThan(expected, found);
    return { path: ['expect', ...path], reason };
  });
  return [...wrong, ...others];
}

function scopesKnownTo(set: PolicySet, { id }: Pack): Asked['scopes'] {
  const all = chainOf(set, id).flatMap(({ rules, questions }) => [
    ...questions.map((one) => [one.id, one.on] as const),
    ...rules.flatMap((one) => (one.definition ? [[one.id, one.definition.on] as const] : [])),
  ]);
  return new Map(all);
}

/** Of what is nobody's nothing is found either: that would read as not known. */
function nobodys(path: Path, { scopes, facts }: Asked): Text | undefined {
  const [of, place] = path;
  const scope = scopes.get(String(path.at(-1)));
  if (scope === undefined) return { zh: '没有这项事实或规则', en: 'there is no such fact or rule' };
  const { list, zh, en } = WHOSE[scope];
  if (list !== of) return { zh: `这是${zh}的，应写在 ${list} 里`, en: `it is of ${en}: write it in ${list}` };
  if (typeof place !== 'number' || place < (facts[of === 'events' ? 'events' : 'members']?.length ?? 0))
    return undefined;
  return { zh: `例子里没有第 ${place + 1} 个${zh}`, en: `the example has no number ${place + 1} of ${en}` };
}

const WHOSE = {
  household: { list: 'household', zh: '家庭', en: 'the household' },
  person: { list: 'members', zh: '成员', en: 'the members' },
  event: { list: 'events', zh: '事件', en: 'the events' },
} as const;

function otherThan(expected: FactValue, found: FactValue): Text {
  return {
    zh: `应为 ${expected ?? '未知'}，算得 ${found ?? '未知'}`,
    en: `should be ${expected ?? 'not known'}, comes to ${found ?? 'not known'}`,
  };
}
