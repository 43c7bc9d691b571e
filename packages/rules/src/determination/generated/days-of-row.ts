import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import { arithmetic, constant, dateOperation } from '../core/build.ts';
import { type Core, type CoreOf, someCore } from '../core/core.ts';
import { TURNED } from '../core/turned.ts';
import { type Loops, withParts } from './row-only.ts';

type IsOfRow = (core: Core, loops: Loops) => boolean;

/**
 * `today - since <= days` as `since >= today - days`, and `since + days < today` as `since < today - days`: where day and
 * number are the row's, they are taken together once for a place, and no days are counted for each household.
 */
export function withDaysOfRow(core: Core, isOfRow: IsOfRow, loops: Loops = new Map()): Core {
  if (!someCore(core, countsDays)) return core;
  if (core.op === 'compare') {
    const isFixed = (part: Core) => isOfRow(part, loops);
    const { left, right, operator } = core;
    const sides = findSides(left, operator, right, isFixed) ?? findSides(right, TURNED[operator], left, isFixed);
    if (sides) return { ...core, ...sides };
  }
  const inner = core.op === 'fold' ? new Map([...loops, [core.loop, core.over]]) : loops;
  return withParts(core, (part) => withDaysOfRow(part, isOfRow, inner));
}

function countsDays(core: Core): core is CoreOf<'date'> {
  return core.op === 'date' && core.compute !== 'addMonths';
}

interface Sides {
  readonly left: Core;
  readonly operator: ComparisonOperator;
  readonly right: Core;
}

/** Days order as their keys do, and as their numbers: what is added on one side may be taken off the other. */
function findSides(
  counted: Core,
  operator: ComparisonOperator,
  limit: Core,
  isFixed: (core: Core) => boolean,
): Sides | undefined {
  if (!countsDays(counted) || !isFixed(limit)) return undefined;
  const { compute, left, right } = counted;
  const days = compute === 'addDays' ? right : limit;
  if (Math.max(-days.low, days.high) > MOST_DAYS) return undefined;
  if (compute === 'addDays') return isFixed(right) ? { left, operator, right: daysBefore(limit, right) } : undefined;
  if (isFixed(right)) return { left, operator: TURNED[operator], right: daysBefore(right, limit) };
  return isFixed(left) ? { left: right, operator, right: daysAfter(left, limit) } : undefined;
}

/** Some ten thousand years: every day that far from another has a key. */
const MOST_DAYS = 4_000_000;

function daysBefore(date: Core, days: Core): Core {
  return daysAfter(date, arithmetic('-', constant(0), days));
}

function daysAfter(date: Core, days: Core): Core {
  // A year of 365 days has 372 keys.
  const reach = 2 * Math.max(-days.low, days.high) + 62;
  return dateOperation('addDays', date, days, { low: date.low - reach, high: date.high + reach });
}
