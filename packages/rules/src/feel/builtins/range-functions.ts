import { orderOf } from '../interpreter/comparison.ts';
import { refusal } from '../problem.ts';
import { type FeelRange, type Kind, kindOf, type Value } from '../value.ts';
import { type Form, form, type Parameter, valueOfKind } from './form.ts';

const POINTS: readonly Kind[] = [
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
];

/** One end of a range: where, and whether the place itself belongs to it. A point is a range of itself. */
interface End {
  readonly at: Value;
  readonly isIncluded: boolean;
}

interface Span {
  readonly start: End;
  readonly end: End;
}

type Relation = (left: Span, right: Span) => boolean;

type Shape = 'points' | 'point range' | 'range point' | 'ranges';

const NAMES: Readonly<Record<Shape, readonly [Parameter<Span>, Parameter<Span>]>> = {
  points: [pointCalled('point1'), pointCalled('point2')],
  'point range': [pointCalled('point'), rangeCalled('range')],
  'range point': [rangeCalled('range'), pointCalled('point')],
  ranges: [rangeCalled('range1'), rangeCalled('range2')],
};

/** DMN 1.4 table 78. Points and ranges are asked alike: a point is the range from itself to itself. */
export const RANGE_FUNCTIONS = {
  before: relation(isBefore, ['points', 'point range', 'range point', 'ranges']),
  after: relation((left, right) => isBefore(right, left), ['points', 'point range', 'range point', 'ranges']),
  meets: relation(meets, ['ranges']),
  'met by': relation((left, right) => meets(right, left), ['ranges']),
  overlaps: relation((left, right) => reaches(left.end, right.start) && reaches(right.end, left.start), ['ranges']),
  'overlaps before': relation(overlapsBefore, ['ranges']),
  'overlaps after': relation((left, right) => overlapsBefore(right, left), ['ranges']),
  finishes: relation(finishes, ['point range', 'ranges']),
  'finished by': relation((left, right) => finishes(right, left), ['range point', 'ranges']),
  includes: relation(includes, ['range point', 'ranges']),
  during: relation((left, right) => includes(right, left), ['point range', 'ranges']),
  starts: relation(starts, ['point range', 'ranges']),
  'started by': relation((left, right) => starts(right, left), ['range point', 'ranges']),
  coincides: relation(coincides, ['points', 'ranges']),
};

function relation(holds: Relation, shapes: readonly Shape[]): readonly Form[] {
  return shapes.map((shape) =>
    form(NAMES[shape], ([left, right]) => {
      // Ends of two kinds have no order.
      if (orderOf(left.start.at, right.start.at) === null) return null;
      return holds(left, right);
    }),
  );
}

function pointCalled(name: string): Parameter<Span> {
  const accept = (value: Value) => {
    if (!POINTS.includes(kindOf(value))) return undefined;
    const end = { at: value, isIncluded: true };
    return { start: end, end };
  };
  return { name, accept, isOptional: false };
}

function rangeCalled(name: string): Parameter<Span> {
  const range = valueOfKind(name, ['range']);
  return {
    ...range,
    accept: (value) => {
      const accepted = range.accept(value);
      return accepted && spanOf(accepted);
    },
  };
}

function spanOf({ start, startIncluded, end, endIncluded }: FeelRange): Span {
  if (start === null || end === null) throw refusal('UNDECIDED', 'an open range in a function of ranges');
  return { start: { at: start, isIncluded: startIncluded }, end: { at: end, isIncluded: endIncluded } };
}

function order(left: End, right: End): number {
  return orderOf(left.at, right.at) ?? Number.NaN;
}

function isBefore(left: Span, right: Span): boolean {
  return !reaches(left.end, right.start);
}

/** The end lies beyond the start of the other, or on it when both belong. */
function reaches(end: End, start: End): boolean {
  const between = order(end, start);
  return between > 0 || (between === 0 && end.isIncluded && start.isIncluded);
}

function meets(left: Span, right: Span): boolean {
  return left.end.isIncluded && right.start.isIncluded && order(left.end, right.start) === 0;
}

function startsEarlier(left: Span, right: Span): boolean {
  const between = order(left.start, right.start);
  return between < 0 || (between === 0 && left.start.isIncluded && !right.start.isIncluded);
}

function startsNoLater(left: Span, right: Span): boolean {
  return !startsEarlier(right, left);
}

function endsNoLater(left: Span, right: Span): boolean {
  const between = order(left.end, right.end);
  return between < 0 || (between === 0 && (!left.end.isIncluded || right.end.isIncluded));
}

function overlapsBefore(left: Span, right: Span): boolean {
  return startsEarlier(left, right) && reaches(left.end, right.start) && endsNoLater(left, right);
}

function sameEnd(left: End, right: End): boolean {
  return left.isIncluded === right.isIncluded && order(left, right) === 0;
}

function finishes(left: Span, right: Span): boolean {
  return sameEnd(left.end, right.end) && startsNoLater(right, left);
}

function starts(left: Span, right: Span): boolean {
  return sameEnd(left.start, right.start) && endsNoLater(left, right);
}

function includes(left: Span, right: Span): boolean {
  return startsNoLater(left, right) && endsNoLater(right, left);
}

function coincides(left: Span, right: Span): boolean {
  return sameEnd(left.start, right.start) && sameEnd(left.end, right.end);
}
