import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Range } from './range.ts';

/** Whose value is read: one's own, the household's, or that of the element a loop of this number is at. */
export type Binding = 'self' | 'household' | number;

/** What there are several of in a household. */
export type Group = Exclude<RuleScope, 'household'>;

export const ROUNDINGS = ['floor', 'ceiling', 'up', 'down', 'half up', 'half down'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export type ArithmeticOperator = '+' | '-' | '*' | 'least' | 'greatest';
export type FoldKind = 'sum' | 'least' | 'greatest' | 'some';

/**
 * A checked expression: whole numbers only, every step below 2^53. Flags are 0 and 1, codes are numbers of
 * their list, dates are keys (date-key.ts); what is not known is NaN.
 */
export type Core = Range & {
  readonly isFlag: boolean;
  /** How many parts it has; bounded, since a part may be used more than once. */
  readonly size: number;
} & (
    | { readonly op: 'constant'; readonly value: number }
    | { readonly op: 'unknown' }
    | { readonly op: 'today' }
    | { readonly op: 'parameter'; readonly slot: number }
    | { readonly op: 'read'; readonly slot: number; readonly of: Binding }
    | { readonly op: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Core; readonly right: Core }
    | { readonly op: 'divide'; readonly rounding: Rounding; readonly left: Core; readonly right: Core }
    | { readonly op: 'compare'; readonly operator: ComparisonOperator; readonly left: Core; readonly right: Core }
    | { readonly op: 'logic'; readonly operator: 'and' | 'or'; readonly left: Core; readonly right: Core }
    | { readonly op: 'not'; readonly operand: Core }
    | { readonly op: 'if'; readonly condition: Core; readonly then: Core; readonly otherwise: Core }
    | Fold
    | Lookup
    | { readonly op: 'cell'; readonly table: number; readonly column: number; readonly loop: number }
    | { readonly op: 'listed'; readonly table: number; readonly value: Core }
    | { readonly op: 'date'; readonly compute: DateOperation; readonly left: Core; readonly right: Core }
  );

/** Over the members (or events) for which the condition holds. */
interface Fold {
  readonly op: 'fold';
  readonly fold: FoldKind;
  readonly over: Group;
  readonly loop: number;
  readonly condition: Core | null;
  readonly body: Core;
}

/** The cell of the first row of a table for which the condition holds. */
interface Lookup {
  readonly op: 'lookup';
  readonly table: number;
  readonly loop: number;
  readonly condition: Core;
  readonly column: number;
}

export type DateOperation = 'addMonths' | 'addDays' | 'daysBetween';

export type CoreOf<Op extends Core['op']> = Extract<Core, { readonly op: Op }>;

/** What a node is directly made of. */
export function coreParts(core: Core): readonly Core[] {
  switch (core.op) {
    case 'constant':
    case 'unknown':
    case 'today':
    case 'parameter':
    case 'read':
    case 'cell':
      return [];
    case 'arithmetic':
    case 'divide':
    case 'compare':
    case 'logic':
    case 'date':
      return [core.left, core.right];
    case 'not':
      return [core.operand];
    case 'if':
      return [core.condition, core.then, core.otherwise];
    case 'fold':
      return core.condition ? [core.condition, core.body] : [core.body];
    case 'lookup':
      return [core.condition];
    case 'listed':
      return [core.value];
  }
}

/** `a and b and c` as one list. */
export function partsOfLogic(core: Core, operator: 'and' | 'or'): readonly Core[] {
  if (core.op !== 'logic' || core.operator !== operator) return [core];
  return [...partsOfLogic(core.left, operator), ...partsOfLogic(core.right, operator)];
}

export function someCore(core: Core, holds: (one: Core) => boolean): boolean {
  return holds(core) || coreParts(core).some((part) => someCore(part, holds));
}
