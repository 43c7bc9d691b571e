import type { Core, CoreOf } from '../core/core.ts';
import type { Compute, Cursor, Cursors } from './compile-core.ts';

type CompileCore = (core: Core, cursors: Cursors) => Compute;

/** The first row that fits; not known when none does, or when a row before it may fit. */
export function compileLookup(core: CoreOf<'lookup'>, cursors: Cursors, compile: CompileCore): Compute {
  const cursor: Cursor = { element: new Float64Array(0), row: 0 };
  const condition = compile(core.condition, new Map([...cursors, [core.loop, cursor]]));
  const { table, column } = core;
  return (frame) => {
    const value = frame.row.tables[table];
    const length = value?.length ?? 0;
    for (let row = 0; row < length; row += 1) {
      cursor.row = row;
      const holds = condition(frame);
      if (holds === 1) return value?.columns[column]?.[row] ?? Number.NaN;
      if (holds !== 0) return Number.NaN;
    }
    return Number.NaN;
  };
}

export function compileListed({ table }: CoreOf<'listed'>, given: Compute): Compute {
  return (frame) => {
    const list = frame.row.tables[table];
    const value = given(frame);
    if (!list?.isKnown || Number.isNaN(value)) return Number.NaN;
    return Number(list.columns[0]?.includes(value) ?? false);
  };
}
