import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { Core, CoreOf } from '../core/core.ts';
import { DAYS_PER_MONTH_KEY } from '../core/date-key.ts';
import { TURNED } from '../core/turned.ts';
import { calculate, times } from './arithmetic.ts';
import type { Place, Sources } from './sources.ts';
import type { NumberLanes } from './values.ts';

/** As monthSides of generated code: `date + months <= day` of the row's, without working the later date out. */
export function monthSides(
  core: CoreOf<'compare'>,
  place: Place,
  sources: Sources,
  number: (core: Core) => NumberLanes,
): Sides | undefined {
  const isLeft = isAddMonths(core.left);
  const [moved, fixed] = isLeft ? [core.left, core.right] : [core.right, core.left];
  const operator = isLeft ? core.operator : TURNED[core.operator];
  if (!isAddMonths(moved) || operator === '=' || operator === '!=') return undefined;
  // Before a day is before it in any month; up to a day is where the last of the month matters.
  const isUpTo = operator === '<=' || operator === '>';
  const day = isUpTo ? sources.monthEnd(fixed, place) : sources.figure(fixed, place);
  if (day?.kind !== 'number') return undefined;
  const date = number(moved.left);
  const months = times(number(moved.right), DAYS_PER_MONTH_KEY);
  return { one: calculate('+', date, months), other: day, operator };
}

interface Sides {
  readonly one: NumberLanes;
  readonly other: NumberLanes;
  readonly operator: ComparisonOperator;
}

function isAddMonths(core: Core): core is CoreOf<'date'> {
  return core.op === 'date' && core.compute === 'addMonths';
}
