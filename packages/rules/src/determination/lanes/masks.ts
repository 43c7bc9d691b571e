import { isConstant, type Lanes } from './graph.ts';

/** Conditions side by side; what is the same for everybody is not computed. */
export function and(one: Lanes, other: Lanes): Lanes {
  if (isNever(one) || isAlways(other) || one === other) return one;
  if (isNever(other) || isAlways(one)) return other;
  return commutative('and', one, other);
}

export function or(one: Lanes, other: Lanes): Lanes {
  if (isAlways(one) || isNever(other) || one === other) return one;
  if (isAlways(other) || isNever(one)) return other;
  return commutative('or', one, other);
}

export function not(mask: Lanes): Lanes {
  if (mask.operator === 'constant') return mask.graph.truth(mask.detail === 0);
  const [inner] = mask.parts;
  return mask.operator === 'not' && inner ? inner : mask.graph.make('not', 'mask', [mask]);
}

/** Of masks or of numbers of one type. */
export function select(mask: Lanes, chosen: Lanes, otherwise: Lanes): Lanes {
  if (isAlways(mask) || chosen === otherwise) return chosen;
  if (isNever(mask)) return otherwise;
  if (chosen.type === 'mask') {
    if (isAlways(chosen)) return or(mask, otherwise);
    if (isNever(chosen)) return and(not(mask), otherwise);
    if (isAlways(otherwise)) return or(not(mask), chosen);
    if (isNever(otherwise)) return and(mask, chosen);
  }
  return mask.graph.make('select', chosen.type, [mask, chosen, otherwise]);
}

export function isAlways(mask: Lanes): boolean {
  return isConstant(mask, 1);
}

export function isNever(mask: Lanes): boolean {
  return isConstant(mask, 0);
}

function commutative(operator: 'and' | 'or', one: Lanes, other: Lanes): Lanes {
  const parts = one.id < other.id ? [one, other] : [other, one];
  return one.graph.make(operator, 'mask', parts);
}
