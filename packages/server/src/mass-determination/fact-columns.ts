import { RULE_SCOPES, type RuleScope } from '@yimen/rules';
import type { ByteReader, ByteWriter } from './packed-bytes.ts';

export type ScopeSizes = Readonly<Record<RuleScope, number>>;

/** One fact of everybody, by its place in the layout; not known is NaN. The values are there until it returns. */
export type TakeColumn = (scope: RuleScope, place: number, values: Float64Array) => void;

/** Bytes of one value, narrowest first: whole numbers from 0, with a sign, and any other. */
const WIDTHS = [1, 2, 4, 8] as const;
type Width = (typeof WIDTHS)[number];
const KNOWN_WIDTHS: ReadonlySet<number> = new Set(WIDTHS);

/** The columns of some households of one layout: place, known of how many, width, of whom where it is not all, values. */
export function writeFactColumns(
  writer: ByteWriter,
  columns: Readonly<Record<RuleScope, ReadonlyMap<number, Float64Array>>>,
): void {
  for (const scope of RULE_SCOPES) {
    const written = [...columns[scope]].sort(([one], [other]) => one - other);
    writer.whole(written.length);
    for (const [place, values] of written) writeColumn(writer, place, values);
  }
}

function writeColumn(writer: ByteWriter, place: number, values: Float64Array): void {
  const known = values.filter((value) => !Number.isNaN(value));
  const width = widthOf(known);
  writer.whole(place);
  writer.whole(known.length);
  writer.whole(width);
  if (known.length < values.length) writer.bytes(bitsOf(values));
  const bytes = Buffer.allocUnsafe(known.length * width);
  for (const [index, value] of known.entries()) WRITERS[width](bytes, value, index * width);
  writer.bytes(bytes);
}

function widthOf(values: Float64Array): Width {
  let [least, most] = [0, 0];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (least < -(2 ** 31) || most >= 2 ** 31) return 8;
  if (least < 0 || most >= 2 ** 16) return 4;
  return most >= 2 ** 8 ? 2 : 1;
}

const WRITERS: Readonly<Record<Width, (bytes: Buffer, value: number, at: number) => unknown>> = {
  1: (bytes, value, at) => bytes.writeUInt8(value, at),
  2: (bytes, value, at) => bytes.writeUInt16LE(value, at),
  4: (bytes, value, at) => bytes.writeInt32LE(value, at),
  8: (bytes, value, at) => bytes.writeDoubleLE(value, at),
};

function bitsOf(values: Float64Array): Buffer {
  const bits = Buffer.alloc(Math.ceil(values.length / 8));
  for (const [index, value] of values.entries()) {
    if (!Number.isNaN(value)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bits;
}

/** One fact of everybody as it stands in the bytes of a page. */
export interface PackedColumn {
  readonly scope: RuleScope;
  /** In the layout. */
  readonly place: number;
  /** Of how many it is known, and how many there are. */
  readonly known: number;
  readonly size: number;
  readonly width: number;
  /** Of whom it is known; null where that is everybody. */
  readonly bits: Buffer | null;
  /** Where the values that are known begin, one after the other. */
  readonly bytes: Buffer;
  readonly from: number;
}

/** @throws RangeError where the bytes are no columns of so many. */
export function readPackedColumns(reader: ByteReader, sizes: ScopeSizes, take: (column: PackedColumn) => void): void {
  const { bytes } = reader;
  for (const scope of RULE_SCOPES) {
    const size = sizes[scope];
    for (let left = reader.whole(); left > 0; left -= 1) {
      const place = reader.whole();
      const known = reader.whole();
      const width = reader.whole();
      if (!(known <= size)) throw new RangeError('a column of more than there are');
      if (!KNOWN_WIDTHS.has(width)) throw new RangeError('a column of another width');
      const bits = known < size ? reader.part(Math.ceil(size / 8)) : null;
      const from = reader.skip(known * width);
      take({ scope, place, known, size, width, bits, bytes, from });
    }
  }
}

/** By numbers. @throws RangeError as `readPackedColumns` does. */
export function readFactColumns(reader: ByteReader, sizes: ScopeSizes, take: TakeColumn): void {
  readPackedColumns(reader, sizes, (column) => take(column.scope, column.place, valuesOf(column)));
}

/** Not known is NaN. The values are there until the next are asked for. */
export function valuesOf(column: PackedColumn): Float64Array {
  if (ROOM.length < column.size) ROOM = new Float64Array(column.size);
  const values = ROOM.subarray(0, column.size);
  readValues(column, values);
  if (column.bits) spread(values, column.bits, column.known);
  return values;
}

let ROOM = new Float64Array(1024);

function readValues({ bytes, from, known, width }: PackedColumn, values: Float64Array): void {
  const to = from + known * width;
  let index = 0;
  if (width === 1) {
    for (let at = from; at < to; at += 1) values[index++] = bytes[at] ?? 0;
  } else if (width === 2) {
    for (let at = from; at < to; at += 2) values[index++] = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  } else if (width === 4) {
    for (let at = from; at < to; at += 4)
      values[index++] =
        (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  } else {
    for (let at = from; at < to; at += 8) values[index++] = bytes.readDoubleLE(at);
  }
}

/** From the end, so that no value is overwritten before it has its place. */
function spread(values: Float64Array, bits: Buffer, known: number): void {
  let next = known;
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const isKnown = ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;
    if (isKnown) next -= 1;
    values[index] = isKnown ? (values[next] ?? Number.NaN) : Number.NaN;
  }
  if (next !== 0) throw new RangeError('a column known of others than it says');
}
