import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { RuleScope } from '../model/rule-model.ts';

/** What sixteen elements side by side hold: a byte of ones or noughts for each, or a number. */
export const LANE_TYPES = ['mask', 'u8', 'i32', 'f64'] as const;
export type LaneType = (typeof LANE_TYPES)[number];

export const LANES = 16;
/** Vectors that sixteen lanes take. */
export const VECTORS: Readonly<Record<LaneType, number>> = { mask: 1, u8: 1, i32: 4, f64: 8 };
export const BYTES: Readonly<Record<LaneType, number>> = { mask: 1, u8: 1, i32: 4, f64: 8 };

export type LaneOperator =
  /** `detail` is the value, the place in the stretch of a row, the number of a column. */
  | 'constant'
  | 'row'
  | 'column'
  /** Answers by key, from the place `detail` in the stretch of a row on. */
  | 'keyed'
  /** One of the sixteen bytes from the place `detail` in the stretch of the row on. */
  | 'swizzle'
  /** A number of four bytes, the last first. */
  | 'joined'
  | 'convert'
  | 'select'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'min'
  | 'max'
  | 'abs'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'and'
  | 'or'
  | 'not'
  | ComparisonOperator;

/** One computation for sixteen elements of a scope at once. */
export interface Lanes {
  readonly graph: Graph;
  readonly id: number;
  readonly operator: LaneOperator;
  readonly type: LaneType;
  readonly parts: readonly Lanes[];
  readonly detail: number;
}

/** Everything that is computed for the elements of one scope; the same computation is in it once. */
export interface Graph {
  readonly scope: RuleScope;
  readonly make: (operator: LaneOperator, type: LaneType, parts: readonly Lanes[], detail?: number) => Lanes;
  readonly constant: (type: LaneType, value: number) => Lanes;
  readonly truth: (holds: boolean) => Lanes;
}

export function createGraph(scope: RuleScope): Graph {
  const all = new Map<string, Lanes>();
  const make: Graph['make'] = (operator, type, parts, detail = 0) => {
    const key = `${operator} ${type} ${detail} ${parts.map(({ id }) => id).join(' ')}`;
    const found = all.get(key);
    if (found) return found;
    const made: Lanes = { graph, id: all.size, operator, type, parts, detail };
    all.set(key, made);
    return made;
  };
  const graph: Graph = {
    scope,
    make,
    constant: (type, value) => make('constant', type, [], value),
    truth: (holds) => make('constant', 'mask', [], holds ? 1 : 0),
  };
  return graph;
}

/** Needs nothing to be computed first. */
export function isLeaf({ operator }: Lanes): boolean {
  return operator === 'constant' || operator === 'row' || operator === 'column';
}

export function isConstant({ operator, detail }: Lanes, value: number): boolean {
  return operator === 'constant' && detail === value;
}
