import type { CoreOf } from '../core/core.ts';
import { type Code, held, literal, type Place } from './code.ts';

const LARGEST_INT32 = 2 ** 31 - 1;

/** As divideWhole; the two are held to each other by tests. */
export function codeOfDivision(core: CoreOf<'divide'>, left: Code, right: Code, place: Place): Code {
  const isUnknown = left.isUnknown || right.isUnknown;
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return literal(Number.NaN, false);
  if (left.value === 0 && !isUnknown) return left;
  return { text: divisionText(core, left.text, right.text, { isUnknown, place }), isUnknown };
}

interface Around {
  readonly isUnknown: boolean;
  readonly place: Place;
}

function divisionText(core: CoreOf<'divide'>, left: string, right: string, around: Around): string {
  const { rounding } = core;
  const isPositive = core.left.low >= 0;
  if (rounding === 'down' || (rounding === 'floor' && isPositive)) return cutText(core, `${left} / ${right}`, around);
  if (rounding === 'floor') return `Math.floor(${left} / ${right})`;
  if (rounding === 'ceiling' || (rounding === 'up' && isPositive)) return plain(`Math.ceil(${left} / ${right})`, core);
  const n = held(left, around.place);
  const d = held(right, around.place);
  if (rounding === 'up') return `(${n} < 0 ? Math.floor(${n} / ${d}) : Math.ceil(${n} / ${d}))`;
  const half = (size: string) =>
    rounding === 'half up'
      ? `Math.floor((2 * ${size} + ${d}) / (2 * ${d}))`
      : `(Math.ceil((2 * ${size} - ${d}) / (2 * ${d})) + 0)`;
  return isPositive ? half(n) : `(${n} < 0 ? -${half(`-${n}`)} + 0 : ${half(n)})`;
}

/** Towards zero; a small result is cut by making it an integer of 32 bits, which is several times as fast. */
function cutText(core: CoreOf<'divide'>, quotient: string, { isUnknown }: Around): string {
  const isSmall = core.high <= LARGEST_INT32 && core.low >= -LARGEST_INT32;
  if (isSmall && !isUnknown) return `(${quotient} | 0)`;
  return plain(`Math.trunc(${quotient})`, core);
}

/** No negative zero. */
function plain(text: string, core: CoreOf<'divide'>): string {
  return core.left.low < 0 ? `(${text} + 0)` : text;
}
