import type { CoreOf } from '../core/core.ts';
import { keyOfLookup } from '../generated/row-part.ts';
import { CELL, COPY, GIVEN, JUMP_IF_NO, KEYED, LISTED, NEXT_ROW } from './instruction-set.ts';
import type { Part } from './write-core.ts';

/** By key where there is one; otherwise row by row. */
export function writeLookup(core: CoreOf<'lookup'> | CoreOf<'listed'>, part: Part): void {
  const { around, to, writing, write } = part;
  const { list } = writing;
  const offset = writing.keyed(core);
  const key = keyOfLookup(core);
  if (offset !== undefined && key) list.write(KEYED, to, write(key, around), list.constant(offset));
  else if (core.op === 'listed') list.write(LISTED, to, write(core.value, around), list.constant(core.table));
  else writeRows(core, part);
}

/** The first row that fits; not known when none does, or when a row before it may fit. */
function writeRows(core: CoreOf<'lookup'>, { around, to, writing, write }: Part): void {
  const { list } = writing;
  const row = list.take();
  list.write(COPY, to, list.constant(Number.NaN));
  list.write(COPY, row, list.constant(-1));
  const next = list.here();
  const toEnd = list.jump(NEXT_ROW, { one: row, other: core.table });
  const holds = write(core.condition, { ...around, rows: new Map([...around.rows, [core.loop, row]]) });
  list.jumpBack(next, JUMP_IF_NO, { one: holds });
  list.write(CELL, to, row, list.constant(writing.column(core)));
  list.write(GIVEN, to, holds, to);
  toEnd.arrive();
}
