import type { ComparisonOperator } from '../../feel/syntax/ast.ts';
import type { ArithmeticOperator, Core, CoreOf } from '../core/core.ts';
import { addDaysToKey, addMonthsToKey, daysBetweenKeys } from '../core/date-key.ts';
import { divideWhole } from '../core/rounding.ts';
import type { Values } from '../facts/values.ts';
import { compileFold } from './compile-fold.ts';
import { compileListed, compileLookup } from './compile-lookup.ts';
import type { PolicyRow } from './policy-row.ts';
import { both, chosen, either } from './three-valued.ts';

/** What closures compute from. */
export interface Frame {
  readonly values: Values;
  readonly row: PolicyRow;
  /** The member or event whose own variable is computed. */
  self: Float64Array;
}

export type Compute = (frame: Frame) => number;

/** Where the loops around a part are: set by the loop, read by its body. Nothing runs at the same time. */
export interface Cursor {
  element: Float64Array;
  row: number;
}
export type Cursors = ReadonlyMap<number, Cursor>;

/** A closure for a checked expression: no code is generated, so the strictest content policy allows it. */
export function compileCore(core: Core, cursors: Cursors): Compute {
  switch (core.op) {
    case 'constant':
      return always(core.value);
    case 'unknown':
      return always(Number.NaN);
    case 'today':
      return (frame) => frame.row.today;
    case 'parameter':
      return (frame) => frame.row.scalars[core.slot] ?? Number.NaN;
    case 'read':
      return compileRead(core, cursors);
    case 'arithmetic':
      return compileArithmetic(core, cursors);
    case 'divide':
      return compileTwo(core, cursors, (left, right) => divideWhole(core.rounding, left, right));
    case 'date':
      return compileTwo(core, cursors, DATES[core.compute]);
    case 'compare':
      return compileComparison(core, cursors);
    case 'logic':
      return compileLogic(core, cursors);
    case 'not': {
      const operand = compileCore(core.operand, cursors);
      return (frame) => 1 - operand(frame);
    }
    case 'if':
      return compileIf(core, cursors);
    case 'fold':
      return compileFold(core, cursors, compileCore);
    case 'lookup':
      return compileLookup(core, cursors, compileCore);
    case 'listed':
      return compileListed(core, compileCore(core.value, cursors));
    case 'cell': {
      const cursor = cursors.get(core.loop);
      return ({ row }) => row.tables[core.table]?.columns[core.column]?.[cursor?.row ?? 0] ?? Number.NaN;
    }
  }
}

function always(value: number): Compute {
  return () => value;
}

function compileRead({ slot, of }: CoreOf<'read'>, cursors: Cursors): Compute {
  if (of === 'household') return (frame) => frame.values.household[slot] ?? Number.NaN;
  if (of === 'self') return (frame) => frame.self[slot] ?? Number.NaN;
  const cursor = cursors.get(of);
  return () => cursor?.element[slot] ?? Number.NaN;
}

type OfTwo = (left: number, right: number) => number;

function compileTwo(node: { left: Core; right: Core }, cursors: Cursors, compute: OfTwo): Compute {
  const left = compileCore(node.left, cursors);
  const right = compileCore(node.right, cursors);
  return (frame) => compute(left(frame), right(frame));
}

/** Sums are most of it: without the call. */
function compileArithmetic(core: CoreOf<'arithmetic'>, cursors: Cursors): Compute {
  if (core.operator !== '+') return compileTwo(core, cursors, ARITHMETIC[core.operator]);
  const left = compileCore(core.left, cursors);
  const right = compileCore(core.right, cursors);
  return (frame) => left(frame) + right(frame);
}

const ARITHMETIC: Readonly<Record<ArithmeticOperator, OfTwo>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  // No negative zero.
  '*': (left, right) => left * right + 0,
  least: (left, right) => Math.min(left, right),
  greatest: (left, right) => Math.max(left, right),
};

const DATES: Readonly<Record<CoreOf<'date'>['compute'], OfTwo>> = {
  addMonths: addMonthsToKey,
  addDays: addDaysToKey,
  daysBetween: daysBetweenKeys,
};

const COMPARED: Readonly<Record<ComparisonOperator, OfTwo>> = {
  '=': (left, right) => (areKnown(left, right) ? Number(left === right) : Number.NaN),
  '!=': (left, right) => (areKnown(left, right) ? Number(left !== right) : Number.NaN),
  '<': (left, right) => (areKnown(left, right) ? Number(left < right) : Number.NaN),
  '<=': (left, right) => (areKnown(left, right) ? Number(left <= right) : Number.NaN),
  '>': (left, right) => (areKnown(left, right) ? Number(left > right) : Number.NaN),
  '>=': (left, right) => (areKnown(left, right) ? Number(left >= right) : Number.NaN),
};

/** Both are whole numbers or NaN. */
function areKnown(left: number, right: number): boolean {
  return !Number.isNaN(left + right);
}

/** Most comparisons are with a code: `schoolStage = "university"`. */
function compileComparison({ operator, left, right }: CoreOf<'compare'>, cursors: Cursors): Compute {
  if (operator !== '=' || right.op !== 'constant') return compileTwo({ left, right }, cursors, COMPARED[operator]);
  const { value } = right;
  if (left.op === 'read' && left.of === 'self') {
    const { slot } = left;
    return ({ self }) => codeIs(self[slot] ?? Number.NaN, value);
  }
  const of = compileCore(left, cursors);
  return (frame) => codeIs(of(frame), value);
}

function codeIs(found: number, value: number): number {
  if (found === value) return 1;
  return Number.isNaN(found) ? found : 0;
}

/** The right side is not looked at when the left one decides. */
function compileLogic(core: CoreOf<'logic'>, cursors: Cursors): Compute {
  const left = compileCore(core.left, cursors);
  const right = compileCore(core.right, cursors);
  if (core.operator === 'and') {
    return (frame) => {
      const first = left(frame);
      return first === 0 ? 0 : both(first, right(frame));
    };
  }
  return (frame) => {
    const first = left(frame);
    return first === 1 ? 1 : either(first, right(frame));
  };
}

function compileIf(core: CoreOf<'if'>, cursors: Cursors): Compute {
  const condition = compileCore(core.condition, cursors);
  const then = compileCore(core.then, cursors);
  const otherwise = compileCore(core.otherwise, cursors);
  return (frame) => {
    const decided = condition(frame);
    if (decided === 1) return then(frame);
    return decided === 0 ? otherwise(frame) : chosen(decided, then(frame), otherwise(frame));
  };
}
