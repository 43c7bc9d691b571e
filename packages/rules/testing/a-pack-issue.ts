import { checkPackSet } from '../src/policy/check-pack-set.ts';
import type { Pack } from '../src/policy/pack.ts';

/** Whatever is wrong with these packs: pack, file, place and reason in English in a line. */
export function issuesOf(...packs: readonly Pack[]): readonly string[] {
  return checkPackSet(new Map(packs.map((pack) => [pack.id, pack]))).map(
    ({ packId, file, path, reason }) => `${packId} ${file} ${path.join('.')}: ${reason.en}`,
  );
}
