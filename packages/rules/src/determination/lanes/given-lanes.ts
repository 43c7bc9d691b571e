import { storageOf } from '../batch/storage.ts';
import type { Entry } from '../check/catalogue.ts';
import type { Group } from '../core/core.ts';
import { LARGEST_GROUP } from '../core/range.ts';
import type { LaneColumn } from './columns.ts';
import { lanesOfStored } from './entry-lanes.ts';
import type { Lanes } from './graph.ts';
import type { Keeping } from './keeping.ts';
import { type LaneValue, numberLanes, TYPES } from './values.ts';

/** What a block begins with: the facts that are needed, and how many members and events each household has. */
export interface GivenLanes {
  /** `reached` turns what is stored into what is read where it is needed. */
  readonly fact: (entry: Entry, reached: (stored: Lanes) => Lanes) => LaneValue;
  readonly headCount: (over: Group) => LaneValue;
  readonly facts: ReadonlyMap<string, { readonly entry: Entry; readonly column: LaneColumn }>;
  readonly counts: ReadonlyMap<Group, LaneColumn>;
}

export function createGivenLanes({ memory, leaf }: Keeping, unknownFacts: ReadonlySet<string>): GivenLanes {
  const facts = new Map<string, { entry: Entry; column: LaneColumn }>();
  const counts = new Map<Group, LaneColumn>();
  return {
    fact: (entry, reached) => {
      const fact = facts.get(entry.id) ?? { entry, column: memory.column(entry.on, TYPES[storageOf(entry.range)]) };
      facts.set(entry.id, fact);
      return lanesOfStored(reached(leaf(fact.column)), entry, unknownFacts.has(entry.id));
    },
    headCount: (over) => {
      const column = counts.get(over) ?? memory.column('household', 'u8');
      counts.set(over, column);
      return numberLanes(leaf(column), { low: over === 'person' ? 1 : 0, high: LARGEST_GROUP });
    },
    facts,
    counts,
  };
}
