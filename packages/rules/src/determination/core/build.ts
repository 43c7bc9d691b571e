import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import { ruleRefusal } from '../model/rule-refusal.ts';
import type { ArithmeticOperator, Core, CoreOf, DateOperation, FoldKind, Group, Rounding } from './core.ts';
import { exactly, FLAG_RANGE, findExcess, joined, LARGEST_GROUP, productRange, type Range } from './range.ts';
import { divideWhole } from './rounding.ts';

/** Far above what a rule needs. */
const LARGEST_SIZE = 5_000;

/** Of one part alone. */
const NUMBER = { isFlag: false, size: 1 } as const;
const FLAG = { ...FLAG_RANGE, isFlag: true, size: 1 } as const;

export function constant(value: number): Core {
  return { ...NUMBER, ...exactly(value), op: 'constant', value };
}

export function truth(value: boolean): Core {
  return { ...FLAG, op: 'constant', value: value ? 1 : 0 };
}

export function arithmetic(operator: ArithmeticOperator, left: Core, right: Core): Core {
  const range = checked(arithmeticRange(operator, left, right));
  if (operator === '*' && isConstant(left, 1)) return right;
  if (operator === '*' && isConstant(right, 1)) return left;
  return { ...NUMBER, size: sizeOf(left, right), ...range, op: 'arithmetic', operator, left, right };
}

export function arithmeticRange(operator: ArithmeticOperator, left: Range, right: Range): Range {
  switch (operator) {
    case '+':
      return { low: left.low + right.low, high: left.high + right.high };
    case '-':
      return { low: left.low - right.high, high: left.high - right.low };
    case '*':
      return productRange(left, right);
    case 'least':
      return { low: Math.min(left.low, right.low), high: Math.min(left.high, right.high) };
    case 'greatest':
      return { low: Math.max(left.low, right.low), high: Math.max(left.high, right.high) };
  }
}

/** Rounding to the half works on twice the figures, so these too must stay exact. */
export function divide(rounding: Rounding, left: Core, right: Core): Core {
  if (right.low <= 0) throw ruleRefusal('DIVISOR', String(right.low));
  if (isConstant(right, 1)) return left;
  if (rounding.startsWith('half')) {
    const reach = 2 * Math.max(-left.low, left.high) + 2 * right.high;
    checked({ low: -reach, high: reach });
  }
  const quotients = [left.low, left.high].flatMap((numerator) =>
    [right.low, right.high].map((divisor) => divideWhole(rounding, numerator, divisor)),
  );
  const range = { low: Math.min(...quotients), high: Math.max(...quotients) };
  return { ...NUMBER, size: sizeOf(left, right), ...range, op: 'divide', rounding, left, right };
}

export function compare(operator: ComparisonOperator, left: Core, right: Core): Core {
  return { ...FLAG, size: sizeOf(left, right), op: 'compare', operator, left, right };
}

export function logic(operator: 'and' | 'or', left: Core, right: Core): Core {
  return { ...FLAG, size: sizeOf(left, right), op: 'logic', operator, left, right };
}

export function not(operand: Core): Core {
  return { ...FLAG, size: sizeOf(operand), op: 'not', operand };
}

/** Null when there is nothing to hold. */
export function all(conditions: readonly Core[]): Core | null {
  return conditions.reduce<Core | null>((left, right) => (left ? logic('and', left, right) : right), null);
}

export function choose(condition: Core, then: Core, otherwise: Core): Core {
  const size = sizeOf(condition, then, otherwise);
  return { ...joined(then, otherwise), isFlag: then.isFlag, size, op: 'if', condition, then, otherwise };
}

interface FoldOf {
  readonly over: Group;
  readonly loop: number;
  readonly condition: Core | null;
  readonly body: Core;
}

/** A household has at least one member. */
export function fold(kind: FoldKind, of: FoldOf): Core {
  const { body, condition, over } = of;
  const size = condition ? sizeOf(condition, body) : sizeOf(body);
  if (kind === 'some') return { ...FLAG, size, op: 'fold', fold: kind, ...of };
  if (kind !== 'sum') return { ...NUMBER, size, low: body.low, high: body.high, op: 'fold', fold: kind, ...of };
  const fewest = over === 'person' && condition === null ? 1 : 0;
  const range = checked({
    low: Math.min(body.low * fewest, body.low * LARGEST_GROUP) + 0,
    high: Math.max(body.high * fewest, body.high * LARGEST_GROUP) + 0,
  });
  return { ...NUMBER, size, ...range, op: 'fold', fold: kind, ...of };
}

export function dateOperation(compute: DateOperation, left: Core, right: Core, range: Range): Core {
  return { ...NUMBER, size: sizeOf(left, right), ...range, op: 'date', compute, left, right };
}

export function listed(table: number, value: Core): Core {
  return { ...FLAG, size: sizeOf(value), op: 'listed', table, value };
}

export function lookup(of: Omit<CoreOf<'lookup'>, 'op' | 'isFlag' | 'low' | 'high' | 'size'>, cell: Core): Core {
  return { ...of, low: cell.low, high: cell.high, isFlag: cell.isFlag, size: sizeOf(of.condition), op: 'lookup' };
}

export function isConstant(core: Core, value: number): boolean {
  return core.op === 'constant' && core.value === value;
}

function sizeOf(...parts: readonly Core[]): number {
  const size = parts.reduce((sum, part) => sum + part.size, 1);
  if (size > LARGEST_SIZE) throw ruleRefusal('TOO_COMPLEX', String(LARGEST_SIZE));
  return size;
}

function checked(range: Range): Range {
  const excess = findExcess(range);
  if (excess !== undefined) throw ruleRefusal('TOO_LARGE', excess.toExponential(2));
  return range;
}
