import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { ArithmeticOperator, DateOperation, FoldKind, Rounding } from '../core/core.ts';

/** Each instruction is four numbers: what to do, where to, and two things it is done with. */
export const INSTRUCTION_LENGTH = 4;

/** The first and each later part of “and” and of “or”: where one decides, the rest is left out. */
export const FIRST_OF: Readonly<Record<'and' | 'or', number>> = { and: 0, or: 1 };
export const NEXT_OF: Readonly<Record<'and' | 'or', number>> = { and: 2, or: 3 };
export const JUMP_IF_NO = 4;
export const JUMP_IF_YES = 5;
export const JUMP = 6;
export const BEGIN_LOOP = 7;
export const NEXT_ELEMENT = 8;
export const NEXT_ROW = 9;
export const END = 10;

/** From here on the result goes into memory. */
export const COPY = 11;
export const NOT = 12;
/** The branches of a choice: what the condition chooses, or what both agree on. */
export const AGREED = 13;
/** Answers by key. */
export const KEYED = 14;
/** The third when the second holds; not known otherwise. */
export const GIVEN = 23;
/** Nobody was there, and the least of nothing is not known. */
export const FINITE = 24;
/** The cell of the row a look-up is at. */
export const CELL = 25;
/** Whether a list has a value. */
export const LISTED = 26;

export const ARITHMETIC: Readonly<Record<ArithmeticOperator, number>> = {
  '+': 15,
  '-': 16,
  '*': 17,
  least: 27,
  greatest: 28,
};

export const COMPARISONS: Readonly<Record<ComparisonOperator, number>> = {
  '=': 18,
  '<': 19,
  '<=': 20,
  '>': 21,
  '>=': 22,
  '!=': 29,
};

export const DIVISIONS: Readonly<Record<Rounding, number>> = {
  floor: 30,
  ceiling: 31,
  down: 32,
  up: 33,
  'half up': 34,
  'half down': 35,
};

export const DATES: Readonly<Record<DateOperation, number>> = { addMonths: 36, addDays: 37, daysBetween: 38 };

export const FOLDS: Readonly<Record<Exclude<FoldKind, 'some'>, number>> = {
  sum: ARITHMETIC['+'],
  least: ARITHMETIC.least,
  greatest: ARITHMETIC.greatest,
};

/**
 * Where something stands in memory: the stretch it belongs to, and its place there. Where a stretch begins is known
 * when a household is there, and of a member changes from one to the next.
 */
export const STRETCH = { scratch: 0, kept: 1, figures: 2, household: 3, self: 4, loops: 5 } as const;
export const STRETCH_BITS = 8;
/** Loops one inside the other: fewer than an expression may be deep. */
export const MOST_STRETCHES = 2 ** STRETCH_BITS;

/** A place in memory as instructions name it. */
export function placeIn(stretch: number, index: number): number {
  return (index << STRETCH_BITS) | stretch;
}
