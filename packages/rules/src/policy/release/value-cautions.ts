import type { Text } from '../../text.ts';
import type { Pack, PolicySet } from '../pack.ts';
import { NO_CHANGE } from './change-caution.ts';
import { describeChange } from './describe-change.ts';

export interface ValueCaution {
  /** In `parameters` of the pack. */
  readonly path: readonly [parameter: number, 'values', value: number];
  readonly target: string;
  readonly text: Text;
}

/** Figures of a pack far off from what held the day before, as of one typed in yuan for fen. The same on another basis is none. */
export function cautionsOfValues({ packs }: Pick<PolicySet, 'packs'>, pack: Pack): readonly ValueCaution[] {
  return pack.parameters.flatMap(({ id, values }, parameter) =>
    values.flatMap((value, at) => {
      const change = { kind: 'parameterValue', packId: pack.id, target: id, value } as const;
      const { cautions = [] } = describeChange(packs, change);
      return cautions
        .filter((text) => text !== NO_CHANGE)
        .map((text): ValueCaution => ({ path: [parameter, 'values', at], target: id, text }));
    }),
  );
}
