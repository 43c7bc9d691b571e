import type { HouseholdColumns } from '../batch/columns.ts';
import type { Results } from '../batch/results.ts';
import type { ValueColumn } from '../batch/storage.ts';
import type { OwnMemory, SharedMemory } from '../batch/web-assembly.ts';
import type { Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Block } from './blocks.ts';
import type { LaneColumn } from './columns.ts';
import type { LaidOut } from './lay-out.ts';
import { type Copier, copierBetween } from './wasm/copier.ts';

/** What goes into the memory of a module for a block, and out of it. */
export interface BlockMemory {
  readonly take: (block: Block, columns: HouseholdColumns) => void;
  /** `resultsFirst` is the element that the results of each scope begin with. */
  readonly leave: (block: Block, results: Results, resultsFirst: Readonly<Record<RuleScope, number>>) => void;
}

const GROUPS = ['person', 'event'] as const;

export function blockMemory(
  { facts, counts, recorded }: LaidOut,
  starts: Readonly<Record<Group, ValueColumn>>,
  { view, memory }: { readonly view: (column: LaneColumn) => ValueColumn; readonly memory: OwnMemory },
): BlockMemory {
  const factViews = [...facts.values()].map(({ entry, column }) => ({ entry, to: view(column) }));
  const countViews = [...counts].map(([group, column]) => ({ group, to: view(column) }));
  const copiers = copiersOf(memory);
  const recordedViews = [...recorded].map(([id, column]) => ({ id, scope: column.scope, from: view(column) }));

  function takeStarts(group: Group, { stretches }: Block, { offsets }: HouseholdColumns): void {
    const { first, before, end } = stretches.household;
    const own = offsets[group];
    const to = starts[group];
    for (let index = first + before; index <= end; index += 1) {
      to[index - first] = (own[index] ?? 0) - stretches[group].first;
    }
  }

  return {
    take: (block, columns) => {
      const { stretches } = block;
      const copier = copiers(columns.memory);
      for (const { entry, to } of factViews) {
        const { first, end } = stretches[entry.on];
        const column = columns.facts[entry.on][entry.slot];
        if (!column || end <= first) continue;
        const bytes = column.BYTES_PER_ELEMENT;
        if (!copier) to.set(column.subarray(first, end));
        else copier.take(to.byteOffset, placeIn(column, first, end), (end - first) * bytes);
      }
      for (const group of GROUPS) takeStarts(group, block, columns);
      const { first, before, end } = stretches.household;
      for (const { group, to } of countViews) {
        const own = starts[group];
        for (let index = before; index < end - first; index += 1) {
          to[index] = (own[index + 1] ?? 0) - (own[index] ?? 0);
        }
      }
    },
    leave: ({ stretches }, results, resultsFirst) => {
      const copier = copiers(results.memory);
      for (const { id, scope, from } of recordedViews) {
        const { first, before, end } = stretches[scope];
        const to = results.columns.get(id);
        if (!to) throw new Error(`there is no column for ${id}`);
        const count = end - first - before;
        if (count <= 0) continue;
        const bytes = to.BYTES_PER_ELEMENT;
        const at = first + before - resultsFirst[scope];
        if (!copier) to.set(from.subarray(before, before + count), at);
        else copier.leave(placeIn(to, at, at + count), from.byteOffset + before * bytes, count * bytes);
      }
    },
  };
}

/** Beyond a column begins another one. */
function placeIn({ byteOffset, BYTES_PER_ELEMENT, length }: ValueColumn, from: number, to: number): number {
  if (from < 0 || to > length) throw new RangeError(`a column of ${length} has no place for ${from} to ${to}`);
  return byteOffset + from * BYTES_PER_ELEMENT;
}

/** Made once for each memory that comes; null where columns are copied as they are. */
function copiersOf(own: OwnMemory): (shared: SharedMemory | null) => Copier | null {
  const made = new WeakMap<SharedMemory, { readonly copier: Copier | null }>();
  return (shared) => {
    if (shared === null) return null;
    const found = made.get(shared) ?? { copier: copierBetween(own, shared) };
    made.set(shared, found);
    return found.copier;
  };
}
