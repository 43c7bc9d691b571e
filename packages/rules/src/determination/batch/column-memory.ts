import { BYTES, createColumn, createColumnIn, type Storage, type ValueColumn } from './storage.ts';

/** What this needs of the standard interface; no library of types has it without the rest of a browser. */
declare const WebAssembly: {
  readonly Memory: new (description: { initial: number; maximum: number; shared: true }) => ColumnMemory;
};

/** Memory that threads share, and modules of WebAssembly reach without a detour. */
export interface ColumnMemory {
  readonly buffer: SharedArrayBuffer;
}

export interface WantedColumn {
  readonly storage: Storage;
  readonly length: number;
}

export interface SharedColumns {
  readonly columns: readonly ValueColumn[];
  /** Where all of them stand; null when they are too large for one memory, and each stands by itself. */
  readonly memory: ColumnMemory | null;
}

const PAGE_BYTES = 65_536;
/** What a module can count to. */
const MOST_PAGES = 65_536;
const WIDEST = 8;

/** Columns that several threads read and write; everything is not known at first. */
export function shareColumns(wanted: readonly WantedColumn[]): SharedColumns {
  const places: number[] = [];
  let end = 0;
  for (const { storage, length } of wanted) {
    places.push(end);
    end += Math.ceil((length * BYTES[storage]) / WIDEST) * WIDEST;
  }
  const pages = Math.max(1, Math.ceil(end / PAGE_BYTES));
  if (pages > MOST_PAGES) {
    const alone = ({ storage, length }: WantedColumn) =>
      createColumnIn(storage, new SharedArrayBuffer(length * BYTES[storage]), 0, length);
    return { columns: wanted.map(alone), memory: null };
  }
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const columns = wanted.map(({ storage, length }, index) =>
    createColumnIn(storage, memory.buffer, places[index] ?? 0, length),
  );
  return { columns, memory };
}

/** Columns for one thread alone. */
export function ownColumns(wanted: readonly WantedColumn[]): readonly ValueColumn[] {
  return wanted.map(({ storage, length }) => createColumn(storage, length));
}
