import { type FactValue, findPolicy, type PolicySet, type Rulebook, runVector, type VectorResult } from '@yimen/rules';
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
  return (pack?.vectors ?? []).flatMap((vector, index) => {
    const policy = pack && findPolicy(set, pack.id, vector.on);
    if (!policy) return [];
    return reasonsOf(runVector(rulebook, policy, vector)).map(({ path, reason }) => ({
      ...locate({ packId: pack.id, file: 'vectors', path: [index, ...path], reason: `${vector.id}: ${reason}` }),
      vector: `${pack.id} ${vector.id}`,
    }));
  });
}

function reasonsOf(result: VectorResult): readonly { readonly path: Path; readonly reason: string }[] {
  if (result.ok) return [];
  const wrong = result.issues.map(({ path, en }) => ({
    path: ['facts', ...path],
    reason: `${path.join('.')} ${en}`,
  }));
  const others = result.mismatches.map(({ path, expected, found }) => ({
    path: ['expect', ...path],
    reason: `${path.join('.')} comes to ${shown(found)}, expected is ${shown(expected)}`,
  }));
  return [...wrong, ...others];
}

function shown(value: FactValue): string {
  return value === null ? 'not known' : String(value);
}
