import type { HouseholdColumns } from '../batch/columns.ts';
import type { Results } from '../batch/results.ts';
import type { ValueColumn } from '../batch/storage.ts';
import type { Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Block } from './blocks.ts';
import type { LaneColumn } from './columns.ts';
import type { LaidOut } from './lay-out.ts';

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
  view: (column: LaneColumn) => ValueColumn,
): BlockMemory {
  const factViews = [...facts.values()].map(({ entry, column }) => ({ entry, to: view(column) }));
  const countViews = [...counts].map(([group, column]) => ({ group, to: view(column) }));
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
      for (const { entry, to } of factViews) {
        const { first, end } = stretches[entry.on];
        const column = columns.facts[entry.on][entry.slot];
        if (column && end > first) to.set(column.subarray(first, end));
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
      for (const { id, scope, from } of recordedViews) {
        const { first, before, end } = stretches[scope];
        const to = results.get(id);
        if (!to) throw new Error(`there is no column for ${id}`);
        if (end > first + before) to.set(from.subarray(before, end - first), first + before - resultsFirst[scope]);
      }
    },
  };
}
