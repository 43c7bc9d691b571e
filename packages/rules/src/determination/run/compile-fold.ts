import type { Core, CoreOf, FoldKind } from '../core/core.ts';
import type { Compute, Cursor, Cursors } from './compile-core.ts';
import { either } from './three-valued.ts';

type CompileCore = (core: Core, cursors: Cursors) => Compute;

export function compileFold(core: CoreOf<'fold'>, cursors: Cursors, compile: CompileCore): Compute {
  const cursor: Cursor = { element: new Float64Array(0), row: 0 };
  const inner = new Map([...cursors, [core.loop, cursor]]);
  const condition = core.condition && compile(core.condition, inner);
  const body = compile(core.body, inner);
  const { over, fold } = core;
  const step = STEPS[fold];
  const start = STARTS[fold];
  return (frame) => {
    let result = start;
    for (const element of frame.values[over]) {
      cursor.element = element;
      const holds = condition ? condition(frame) : 1;
      // Whether one counts decides the result: not knowing it, nothing is known.
      if (holds !== 0) result = step(result, holds === 1 ? body(frame) : Number.NaN);
    }
    return Number.isFinite(result) ? result : Number.NaN;
  };
}

const STEPS: Readonly<Record<FoldKind, (result: number, value: number) => number>> = {
  sum: (result, value) => result + value,
  least: (result, value) => Math.min(result, value),
  greatest: (result, value) => Math.max(result, value),
  some: either,
};

/** The least of nothing is not known. */
const STARTS: Readonly<Record<FoldKind, number>> = {
  sum: 0,
  least: Number.POSITIVE_INFINITY,
  greatest: Number.NEGATIVE_INFINITY,
  some: 0,
};
