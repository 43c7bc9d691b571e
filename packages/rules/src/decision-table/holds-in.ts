import type { ValueTerm } from '../determination/check/term.ts';
import type { Core } from '../determination/core/core.ts';
import type { ComparisonOperator } from '../feel/syntax/ast.ts';
import { type Atom, isLogic } from './atoms.ts';
import type { Case, Side } from './case.ts';
import { pointOf } from './points.ts';

export interface AskedInput {
  readonly kind: ValueTerm['kind'];
  /** What a part of a cell asks; remembered, since every case asks again. */
  readonly atomOf: (part: Core) => Atom;
}

/** Whether a cell lets a case pass; the cases are cut so that all values in one get the same answer. */
export function holdsIn(condition: Core, one: Case, input: AskedInput): boolean {
  if (isLogic(condition)) {
    if (condition.op === 'not') return !holdsIn(condition.operand, one, input);
    const left = holdsIn(condition.left, one, input);
    return condition.operator === 'and'
      ? left && holdsIn(condition.right, one, input)
      : left || holdsIn(condition.right, one, input);
  }
  if (condition.op === 'constant') return condition.value === 1;
  const atom = input.atomOf(condition);
  switch (atom.kind) {
    case 'end':
      return isHeld(atom.operator, sideOf(one.interval.from * atom.factor, pointOf(input.kind, atom.value)));
    case 'symbol':
      return isHeld(atom.operator, one.sides.get(atom.key) ?? '=');
    case 'other':
      return one.truths.get(atom.key) ?? false;
  }
}

function sideOf(value: number, end: number): Side {
  if (value === end) return '=';
  return value < end ? '<' : '>';
}

function isHeld(operator: ComparisonOperator, side: Side): boolean {
  switch (operator) {
    case '=':
      return side === '=';
    case '!=':
      return side !== '=';
    case '<':
      return side === '<';
    case '<=':
      return side !== '>';
    case '>':
      return side === '>';
    case '>=':
      return side !== '<';
  }
}
