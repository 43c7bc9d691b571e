import type { FeelNumber } from '../number/feel-number.ts';
import type { Temporal } from '../temporal/temporal-text.ts';
import type { TypeName } from './type-name.ts';

/** Where a node stands in the text, in UTF-16 units. */
interface Placed {
  readonly from: number;
  readonly to: number;
}

export type Expression = Placed &
  (
    | Literal
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'input' }
    | { readonly kind: 'negation'; readonly operand: Expression }
    | ArithmeticOperation
    | ComparisonOperation
    | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
    | { readonly kind: 'in'; readonly value: Expression; readonly tests: readonly Expression[] }
    | IfExpression
    | { readonly kind: 'for'; readonly bindings: readonly Binding[]; readonly body: Expression }
    | QuantifiedExpression
    | { readonly kind: 'instance of'; readonly value: Expression; readonly type: TypeName }
    | { readonly kind: 'path'; readonly source: Expression; readonly name: string }
    | { readonly kind: 'filter'; readonly source: Expression; readonly condition: Expression }
    | { readonly kind: 'call'; readonly callee: Expression; readonly given: Given }
    | FunctionDefinition
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'context'; readonly entries: readonly Entry[] }
    | RangeExpression
  );

interface Literal {
  readonly kind: 'literal';
  readonly value: null | boolean | string | FeelNumber | Temporal;
  /** A figure alone in a cell of a decision table: it counts what its column counts. */
  readonly takesUnit?: true;
}

export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;

export const ARITHMETIC_OPERATORS = ['+', '-', '*', '/', '**'] as const;
export type ArithmeticOperator = (typeof ARITHMETIC_OPERATORS)[number];

interface ArithmeticOperation {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export const COMPARISON_OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof COMPARISON_OPERATORS)[number];

interface ComparisonOperation {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

interface IfExpression {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

interface QuantifiedExpression {
  readonly kind: 'quantified';
  readonly quantifier: 'some' | 'every';
  readonly bindings: readonly Binding[];
  readonly condition: Expression;
}

/** name in list, or name in from..to when `to` is there. */
export interface Binding extends Placed {
  readonly name: string;
  readonly domain: Expression;
  readonly end?: Expression;
}

export type Given =
  | { readonly kind: 'positional'; readonly values: readonly Expression[] }
  | { readonly kind: 'named'; readonly values: ReadonlyMap<string, Expression> };

interface FunctionDefinition {
  readonly kind: 'function';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Parameter {
  readonly name: string;
  readonly type?: TypeName;
}

export interface Entry extends Placed {
  readonly name: string;
  readonly value: Expression;
}

/** [a..b], (a..b) and, in tests, <b, >=a, =a, !=a: `operator` keeps what was written. */
interface RangeExpression {
  readonly kind: 'range';
  readonly operator: ComparisonOperator | '..';
  readonly start?: Expression;
  readonly startIncluded: boolean;
  readonly end?: Expression;
  readonly endIncluded: boolean;
}

/** One cell of a decision table. */
export type UnaryTests =
  | { readonly kind: 'any' }
  | { readonly kind: 'tests'; readonly isNegated: boolean; readonly tests: readonly Expression[] };
