import type { HouseholdColumns, Sizes } from './columns.ts';

/** Households side by side that are computed together: their columns stay in the processor's cache. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

const HOUSEHOLDS_PER_PART = 4_096;

export function partsOf(from: number, to: number, size = HOUSEHOLDS_PER_PART): readonly Part[] {
  const count = Math.max(0, Math.ceil((to - from) / size));
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * size,
    to: Math.min(to, from + (index + 1) * size),
  }));
}

/** Room that is enough for each of the parts. */
export function largestOf({ offsets }: HouseholdColumns, parts: readonly Part[]): Sizes {
  const sizes = { household: 0, person: 0, event: 0 };
  for (const { from, to } of parts) {
    sizes.household = Math.max(sizes.household, to - from);
    for (const scope of ['person', 'event'] as const) {
      sizes[scope] = Math.max(sizes[scope], (offsets[scope][to] ?? 0) - (offsets[scope][from] ?? 0));
    }
  }
  return sizes;
}
