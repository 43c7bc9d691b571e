import { BYTES, createColumn, createColumnIn, type Storage, type ValueColumn } from './storage.ts';
import { createSharedMemory, MOST_PAGES, PAGE_BYTES, type SharedMemory } from './web-assembly.ts';

export interface WantedColumn {
  readonly storage: Storage;
  readonly length: number;
}

export interface SharedColumns {
  readonly columns: readonly ValueColumn[];
  /** Where all of them stand; null when they are too large for one memory, and each stands by itself. */
  readonly memory: SharedMemory | null;
}

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
  const memory = createSharedMemory(pages);
  const columns = wanted.map(({ storage, length }, index) =>
    createColumnIn(storage, memory.buffer, places[index] ?? 0, length),
  );
  return { columns, memory };
}

/** Columns for one thread alone. */
export function ownColumns(wanted: readonly WantedColumn[]): readonly ValueColumn[] {
  return wanted.map(({ storage, length }) => createColumn(storage, length));
}
