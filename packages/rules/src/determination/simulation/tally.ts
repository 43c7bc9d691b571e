/**
 * The sums of a simulation, one after the other in one array: workers fill one each, and what they filled is added up.
 * For each group: HOUSEHOLD figures, the moves between classes, PROGRAMME figures of each programme. After the groups,
 * the histograms of each programme, before and after.
 */
export interface TallyShape {
  readonly groups: number;
  readonly programmes: number;
  /** Classes a household can be in, and two more: in none, not known. */
  readonly classes: number;
  readonly bins: number;
}

export const HOUSEHOLD = ['households', 'gainers', 'losers', 'entering', 'leaving', 'before', 'after'] as const;
export type HouseholdFigure = (typeof HOUSEHOLD)[number];

/** The first nine: from no, yes, unknown (before) to no, yes, unknown (after). */
export const PROGRAMME = [
  ...['noNo', 'noYes', 'noUnknown', 'yesNo', 'yesYes', 'yesUnknown', 'unknownNo', 'unknownYes', 'unknownUnknown'],
  ...['before', 'after', 'gainers', 'losers', 'unpricedBefore', 'unpricedAfter'],
] as const;

export interface TallyLayout extends TallyShape {
  readonly length: number;
  readonly groupWidth: number;
  readonly movesAt: number;
  readonly programmesAt: number;
  readonly histogramsAt: number;
}

export function layoutOf(shape: TallyShape): TallyLayout {
  const movesAt = HOUSEHOLD.length;
  const programmesAt = movesAt + shape.classes * shape.classes;
  const groupWidth = programmesAt + shape.programmes * PROGRAMME.length;
  const histogramsAt = shape.groups * groupWidth;
  return {
    ...shape,
    groupWidth,
    movesAt,
    programmesAt,
    histogramsAt,
    length: histogramsAt + shape.programmes * 2 * shape.bins,
  };
}

export function addTally(sum: Float64Array, part: Float64Array): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + (part[index] ?? 0);
}
