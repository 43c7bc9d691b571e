import type { Expression, ExpressionOf } from '../../feel/syntax/ast.ts';
import { findDateText, findTemporal } from '../../feel/temporal/temporal-text.ts';
import { arithmetic, choose, compare, constant } from '../core/build.ts';
import type { ArithmeticOperator, Core, Rounding } from '../core/core.ts';
import { ROUNDING_FUNCTIONS } from '../core/rounding.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { DATE_RANGE } from './catalogue.ts';
import { countOf, foldValues } from './check-lists.ts';
import { negated } from './check-operators.ts';
import { isListed } from './comparisons.ts';
import { monthsBetween, temporalTerm } from './dates.ts';
import type { Environment } from './environment.ts';
import { aligned, rounded } from './numbers.ts';
import type { NumberTerm, Term, ValueTerm } from './term.ts';
import { termWords } from './term.ts';
import { numberTerm, simpleCore, valueTerm, wholeTerm } from './values.ts';

export function checkCall(node: ExpressionOf<'call'>, env: Environment): Term {
  const { callee, given } = node;
  if (callee.kind !== 'name' || given.kind !== 'positional') throw ruleRefusal('OUTSIDE', '( : )');
  const rounding = ROUNDING_FUNCTIONS.get(callee.name);
  if (rounding) return checkRounding(rounding, given.values, env);
  const literal = findLiteral(callee.name, given.values);
  if (literal) return literal;
  return called(
    callee.name,
    given.values.map((value) => env.check(value, env)),
  );
}

function checkRounding(rounding: Rounding, given: readonly Expression[], env: Environment): Term {
  const [value, digits, ...others] = given;
  if (!value || others.length > 0 || (!digits && rounding !== 'floor' && rounding !== 'ceiling')) {
    throw ruleRefusal('OUTSIDE', rounding);
  }
  return rounded(rounding, numberTerm(env.check(value, env)), digits ? digitsFrom(env.check(digits, env)) : 0);
}

/** How many decimals must be written out: the scale of a result is known before anything is computed. */
function digitsFrom(term: Term): number {
  const { core, scale } = wholeTerm(term);
  const digits = literalValue(core);
  if (digits === undefined || scale !== 0 || Math.abs(digits) > 9) throw ruleRefusal('SCALE');
  return digits;
}

/** -2 is 0 - 2. */
function literalValue(core: Core): number | undefined {
  return core.low === core.high && core.op !== 'unknown' ? core.low : undefined;
}

/** date("2026-03-01"), duration("P1Y"). */
function findLiteral(name: string, [first, ...others]: readonly Expression[]): Term | undefined {
  const text = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
  if (text === undefined || others.length > 0) return undefined;
  if (name !== 'date' && name !== 'duration') return undefined;
  const value = name === 'date' ? findDateText(text) : findTemporal(text);
  if (!value) throw ruleRefusal('OUTSIDE', text);
  return temporalTerm(value);
}

function called(name: string, given: readonly Term[]): Term {
  const [first, second, ...others] = given;
  const form = `${name}/${given.length}`;
  if (first && (name === 'min' || name === 'max')) return extreme(name === 'min' ? 'least' : 'greatest', given);
  if (first && form === 'not/1') return negated(first);
  if (first && form === 'abs/1') return absolute(wholeTerm(first));
  if (first && form === 'count/1') return countOf(first);
  if (first && name === 'sum') return sumOf(first, given);
  if (form === 'today/0') return { kind: 'date', core: { ...DATE_RANGE, isFlag: false, size: 1, op: 'today' } };
  if (first && second && form === 'years and months duration/2') {
    return monthsBetween(simpleCore(first, 'date'), simpleCore(second, 'date'));
  }
  if (first?.kind === 'list' && second && others.length === 0 && name === 'list contains') {
    return { kind: 'flag', core: isListed(valueTerm(second), first) };
  }
  throw ruleRefusal('OUTSIDE', name);
}

function sumOf(first: Term, given: readonly Term[]): Term {
  if (given.length !== 1 || first.kind !== 'values') {
    throw ruleRefusal('WRONG_KIND', { zh: '成员的值', en: 'values of members' }, termWords(first));
  }
  return foldValues('sum', first);
}

/** Of the members' values, of a list, or of the values given. */
function extreme(operator: 'least' | 'greatest', given: readonly Term[]): Term {
  const [first, ...others] = given;
  if (first?.kind === 'values' && others.length === 0) return foldValues(operator, first);
  const values = first?.kind === 'list' && others.length === 0 ? first.items : given.map(valueTerm);
  if (values.length === 0) throw ruleRefusal('OUTSIDE', operator);
  return values.reduce((left, right) => extremeOfTwo(operator, left, right));
}

function extremeOfTwo(operator: ArithmeticOperator, left: ValueTerm, right: ValueTerm): ValueTerm {
  if (left.kind === 'number' && right.kind === 'number') {
    const both = aligned(left, right);
    const core = arithmetic(operator, both.left, both.right);
    return { kind: 'number', core, divisor: null, scale: both.scale, dimension: both.dimension };
  }
  if (left.kind !== right.kind || left.kind === 'flag' || left.kind === 'code' || left.kind === 'number') {
    throw ruleRefusal('KINDS_DIFFER', termWords(left), termWords(right));
  }
  return { kind: left.kind, core: arithmetic(operator, left.core, right.core) };
}

function absolute(term: NumberTerm): NumberTerm {
  const { core } = term;
  if (core.low >= 0) return term;
  const opposite = arithmetic('-', constant(0), core);
  const positive = choose(compare('<', core, constant(0)), opposite, core);
  const high = Math.max(-core.low, core.high);
  return { ...term, core: { ...positive, low: 0, high } };
}
