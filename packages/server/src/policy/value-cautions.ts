import { cautionsOfValues, type PolicySet } from '@yimen/rules';
import { loadPack } from './load-pack.ts';
import { rootsOf } from './load-policy-set.ts';
import { foldersOf } from './pack-folders.ts';
import type { PolicyMistake } from './policy-load-error.ts';

/** Figures that are allowed and hardly meant, each at its line. */
export function valueCautions(set: PolicySet, directories: readonly string[]): readonly PolicyMistake[] {
  return rootsOf(directories).flatMap((root) =>
    foldersOf(root).flatMap((folder) => {
      const { pack, locate } = loadPack(root, folder);
      if (!pack) return [];
      return cautionsOfValues(set, pack).map(({ path, target, text }) => {
        const at = locate({ packId: pack.id, file: 'parameters', path, reason: text });
        return { ...at, reason: `${target}: ${at.reason}` };
      });
    }),
  );
}
