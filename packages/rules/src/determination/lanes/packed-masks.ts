import type { Graph, Lanes } from './graph.ts';

/** Masks travel eight in a byte between a household and its members. */
export interface MaskPacking {
  /** The mask as the other side reads it. */
  readonly send: (mask: Lanes) => Lanes;
  /** The bytes to be sent, each beside the lanes it is read from. */
  readonly finish: () => readonly { readonly packed: Lanes; readonly read: Lanes }[];
}

const PER_BYTE = 8;

/** `arriving` makes room for one byte more on the other side. */
export function packMasks(arriving: () => Lanes): MaskPacking {
  const bytes: { readonly masks: Lanes[]; readonly read: Lanes }[] = [];
  const sent = new Map<Lanes, Lanes>();
  return {
    send: (mask) => {
      const found = sent.get(mask);
      if (found) return found;
      const last = bytes.at(-1);
      const byte = last && last.masks.length < PER_BYTE ? last : { masks: [], read: arriving() };
      if (byte !== last) bytes.push(byte);
      const bit = bitOf(byte.read.graph, byte.masks.push(mask) - 1);
      const { graph } = byte.read;
      const unpacked = graph.make('=', 'mask', [graph.make('and', 'u8', [byte.read, bit]), bit]);
      sent.set(mask, unpacked);
      return unpacked;
    },
    finish: () => bytes.map(({ masks, read }) => ({ packed: packed(masks), read })),
  };
}

function packed(masks: readonly Lanes[]): Lanes {
  return masks
    .map((mask, place) => mask.graph.make('and', 'u8', [mask, bitOf(mask.graph, place)]))
    .reduce((one, other) => one.graph.make('or', 'u8', [one, other]));
}

function bitOf(graph: Graph, place: number): Lanes {
  return graph.constant('u8', 1 << place);
}
