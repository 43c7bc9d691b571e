import type { Group } from '../core/core.ts';
import { isLeaf, type Lanes } from './graph.ts';
import type { Keeping } from './keeping.ts';
import type { ComputeMove, SpreadMove } from './moves.ts';
import { type MaskPacking, packMasks } from './packed-masks.ts';
import { flagLanes, type LaneValue, numberLanes } from './values.ts';

/** What the household has, read by its members and events. */
export interface Spreading {
  /** The households of a stage are done: what their members read of them is spread here. */
  readonly begin: () => void;
  readonly value: (value: LaneValue, to: Group) => LaneValue;
  readonly lanes: (lanes: Lanes, to: Group) => Lanes;
  /** The members of the stage are done. */
  readonly finish: () => void;
}

interface Stage {
  /** The last that is computed for households before their members. */
  readonly last: ComputeMove;
  readonly moves: Readonly<Record<Group, SpreadMove>>;
  readonly masks: Readonly<Record<Group, MaskPacking>>;
}

export function createSpreading({ memory, graphs, moves, leaf, pin }: Keeping): Spreading {
  const done = new Map<string, Lanes>();
  let stage: Stage | null = null;

  function lanesFor(lanes: Lanes, to: Group): Lanes {
    if (lanes.operator === 'constant' || lanes.operator === 'row') {
      return graphs[to].make(lanes.operator, lanes.type, [], lanes.detail);
    }
    const key = `${lanes.id} ${to}`;
    const found = done.get(key);
    if (found) return found;
    const made = lanes.type === 'mask' && stage ? stage.masks[to].send(lanes) : columnFor(lanes, to);
    done.set(key, made);
    return made;
  }

  function columnFor(lanes: Lanes, to: Group, arriving = memory.column(to, lanes.type)): Lanes {
    if (!isLeaf(lanes)) stage?.last.roots.push(lanes);
    stage?.moves[to].pairs.push({ from: pin(lanes), to: arriving });
    return leaf(arriving);
  }

  return {
    begin: () => {
      const last: ComputeMove = { kind: 'compute', scope: 'household', roots: [] };
      const arriving = (to: Group) => packMasks(() => leaf(memory.column(to, 'u8')));
      stage = {
        last,
        moves: {
          person: { kind: 'spread', to: 'person', pairs: [] },
          event: { kind: 'spread', to: 'event', pairs: [] },
        },
        masks: { person: arriving('person'), event: arriving('event') },
      };
      moves.push(last, stage.moves.person, stage.moves.event);
    },
    value: (value, to) => {
      if (value.kind === 'flag') return flagLanes(lanesFor(value.holds, to), lanesFor(value.may, to));
      return numberLanes(lanesFor(value.lanes, to), value, lanesFor(value.known, to));
    },
    lanes: lanesFor,
    finish: () => {
      for (const to of ['person', 'event'] as const) {
        for (const { packed, read } of stage?.masks[to].finish() ?? []) {
          columnFor(packed, to, memory.columnAt(read.detail));
        }
      }
    },
  };
}
