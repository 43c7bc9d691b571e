import { type Core, type CoreOf, type Group, someCore } from '../core/core.ts';
import type { RowParts } from '../generated/row-part.ts';
import { foldParts, type Gathering } from './fold.ts';
import type { Lanes } from './graph.ts';
import type { Place } from './lower.ts';
import { and, not, or } from './masks.ts';
import type { GatherMove } from './moves.ts';
import { packMasks } from './packed-masks.ts';
import { type SinglesAround, singleLanes } from './singles.ts';
import { flagLanes, type LaneValue, numberLanes, typeOf } from './values.ts';

export interface FoldLayer {
  /** The value it has for the household, once the members are done. */
  readonly total: (core: CoreOf<'fold'>) => LaneValue;
  readonly finish: () => GatherMove;
}

/** The folds over the members of one stage: their parts are computed beside the members and gathered together. */
export function layFolds(over: Group, around: SinglesAround & { readonly parts: RowParts }): FoldLayer {
  const { keeping, sources, parts } = around;
  const { memory, graphs, leaf, keep } = keeping;
  const gather: GatherMove = { kind: 'gather', over, gatherings: [] };
  const masks = packMasks(() => leaf(memory.column('household', 'u8')));

  function gathered(of: Gathering | null): Lanes {
    if (!of) return graphs.household.truth(false);
    if (of.how === 'some') return masks.send(of.of);
    const to = memory.column('household', of.type);
    gather.gatherings.push({ how: of.how, from: keep(of.of), to });
    return leaf(to);
  }

  return {
    total: (core) => {
      if (hasOnlySingles(core, parts)) {
        return singleLanes(core, { graph: graphs.household, own: 'household', loops: new Map() }, around);
      }
      const place: Place = { graph: graphs[over], own: 'household', loops: new Map([[core.loop, over]]) };
      const found = foldParts(core, place, sources);
      const open = gathered(found.open);
      if (core.fold === 'some') {
        const holds = gathered(found.total);
        return flagLanes(holds, or(holds, open));
      }
      const lanes = found.total ? gathered(found.total) : graphs.household.constant(typeOf(core), 0);
      const known = found.counted ? and(not(open), gathered(found.counted)) : not(open);
      return numberLanes(lanes, core, known);
    },
    finish: () => {
      for (const { packed, read } of masks.finish()) {
        gather.gatherings.push({ how: 'some', from: keep(packed), to: memory.columnAt(read.detail) });
      }
      return gather;
    },
  };
}

/** A loop in a loop, or a table that is searched row by row. */
function hasOnlySingles(core: CoreOf<'fold'>, parts: RowParts): boolean {
  const isSearched = (part: Core) =>
    (part.op === 'lookup' || part.op === 'listed') && parts.findKeyed(part) === undefined;
  return someCore(core, (part) => part !== core && (part.op === 'fold' || isSearched(part)));
}
