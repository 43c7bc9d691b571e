import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { Core, CoreOf } from '../core/core.ts';
import { DAYS_PER_MONTH_KEY } from '../core/date-key.ts';
import { TURNED } from '../core/turned.ts';
import type { Code, Place } from './code.ts';

/**
 * `date + months <= day` where the day is the row's: keys are compared without working the later date out. A day the
 * later month does not have becomes its last, so a day that is the last of its month counts as the 31st (monthEnd).
 */
export function monthSides(
  core: CoreOf<'compare'>,
  place: Place,
  codeOf: (core: Core, place: Place) => Code,
): Sides | undefined {
  const { left, right, operator } = isAddMonths(core.left) ? core : turnedRound(core);
  if (!isAddMonths(left) || operator === '=' || operator === '!=') return undefined;
  // Before a day is before it in any month; up to a day is where the last of the month matters.
  const isUpTo = operator === '<=' || operator === '>';
  const day = isUpTo ? place.program.monthEnd(right, place) : place.program.figure(right, place);
  if (!day) return undefined;
  const date = codeOf(left.left, place);
  const months = codeOf(left.right, place);
  const moved = {
    text: `(${date.text} + ${DAYS_PER_MONTH_KEY} * ${months.text})`,
    isUnknown: date.isUnknown || months.isUnknown,
  };
  return { one: moved, other: day, operator };
}

export interface Sides {
  readonly one: Code;
  readonly other: Code;
  readonly operator: ComparisonOperator;
}

function isAddMonths(core: Core): core is CoreOf<'date'> {
  return core.op === 'date' && core.compute === 'addMonths';
}

function turnedRound({
  left,
  right,
  operator,
}: CoreOf<'compare'>): Pick<CoreOf<'compare'>, 'left' | 'right' | 'operator'> {
  return { left: right, right: left, operator: TURNED[operator] };
}
