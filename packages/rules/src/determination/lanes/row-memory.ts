import type { ValueColumn } from '../batch/storage.ts';
import type { Block } from './blocks.ts';

/** The stretches of the rows of a block in the memory of a module, from an address on. */
export interface RowMemory {
  readonly take: (block: Block, rowOf: Uint16Array, stretches: Uint8Array) => void;
}

/** `bases` says for each household where its stretch begins; null when there is one row for all. */
export function rowMemory(
  memory: ArrayBuffer,
  at: { readonly address: number; readonly bytes: number },
  bases: ValueColumn | null,
): RowMemory {
  const room = new Uint8Array(memory, at.address);
  let current: { readonly stretches: Uint8Array; readonly row: number } | null = null;
  const put = (stretches: Uint8Array, row: number, place: number) =>
    room.set(stretches.subarray(row * at.bytes, (row + 1) * at.bytes), place * at.bytes);

  function takeOne(stretches: Uint8Array, row: number): void {
    if (current?.row === row && current.stretches === stretches) return;
    put(stretches, row, 0);
    current = { stretches, row };
  }

  return {
    take: ({ stretches: { household } }, rowOf, stretches) => {
      const { first, end } = household;
      if (!bases) {
        takeOne(stretches, rowOf[first] ?? 0);
        return;
      }
      const places = new Map<number, number>();
      for (let index = first; index < end; index += 1) {
        const row = rowOf[index] ?? 0;
        const place = places.get(row) ?? places.size;
        if (place === places.size) put(stretches, row, place);
        places.set(row, place);
        bases[index - first] = at.address + place * at.bytes;
      }
    },
  };
}
