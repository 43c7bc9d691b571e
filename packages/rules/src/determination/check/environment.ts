import type { Expression } from '../../feel/syntax/ast.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Catalogue, TableParameter } from './catalogue.ts';
import type { EntityTerm, Term } from './term.ts';

/** What an expression, or a part of it, is checked in. */
export interface Environment {
  readonly catalogue: Catalogue;
  readonly scope: RuleScope;
  /** Innermost first: whose names are bare here, or which names stand for a member. */
  readonly elements: readonly Element[];
  /** Numbers for loops, each used once. */
  readonly nextLoop: () => number;
  /** The way back to the checker. */
  readonly check: (node: Expression, environment: Environment) => Term;
}

export type Element =
  | { readonly kind: 'named'; readonly name: string; readonly term: EntityTerm }
  | { readonly kind: 'bare'; readonly term: EntityTerm }
  | { readonly kind: 'row'; readonly table: TableParameter; readonly loop: number };

export function within(environment: Environment, element: Element): Environment {
  return { ...environment, elements: [element, ...environment.elements] };
}
