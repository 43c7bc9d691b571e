import type { HeldReason } from '@yimen/contracts';
import type { HouseholdColumns } from '@yimen/rules';
import { ArrayWriter } from './binary-array.ts';
import { type Change, changesText } from './change-text.ts';
import { GRADUAL_EXIT } from './gradual-exit.ts';
import { kindOfChange } from './kind-of-change.ts';
import { ByteReader } from './packed-bytes.ts';
import {
  type DecidedOutcomes,
  type OutcomeLayout,
  outcomeOfNumber,
  type ProgrammeNumbers,
  roomForOutcomes,
  unpackOutcomes,
} from './packed-outcomes.ts';
import type { HouseholdOnPage } from './page-content.ts';

const NO = 0;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2000, 0, 1);

/** The items of some households as columns, each with what differs for it. */
export function createFindingColumns() {
  return {
    items: {
      household: new ArrayWriter('uuid'),
      revision: new ArrayWriter('int4'),
      reason: new ArrayWriter('text'),
      exitUntil: new ArrayWriter('date'),
      ofPersons: new ArrayWriter('boolean'),
      changes: new ArrayWriter('text'),
    },
    differences: 0,
    /** Everybody who was looked at, and from which revision. */
    seen: { household: new ArrayWriter('uuid'), revision: new ArrayWriter('int4') },
    /** Pages that could not be opened: nothing is known of anybody on them. */
    brokenPages: [] as string[],
    unreadable: 0,
  };
}
export type FindingColumns = ReturnType<typeof createFindingColumns>;

export interface Findings {
  /** One household against what stands for it now. */
  compare(household: number, packed: HouseholdOnPage, layout: OutcomeLayout): void;
  unreadable(packed: HouseholdOnPage): void;
}

/** The rows of one range: every programme that comes to something else, and the households it concerns. */
export function createFindings(
  columns: FindingColumns,
  programmes: readonly ProgrammeNumbers[],
  { offsets }: HouseholdColumns,
  exitOf: (household: number) => string | null,
): Findings {
  const reader = new ByteReader();
  const ready = new Map<OutcomeLayout, Decided>();
  /** Where the members or events of each household begin, for a programme of theirs. */
  const severalOf = programmes.map(({ on }) => (on === 'household' ? null : offsets[on]));

  function decidedIn(layout: OutcomeLayout): Decided {
    const decided = ready.get(layout) ?? decidedBy(layout, programmes);
    ready.set(layout, decided);
    return decided;
  }

  function writeItem(packed: HouseholdOnPage, reason: HeldReason, exit: string | null, changes: readonly Change[]) {
    const { items } = columns;
    items.household.bytes(packed.id);
    items.revision.int4(packed.revision);
    items.reason.text(reason);
    if (exit === null) items.exitUntil.none();
    else items.exitUntil.int4(Math.round((Date.parse(exit) - FIRST_DAY) / DAY_MS));
    items.ofPersons.boolean(changes.some(({ on }) => on === 'person'));
    items.changes.text(changesText(changes));
    columns.differences += changes.length;
  }

  function compare(household: number, packed: HouseholdOnPage, layout: OutcomeLayout): void {
    const decided = decidedIn(layout);
    if (layout.length > 0) {
      reader.open(packed.outcomes);
      unpackOutcomes(decided, reader);
    }
    const { numbers, starts, placeOf, repealed } = decided;
    const exit = exitOf(household);
    const changes: Change[] = [];
    let exits = 0;
    const found = (one: Omit<Change, 'kind'>): void => {
      // Kept for the time being: whatever else differs, nobody takes it for an ordinary change.
      const isExit = exit !== null && one.programme === GRADUAL_EXIT.programme;
      if (isExit) exits += 1;
      changes.push({ ...one, kind: isExit ? 'gradual-exit' : kindOfChange(one.was, one.is) });
    };
    for (const place of repealed) {
      const { programme = '', on = 'household' } = layout[place] ?? {};
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
        const element = at - (starts[place] ?? 0);
        if (numbers[at] !== NO) found({ programme, on, element, was: numbers[at] ?? NO, is: NO });
      }
    }
    for (let index = 0; index < programmes.length; index += 1) {
      const results = programmes[index];
      const place = placeOf[index] ?? -1;
      if (!results) continue;
      const { on, programme, numbers: determined } = results;
      const several = severalOf[index];
      const first = several ? (several[household] ?? 0) : household;
      const last = several ? (several[household + 1] ?? 0) : household + 1;
      const start = place < 0 ? 0 : (starts[place] ?? 0);
      const count = place < 0 ? 0 : (starts[place + 1] ?? 0) - start;
      // Somebody who is no longer a member has lost what was decided for them.
      const elements = Math.max(last - first, count);
      for (let element = 0; element < elements; element += 1) {
        const is = first + element < last ? (determined[first + element] ?? NO) : NO;
        const was = element < count ? (numbers[start + element] ?? NO) : NO;
        const isMarked = exit !== null && programme === GRADUAL_EXIT.programme && outcomeOfNumber(was) === 'yes';
        if (is !== was || isMarked) found({ programme, on, element, was, is });
      }
    }
    note(packed);
    if (changes.length > exits) writeItem(packed, 'differs', exits > 0 ? exit : null, changes);
    else if (exits > 0) writeItem(packed, 'gradual-exit', exit, changes);
  }

  function note({ id, revision }: HouseholdOnPage): void {
    columns.seen.household.bytes(id);
    columns.seen.revision.int4(revision);
  }

  function unreadable(packed: HouseholdOnPage): void {
    note(packed);
    columns.unreadable += 1;
    writeItem(packed, 'unreadable', null, []);
  }

  return { compare, unreadable };
}

interface Decided extends DecidedOutcomes {
  /** Where each of the programmes at hand stands in the layout; -1 for one that is new. */
  readonly placeOf: Int32Array;
  /** Places of programmes that are no more. */
  readonly repealed: readonly number[];
}

function decidedBy(layout: OutcomeLayout, programmes: readonly ProgrammeNumbers[]): Decided {
  const known = new Set(programmes.map(({ programme }) => programme));
  return {
    ...roomForOutcomes(layout),
    placeOf: Int32Array.from(programmes, ({ programme }) => layout.findIndex((one) => one.programme === programme)),
    repealed: layout.flatMap(({ programme }, place) => (known.has(programme) ? [] : [place])),
  };
}
