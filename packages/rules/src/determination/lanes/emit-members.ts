import type { LaneColumn } from './columns.ts';
import { ABSENT, type Gathering } from './fold.ts';
import { BYTES, LANES, type LaneType, VECTORS } from './graph.ts';
import type { GatherMove, SpreadMove } from './moves.ts';
import { SPLATS } from './vector-instructions.ts';
import type { WrittenFunction } from './wasm/module.ts';
import { type SCALAR, VECTOR } from './wasm/opcodes.ts';
import { type FunctionWriter, type Local, writeFunction } from './wasm/write-function.ts';

type Scalar = keyof typeof SCALAR;

const LOADS: Readonly<Record<LaneType, Scalar>> = { mask: 'loadByte', u8: 'loadByte', i32: 'loadI32', f64: 'loadF64' };
const STORES: Readonly<Record<LaneType, Scalar>> = {
  mask: 'storeByte',
  u8: 'storeByte',
  i32: 'storeI32',
  f64: 'storeF64',
};

/** How many elements there are: what every written function is told first. */
const COUNT = 0;

/**
 * What the household has beside each of its members, sixteen at once: what is too much belongs to the next household,
 * which comes next.
 */
export function emitSpread(pairs: SpreadMove['pairs'], starts: LaneColumn): WrittenFunction {
  const writer = writeFunction(1);
  const [at, member, end] = [writer.local('i32'), writer.local('i32'), writer.local('i32')];
  writer.loop({ index: at, to: COUNT, step: 1 }, () => {
    takeBounds(writer, starts, { at, member, end });
    writer.loop({ index: member, to: end, step: LANES }, () => {
      for (const { from, to } of pairs) {
        const value = writer.local('v128');
        address(writer, at, from.type);
        writer.vectorAt(SPLATS[from.type], from.address);
        writer.set(value);
        for (let part = 0; part < VECTORS[to.type]; part += 1) {
          address(writer, member, to.type);
          writer.get(value);
          writer.vectorAt(VECTOR.store, to.address + part * LANES);
        }
      }
    });
  });
  return { parameters: 1, code: writer.finish() };
}

/** Beside each element the figures of the row whose stretch begins at its base. */
export function emitFigures(figures: ReadonlyMap<number, LaneColumn>, bases: LaneColumn): WrittenFunction {
  const writer = writeFunction(1);
  const at = writer.local('i32');
  writer.loop({ index: at, to: COUNT, step: 1 }, () => {
    for (const [offset, to] of figures) {
      address(writer, at, to.type);
      address(writer, at, 'i32');
      writer.scalarAt('loadI32', bases.address);
      writer.scalarAt(LOADS[to.type], offset);
      writer.scalarAt(STORES[to.type], to.address);
    }
  });
  return { parameters: 1, code: writer.finish() };
}

/** For each household the columns of its members taken together; `starts` says where they begin, and the last ends. */
export function emitGather(gatherings: GatherMove['gatherings'], starts: LaneColumn): WrittenFunction {
  const writer = writeFunction(1);
  const [at, member, end] = [writer.local('i32'), writer.local('i32'), writer.local('i32')];
  const totals = gatherings.map((one) => ({ ...one, total: writer.local(one.to.type === 'f64' ? 'f64' : 'i32') }));
  writer.loop({ index: at, to: COUNT, step: 1 }, () => {
    takeBounds(writer, starts, { at, member, end });
    for (const { how, from, to, total } of totals) {
      const start = startOf(how, from.type);
      if (to.type === 'f64') writer.float(start);
      else writer.int(start);
      writer.set(total);
    }
    writer.loop({ index: member, to: end, step: 1 }, () => {
      for (const one of totals) takeIn(writer, one, member);
    });
    for (const { to, total } of totals) {
      address(writer, at, to.type);
      writer.get(total);
      writer.scalarAt(STORES[to.type], to.address);
    }
  });
  return { parameters: 1, code: writer.finish() };
}

/** The first member of the household at hand, and the first of the next one. */
function takeBounds(
  writer: FunctionWriter,
  starts: LaneColumn,
  { at, member, end }: Readonly<Record<'at' | 'member' | 'end', Local>>,
): void {
  for (const [local, offset] of [
    [member, 0],
    [end, BYTES.i32],
  ] as const) {
    address(writer, at, 'i32');
    writer.scalarAt('loadI32', starts.address + offset);
    writer.set(local);
  }
}

function startOf(how: Gathering['how'], type: LaneType): number {
  if (how === 'some' || type === 'mask') return 0;
  return ABSENT[how][type];
}

function takeIn(
  writer: FunctionWriter,
  { how, from, to, total }: GatherMove['gatherings'][number] & { readonly total: Local },
  member: Local,
): void {
  const value = () => {
    address(writer, member, from.type);
    writer.scalarAt(LOADS[from.type], from.address);
    if (to.type === 'f64' && from.type !== 'f64') writer.scalar('floatOfI32');
  };
  writer.get(total);
  value();
  const isFloat = to.type === 'f64';
  if (how === 'some') writer.scalar('orI32');
  else if (how === 'sum') writer.scalar(isFloat ? 'addF64' : 'addI32');
  else if (isFloat) writer.scalar(how === 'least' ? 'minF64' : 'maxF64');
  else {
    writer.get(total);
    value();
    writer.scalar(how === 'least' ? 'lessI32' : 'greaterI32');
    writer.scalar('select');
  }
  writer.set(total);
}

/** How far an element is from the beginning of a column. */
function address(writer: FunctionWriter, index: Local, type: LaneType): void {
  writer.get(index);
  writer.scale(BYTES[type]);
}
