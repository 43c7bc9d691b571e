import {
  type CheckedRules,
  createColumns,
  createRoom,
  type HouseholdColumns,
  type Results,
  RULE_SCOPES,
  type Sizes,
  storageOf,
  UNKNOWN_MARK,
} from '@yimen/rules';

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
    } else clear(rules, room.columns, sizes);
    return { columns: { ...room.columns, size: sizes.household }, results: room.results };
  };
}

function makeRoom(rules: CheckedRules, recorded: readonly string[], sizes: Sizes): Room {
  return { columns: createColumns(rules, sizes), results: createRoom(rules, sizes, recorded) };
}

/** Nothing is known of the next ones. Results need none of it: each is written. */
function clear({ catalogue }: CheckedRules, { facts }: HouseholdColumns, sizes: Sizes): void {
  for (const scope of RULE_SCOPES) {
    for (const [slot, column] of facts[scope].entries()) {
      const range = catalogue.slots[scope][slot]?.range;
      if (range) column.fill(UNKNOWN_MARK[storageOf(range)], 0, sizes[scope]);
    }
  }
}
