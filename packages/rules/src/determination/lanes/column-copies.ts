import type { ValueColumn } from '../batch/storage.ts';
import type { OwnMemory, SharedMemory } from '../batch/web-assembly.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Stretch } from './blocks.ts';
import { type Copier, type CopyColumns, copierBetween, PLACES_BYTES } from './wasm/copier.ts';

/** A column of a block, and the one of all households that it is copied from or to. */
export interface PairedColumn<All> {
  readonly scope: RuleScope;
  readonly own: ValueColumn;
  readonly beside: (all: All) => ValueColumn;
}

/** Stretches of the columns of all households, into the columns of a block and out of them. */
export interface ColumnCopies {
  readonly take: Copy;
  readonly leave: Copy;
}

type Copy = (stretches: Stretches) => void;
type Stretches = Readonly<Record<RuleScope, Stretch>>;

/** Pairs whose stretches have the same number of bytes. */
interface Group {
  readonly scope: RuleScope;
  readonly width: number;
  /** Of the shortest of those beside. */
  readonly length: number;
  readonly pairs: readonly { readonly own: ValueColumn; readonly beside: ValueColumn }[];
}

/**
 * `room` is for the places of as many pairs, in the memory of the module. Columns that threads share stand in one memory;
 * others are copied one by one.
 */
export function columnCopies<All extends object>(
  paired: readonly PairedColumn<All>[],
  memory: OwnMemory,
  room: number,
): (all: All, shared: SharedMemory | null) => ColumnCopies {
  const placed = new Int32Array(memory.buffer, room, (paired.length * PLACES_BYTES) / Int32Array.BYTES_PER_ELEMENT);
  const made = new WeakMap<All, ColumnCopies>();
  return (all, shared) => {
    const found = made.get(all);
    if (found) return found;
    const groups = groupsOf(paired, all);
    const copier = shared && copierBetween(memory, shared);
    const copies = copier ? inOneGo(groups, copier, placed) : oneByOne(groups);
    made.set(all, copies);
    return copies;
  };
}

function groupsOf<All>(paired: readonly PairedColumn<All>[], all: All): readonly Group[] {
  const pairs = paired.map(({ scope, own, beside }) => ({ scope, own, beside: beside(all) }));
  const groups = Map.groupBy(pairs, ({ scope, own }) => `${scope} ${own.BYTES_PER_ELEMENT}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const length = Math.min(...group.map(({ beside }) => beside.length));
    return [{ scope: first.scope, width: first.own.BYTES_PER_ELEMENT, length, pairs: group }];
  });
}

/** `placed` says where the columns are that were copied last: those of a simulation change in turn. */
function inOneGo(groups: readonly Group[], copier: Copier, placed: Int32Array): ColumnCopies {
  const places = Int32Array.from(
    groups.flatMap(({ pairs }) => pairs.flatMap(({ own, beside }) => [own.byteOffset, beside.byteOffset])),
  );
  const by = (copy: CopyColumns) => (stretches: Stretches) => {
    placed.set(places);
    let at = placed.byteOffset;
    for (const group of groups) {
      const { first, end } = stretchOf(group, stretches);
      const next = at + group.pairs.length * PLACES_BYTES;
      copy(at, next, first * group.width, (end - first) * group.width);
      at = next;
    }
  };
  return { take: by(copier.take), leave: by(copier.leave) };
}

function oneByOne(groups: readonly Group[]): ColumnCopies {
  const by = (copy: (pair: Group['pairs'][number], stretch: Stretch) => void) => (stretches: Stretches) => {
    for (const group of groups) {
      const stretch = stretchOf(group, stretches);
      for (const pair of group.pairs) copy(pair, stretch);
    }
  };
  return {
    take: by(({ own, beside }, { first, end }) => own.set(beside.subarray(first, end))),
    leave: by(({ own, beside }, { first, end }) => beside.set(own.subarray(0, end - first), first)),
  };
}

/** Beyond a column begins another one. */
function stretchOf({ scope, length }: Group, stretches: Stretches): Stretch {
  const { first, end } = stretches[scope];
  if (first < 0 || end > length) throw new RangeError(`a column of ${length} has no place for ${first} to ${end}`);
  return stretches[scope];
}
