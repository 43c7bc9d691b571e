import {
  type CheckedRules,
  createColumns,
  createRoom,
  type HouseholdColumns,
  type Results,
  RULE_SCOPES,
  type Sizes,
} from '@yimen/rules';
import { makeUnknown } from './make-unknown.ts';

export interface Room {
  readonly columns: HouseholdColumns;
  readonly results: Results;
}

/** Room for the facts and results of one block of households after another: a range needs no more than its largest block. */
export function blockRoom(rules: CheckedRules, recorded: readonly string[]): (sizes: Sizes) => Room {
  let largest: Sizes = { household: 0, person: 0, event: 0 };
  let room = makeRoom(rules, recorded, largest);
  return (sizes) => {
    if (RULE_SCOPES.some((scope) => sizes[scope] > largest[scope])) {
      largest = {
        household: Math.max(sizes.household, largest.household),
        person: Math.max(sizes.person, largest.person),
        event: Math.max(sizes.event, largest.event),
      };
      room = makeRoom(rules, recorded, largest);
    } else {
      // Results need none of it: each is written.
      for (const scope of RULE_SCOPES) makeUnknown(rules, room.columns, scope, { to: sizes[scope] });
    }
    return { columns: { ...room.columns, size: sizes.household }, results: room.results };
  };
}

function makeRoom(rules: CheckedRules, recorded: readonly string[], sizes: Sizes): Room {
  return { columns: createColumns(rules, sizes), results: createRoom(rules, sizes, recorded) };
}
