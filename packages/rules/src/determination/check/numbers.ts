import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import { arithmetic, compare, constant, divide } from '../core/build.ts';
import type { Core, Rounding } from '../core/core.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import { isSameDimension, PLAIN, timesDimension } from './dimension.ts';
import { type NumberTerm, termWords } from './term.ts';
import { shifted, wholeTerm } from './values.ts';

/** Zero goes with everything; otherwise both must count the same. */
export function sharedDimension(left: NumberTerm, right: NumberTerm): NumberTerm['dimension'] {
  if (left.dimension === 'any') return right.dimension;
  if (right.dimension === 'any' || isSameDimension(left.dimension, right.dimension)) return left.dimension;
  throw ruleRefusal('UNITS_DIFFER', termWords(left), termWords(right));
}

export function added(operator: '+' | '-', left: NumberTerm, right: NumberTerm): NumberTerm {
  const dimension = sharedDimension(left, right);
  const scale = Math.max(left.scale, right.scale);
  const [one, other] = onOneDivisor(left, right, scale);
  const divisor = product(left.divisor, right.divisor);
  return { kind: 'number', core: arithmetic(operator, one, other), divisor, scale, dimension };
}

/** Both numerators for the product of the divisors and 10^scale. */
function onOneDivisor(left: NumberTerm, right: NumberTerm, scale: number): readonly [Core, Core] {
  return [
    times(shifted(left.core, scale - left.scale), right.divisor),
    times(shifted(right.core, scale - right.scale), left.divisor),
  ];
}

export function multiplied(left: NumberTerm, right: NumberTerm): NumberTerm {
  return {
    kind: 'number',
    core: arithmetic('*', left.core, right.core),
    divisor: product(left.divisor, right.divisor),
    scale: left.scale + right.scale,
    dimension: combined(left, right, 1),
  };
}

/** (a ÷ d) ÷ (b ÷ e) = (a × e) ÷ (d × b): nothing is divided before a rounding or a comparison asks for it. */
export function divided(left: NumberTerm, right: NumberTerm): NumberTerm {
  const scale = left.scale - right.scale;
  return {
    kind: 'number',
    core: shifted(times(left.core, right.divisor), Math.max(-scale, 0)),
    divisor: product(left.divisor, right.core),
    scale: Math.max(scale, 0),
    dimension: combined(left, right, -1),
  };
}

function combined(left: NumberTerm, right: NumberTerm, power: 1 | -1): NumberTerm['dimension'] {
  if (left.dimension === 'any' || (right.dimension === 'any' && power === 1)) return 'any';
  return timesDimension(left.dimension, right.dimension === 'any' ? PLAIN : right.dimension, power);
}

function times(core: Core, divisor: Core | null): Core {
  return divisor ? arithmetic('*', core, divisor) : core;
}

function product(left: Core | null, right: Core | null): Core | null {
  return left ? times(left, right) : right;
}

/** By cross-multiplication, so that no division is made; the divisors must be positive. */
export function compareNumbers(operator: ComparisonOperator, left: NumberTerm, right: NumberTerm): Core {
  sharedDimension(left, right);
  for (const divisor of [left.divisor, right.divisor]) {
    if (divisor && divisor.low <= 0) throw ruleRefusal('DIVISOR', String(divisor.low));
  }
  const [one, other] = onOneDivisor(left, right, Math.max(left.scale, right.scale));
  return compare(operator, one, other);
}

/** To so many decimals; below 0 to tens, hundreds, … */
export function rounded(rounding: Rounding, term: NumberTerm, digits: number): NumberTerm {
  const numerator = shifted(term.core, Math.max(digits - term.scale, 0));
  const cut = shifted(constant(1), Math.max(term.scale - digits, 0));
  const core = divide(rounding, numerator, times(cut, term.divisor));
  return { ...term, core: shifted(core, Math.max(-digits, 0)), divisor: null, scale: Math.max(digits, 0) };
}

/** Both as whole numbers of one scale, for a choice or for the smaller and larger of them. */
export function aligned(left: NumberTerm, right: NumberTerm) {
  const dimension = sharedDimension(left, right);
  const scale = Math.max(left.scale, right.scale);
  const coreOf = (term: NumberTerm) => shifted(wholeTerm(term).core, scale - term.scale);
  return { left: coreOf(left), right: coreOf(right), scale, dimension };
}
