import { monthEndKey } from '../core/date-key.ts';
import type { RowValues } from '../generated/row-values.ts';
import { BYTES, type LaneType } from './graph.ts';

/** What of a figure or an answer is kept: the number or one byte of it, or a mask that says something of it. */
export type Aspect = 'number' | 'monthEnd' | 'known' | 'holds' | 'may' | 'byte 0' | 'byte 1' | 'byte 2' | 'byte 3';

interface Slot {
  readonly offset: number;
  readonly type: LaneType;
  readonly aspect: Aspect;
  readonly kind: 'figures' | 'answers';
  /** Which of them, one after the other. */
  readonly indexes: readonly number[];
}

/** Where what depends on the policy row alone stands, in a stretch of bytes for each row. */
export interface RowStretch {
  /** The place of a figure, or of the first of several answers. */
  readonly place: (of: Omit<Slot, 'offset'>) => number;
  readonly bytes: () => number;
  /** One stretch after the other. */
  readonly write: (values: RowValues, rows: number) => Uint8Array;
}

export function createRowStretch(): RowStretch {
  const slots = new Map<string, Slot>();
  let end = 0;
  const bytes = () => Math.ceil(end / 16) * 16;
  return {
    place: (of) => {
      const key = `${of.kind} ${of.indexes.join(',')} ${of.aspect} ${of.type}`;
      const found = slots.get(key);
      if (found) return found.offset;
      const width = BYTES[of.type];
      const offset = Math.ceil(end / width) * width;
      slots.set(key, { ...of, offset });
      end = offset + width * of.indexes.length;
      return offset;
    },
    bytes,
    write: (values, rows) => {
      const stretch = new Uint8Array(bytes() * rows);
      const view = new DataView(stretch.buffer);
      for (let row = 0; row < rows; row += 1) {
        for (const slot of slots.values()) {
          const width = slot.kind === 'figures' ? values.figureWidth : values.answerWidth;
          for (const [at, index] of slot.indexes.entries()) {
            const value = values[slot.kind][row * width + index] ?? Number.NaN;
            put(view, row * bytes() + slot.offset + at * BYTES[slot.type], slot, value);
          }
        }
      }
      return stretch;
    },
  };
}

function put(view: DataView, address: number, { type, aspect }: Slot, value: number): void {
  const isUnknown = Number.isNaN(value);
  if (aspect === 'known') view.setUint8(address, isUnknown ? 0 : 255);
  else if (aspect === 'holds') view.setUint8(address, value === 1 ? 255 : 0);
  else if (aspect === 'may') view.setUint8(address, value === 0 ? 0 : 255);
  else if (isUnknown) return;
  else if (aspect.startsWith('byte')) putByte(view, address, Number(aspect.slice(-1)), value);
  else putNumber(view, address, type, aspect === 'monthEnd' ? monthEndKey(value) : value);
}

/** A cell of a table may hold more than its column says: nothing would be exact. */
function putNumber(view: DataView, address: number, type: LaneType, value: number): void {
  if (type === 'f64') view.setFloat64(address, value, true);
  else if (type === 'i32') view.setInt32(address, value, true);
  else view.setUint8(address, value);
  if (getNumber(view, address, type) !== value) throw new RangeError(`a figure of the policy is too large: ${value}`);
}

function putByte(view: DataView, address: number, place: number, value: number): void {
  if ((value | 0) !== value) throw new RangeError(`a figure of the policy is too large: ${value}`);
  view.setUint8(address, value >> (8 * place));
}

function getNumber(view: DataView, address: number, type: LaneType): number {
  if (type === 'f64') return view.getFloat64(address, true);
  return type === 'i32' ? view.getInt32(address, true) : view.getUint8(address);
}
