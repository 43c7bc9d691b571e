import type { Factor, Lever } from '@yimen/contracts';
import { useState } from 'react';

export interface Levers {
  readonly factors: readonly Factor[];
  /** What is tried for this one; undefined: nothing, the draft speaks. */
  readonly triedOf: (lever: LeverKey) => number | undefined;
  readonly attempt: (lever: LeverKey, fen: number) => void;
  readonly drop: (lever: LeverKey) => void;
}

export type LeverKey = Pick<Lever, 'parameter' | 'area'>;

/** What somebody moves on this page; nobody else sees it. */
export function useLevers(): Levers {
  const [factors, setFactors] = useState<readonly Factor[]>([]);
  const isSame = (one: LeverKey) => (factor: Factor) => factor.parameter === one.parameter && factor.area === one.area;
  return {
    factors,
    triedOf: (lever) => factors.find(isSame(lever))?.value,
    attempt: ({ parameter, area }, value) =>
      setFactors((old) => {
        const factor = { parameter, area, value };
        const index = old.findIndex(isSame(factor));
        return index < 0 ? [...old, factor] : old.with(index, factor);
      }),
    drop: (lever) => setFactors((old) => old.filter((factor) => !isSame(lever)(factor))),
  };
}
