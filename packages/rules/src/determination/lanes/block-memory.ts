import type { HouseholdColumns } from '../batch/columns.ts';
import type { Results } from '../batch/results.ts';
import type { ValueColumn } from '../batch/storage.ts';
import type { OwnMemory } from '../batch/web-assembly.ts';
import type { Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Block, Stretch } from './blocks.ts';
import { columnCopies } from './column-copies.ts';
import type { LaneColumn } from './columns.ts';
import type { LaidOut } from './lay-out.ts';
import { PLACES_BYTES } from './wasm/copier.ts';

/** What goes into the memory of a module for a block, and out of it. */
export interface BlockMemory {
  readonly take: (block: Block, columns: HouseholdColumns) => void;
  /** `resultsFirst` is the element that the results of each scope begin with. */
  readonly leave: (block: Block, results: Results, resultsFirst: Readonly<Record<RuleScope, number>>) => void;
}

interface Module {
  readonly view: (column: LaneColumn) => ValueColumn;
  readonly memory: OwnMemory;
  /** Room for the places of all facts and all recorded variables. */
  readonly places: number;
}

const GROUPS = ['person', 'event'] as const;

export function blockMemory(
  { facts, counts, recorded }: LaidOut,
  starts: Readonly<Record<Group, ValueColumn>>,
  { view, memory, places }: Module,
): BlockMemory {
  const countViews = [...counts].map(([group, column]) => ({ group, to: view(column) }));
  const factCopies = columnCopies<HouseholdColumns['facts']>(
    [...facts.values()].map(({ entry: { id, on, slot }, column }) => ({
      scope: on,
      own: view(column),
      beside: (all) => present(all[on][slot], id),
    })),
    memory,
    places,
  );
  const resultCopies = columnCopies<Results['columns']>(
    [...recorded].map(([id, column]) => ({
      scope: column.scope,
      own: view(column),
      beside: (all) => present(all.get(id), id),
    })),
    memory,
    places + facts.size * PLACES_BYTES,
  );

  function takeStarts(group: Group, { stretches }: Block, { offsets }: HouseholdColumns): void {
    const { first, end } = stretches.household;
    const own = offsets[group];
    const to = starts[group];
    for (let index = first; index <= end; index += 1) to[index - first] = (own[index] ?? 0) - stretches[group].first;
  }

  return {
    take: (block, columns) => {
      factCopies(columns.facts, columns.memory).take(block.stretches);
      for (const group of GROUPS) takeStarts(group, block, columns);
      const { first, end } = block.stretches.household;
      for (const { group, to } of countViews) {
        const own = starts[group];
        for (let index = 0; index < end - first; index += 1) to[index] = (own[index + 1] ?? 0) - (own[index] ?? 0);
      }
    },
    leave: ({ stretches }, results, resultsFirst) => {
      const within = (scope: RuleScope): Stretch => ({
        first: stretches[scope].first - resultsFirst[scope],
        end: stretches[scope].end - resultsFirst[scope],
      });
      resultCopies(results.columns, results.memory).leave({
        household: within('household'),
        person: within('person'),
        event: within('event'),
      });
    },
  };
}

function present(column: ValueColumn | undefined, id: string): ValueColumn {
  if (!column) throw new Error(`there is no column for ${id}`);
  return column;
}
