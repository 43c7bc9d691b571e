import type { CoreOf } from '../core/core.ts';
import { type Code, literal } from './code.ts';

/** What is nought in every place of the batch takes nothing to compute. */
export function codeOfArithmetic(core: CoreOf<'arithmetic'>, left: Code, right: Code): Code {
  const { operator } = core;
  const isUnknown = left.isUnknown || right.isUnknown;
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return literal(Number.NaN, false);
  const simple = simplified(operator, left, right);
  if (simple) return simple;
  if (operator === 'least') return { text: `Math.min(${left.text}, ${right.text})`, isUnknown };
  if (operator === 'greatest') return { text: `Math.max(${left.text}, ${right.text})`, isUnknown };
  // A product with a negative factor may be a negative zero.
  const isSigned = operator === '*' && core.low <= 0 && (core.left.low < 0 || core.right.low < 0);
  return { text: `(${left.text} ${operator} ${right.text}${isSigned ? ' + 0' : ''})`, isUnknown };
}

function simplified(operator: CoreOf<'arithmetic'>['operator'], left: Code, right: Code): Code | undefined {
  if (operator === '+' && left.value === 0) return right;
  if ((operator === '+' || operator === '-') && right.value === 0) return left;
  if (operator !== '*')
    return left.value !== undefined && left.value === right.value ? sameOf(operator, left) : undefined;
  if (left.value === 1) return right;
  if (right.value === 1) return left;
  // Nought times what is not known is not known.
  const isNought = left.value === 0 || right.value === 0;
  return isNought && !left.isUnknown && !right.isUnknown ? literal(0, false) : undefined;
}

/** The smaller and the larger of two that are the same. */
function sameOf(operator: '+' | '-' | 'least' | 'greatest', code: Code): Code | undefined {
  return operator === 'least' || operator === 'greatest' ? code : undefined;
}
