import type { RuleScope } from '../model/rule-model.ts';
import { BYTES, LANES, type LaneType } from './graph.ts';

/** Room for one value of each element of a block. */
export interface LaneColumn {
  readonly scope: RuleScope;
  readonly type: LaneType;
  /** In the memory of the module. */
  readonly address: number;
  readonly number: number;
}

/** The largest block there can be. */
export const BLOCK: Readonly<Record<RuleScope, number>> = { household: 512, person: 2_048, event: 512 };

/** Elements that come before the first of a block, so that columns are copied from a round place on. */
export const MOST_BEFORE = LANES - 1;

export interface Memory {
  readonly column: (scope: RuleScope, type: LaneType) => LaneColumn;
  readonly columnAt: (number: number) => LaneColumn;
  /** Address of so many bytes. */
  readonly room: (bytes: number) => number;
  readonly constant: (type: LaneType, value: number) => number;
  readonly constants: () => readonly { readonly type: LaneType; readonly value: number; readonly address: number }[];
  readonly bytes: () => number;
}

export function layMemory(): Memory {
  const columns: LaneColumn[] = [];
  const constants = new Map<string, { type: LaneType; value: number; address: number }>();
  let end = LANES;
  const room = (bytes: number) => {
    const address = end;
    end += Math.ceil(bytes / LANES) * LANES;
    return address;
  };
  return {
    column: (scope, type) => {
      // One more for where the last one's members end; and what is read in one go may reach beyond.
      const lanes = BLOCK[scope] + 2 * LANES;
      const made = { scope, type, address: room(lanes * BYTES[type]), number: columns.length };
      columns.push(made);
      return made;
    },
    columnAt: (number) => {
      const found = columns[number];
      if (!found) throw new Error(`there is no column ${number}`);
      return found;
    },
    room,
    constant: (type, value) => {
      const key = `${type} ${value}`;
      const found = constants.get(key) ?? { type, value, address: room(8) };
      constants.set(key, found);
      return found.address;
    },
    constants: () => [...constants.values()],
    bytes: () => end + LANES * 8,
  };
}
