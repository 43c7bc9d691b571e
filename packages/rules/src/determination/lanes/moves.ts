import type { Entry } from '../check/catalogue.ts';
import type { Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Compute } from '../run/compile-core.ts';
import type { LaneColumn } from './columns.ts';
import type { Gathering } from './fold.ts';
import type { Lanes } from './graph.ts';

/** What is done with a block, one thing after another. */
export type Move = ComputeMove | SpreadMove | GatherMove | SingleMove;

/** Lanes are computed for all elements of a scope. */
export interface ComputeMove {
  readonly kind: 'compute';
  readonly scope: RuleScope;
  readonly roots: Lanes[];
}

/** What the household has is written beside each of its members. */
export interface SpreadMove {
  readonly kind: 'spread';
  readonly to: Group;
  readonly pairs: { readonly from: LaneColumn; readonly to: LaneColumn }[];
}

/** What the members have is taken together for their household. */
export interface GatherMove {
  readonly kind: 'gather';
  readonly over: Group;
  readonly gatherings: { readonly how: Gathering['how']; readonly from: LaneColumn; readonly to: LaneColumn }[];
}

/** What has no lanes is computed for one element after another. */
export interface SingleMove {
  readonly kind: 'single';
  readonly scope: RuleScope;
  readonly compute: Compute;
  readonly reads: readonly { readonly entry: Entry; readonly at: ValueColumns }[];
  readonly result: ValueColumns;
}

/** Where a value stands: numbers beside a mask that says which are known, or the two masks of flags. */
export interface ValueColumns {
  readonly isFlag: boolean;
  readonly first: LaneColumn;
  readonly second: LaneColumn;
}
