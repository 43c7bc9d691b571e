import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { constant, truth } from '../core/build.ts';
import { refusedAt, ruleRefusal } from '../model/rule-refusal.ts';
import { checkCall } from './check-calls.ts';
import { checkFilter, checkList, checkQuantified } from './check-lists.ts';
import { checkName, checkPath } from './check-names.ts';
import {
  checkArithmetic,
  checkBetween,
  checkComparison,
  checkIf,
  checkLogic,
  checkNegation,
} from './check-operators.ts';
import { checkIn } from './comparisons.ts';
import { temporalTerm } from './dates.ts';
import { PLAIN } from './dimension.ts';
import type { Environment } from './environment.ts';
import type { Term } from './term.ts';

/** What a part of an expression is and how it is computed; throws a RuleRefusal at the part that is wrong. */
export function checkExpression(node: Expression, env: Environment): Term {
  return refusedAt(node.from, () => termOf(node, env));
}

function termOf(node: Expression, env: Environment): Term {
  switch (node.kind) {
    case 'literal':
      return literalTerm(node, env);
    case 'name':
      return checkName(node, env);
    case 'path':
      return checkPath(node, env);
    case 'negation':
      return checkNegation(node, env);
    case 'arithmetic':
      return checkArithmetic(node, env);
    case 'comparison':
      return checkComparison(node, env);
    case 'logic':
      return checkLogic(node, env);
    case 'between':
      return checkBetween(node, env);
    case 'in':
      return checkIn(node, env);
    case 'if':
      return checkIf(node, env);
    case 'quantified':
      return checkQuantified(node, env);
    case 'filter':
      return checkFilter(node, env);
    case 'call':
      return checkCall(node, env);
    case 'list':
      return checkList(node, env);
    case 'input':
    case 'for':
    case 'instance of':
    case 'function':
    case 'context':
    case 'range':
      throw ruleRefusal('OUTSIDE', node.kind === 'input' ? '?' : node.kind);
  }
}

function literalTerm({ value, takesUnit }: ExpressionOf<'literal'>, { catalogue }: Environment): Term {
  if (value === null) throw ruleRefusal('OUTSIDE', 'null');
  if (typeof value === 'boolean') return { kind: 'flag', core: truth(value) };
  if (typeof value === 'string') {
    // A text that is nobody's option is refused where it is used.
    return { kind: 'code', core: constant(catalogue.codeNumbers.get(value) ?? -1), options: [value] };
  }
  if (value.kind !== 'number') return temporalTerm(value);
  const { mantissa, exponent } = value;
  const whole = Number(mantissa) * 10 ** Math.max(exponent, 0);
  if (!Number.isSafeInteger(whole)) throw ruleRefusal('TOO_LARGE', String(whole));
  const dimension = mantissa === 0n || takesUnit ? 'any' : PLAIN;
  return { kind: 'number', core: constant(whole), divisor: null, scale: Math.max(-exponent, 0), dimension };
}
