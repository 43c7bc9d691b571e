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

/** Some households, what the rules come to for them, and where what is found goes. */
export interface Block {
  readonly programmes: readonly ProgrammeNumbers[];
  readonly columns: HouseholdColumns;
  readonly exitOf: (household: number) => string | null;
  readonly into: FindingColumns;
}

/**
 * Household after household against what stands for it: every programme that comes to something else, and whoever it
 * concerns. Made once and opened for each block, so that its code is compiled once.
 */
export class Findings {
  readonly #reader = new ByteReader();
  readonly #decided = new Map<OutcomeLayout, Decided>();
  /** Of one household. */
  readonly #changes: Change[] = [];
  #exits = 0;
  #exit: string | null = null;
  #programmes: Block['programmes'] = [];
  #exitOf: Block['exitOf'] = () => null;
  #into = createFindingColumns();
  /** Where the members or events of each household begin, for a programme of theirs. */
  #severalOf: readonly (Int32Array | null)[] = [];

  /** The programmes of all blocks are the same. */
  open({ programmes, columns: { offsets }, exitOf, into }: Block): void {
    this.#programmes = programmes;
    this.#exitOf = exitOf;
    this.#into = into;
    this.#severalOf = programmes.map(({ on }) => (on === 'household' ? null : offsets[on]));
  }

  compare(household: number, packed: HouseholdOnPage, layout: OutcomeLayout): void {
    const decided = this.#decidedIn(layout);
    if (layout.length > 0) unpackOutcomes(decided, this.#reader.open(packed.outcomes));
    this.#changes.length = 0;
    this.#exits = 0;
    this.#exit = this.#exitOf(household);
    this.#findRepealed(decided);
    for (let index = 0; index < this.#programmes.length; index += 1) this.#compareProgramme(index, household, decided);
    this.#note(packed);
    if (this.#changes.length > this.#exits) this.#writeItem(packed, 'differs', this.#exits > 0 ? this.#exit : null);
    else if (this.#exits > 0) this.#writeItem(packed, 'gradual-exit', this.#exit);
  }

  unreadable(packed: HouseholdOnPage): void {
    this.#note(packed);
    this.#changes.length = 0;
    this.#into.unreadable += 1;
    this.#writeItem(packed, 'unreadable', null);
  }

  #findRepealed({ layout, numbers, starts, repealed }: Decided): void {
    for (const place of repealed) {
      const { programme = '', on = 'household' } = layout[place] ?? {};
      const start = starts[place] ?? 0;
      for (let at = start; at < (starts[place + 1] ?? 0); at += 1) {
        const was = numbers[at] ?? NO;
        if (was !== NO) this.#add({ programme, on, element: at - start, was, is: NO });
      }
    }
  }

  #compareProgramme(index: number, household: number, { numbers, starts, placeOf }: Decided): void {
    const results = this.#programmes[index];
    if (!results) return;
    const { on, programme, numbers: determined } = results;
    const several = this.#severalOf[index];
    const first = several ? (several[household] ?? 0) : household;
    const last = several ? (several[household + 1] ?? 0) : household + 1;
    const place = placeOf[index] ?? -1;
    const start = place < 0 ? 0 : (starts[place] ?? 0);
    const count = place < 0 ? 0 : (starts[place + 1] ?? 0) - start;
    const mayExit = this.#exit !== null && programme === GRADUAL_EXIT.programme;
    // Somebody who is no longer a member has lost what was decided for them.
    const elements = Math.max(last - first, count);
    for (let element = 0; element < elements; element += 1) {
      const is = first + element < last ? (determined[first + element] ?? NO) : NO;
      const was = element < count ? (numbers[start + element] ?? NO) : NO;
      if (is !== was || (mayExit && outcomeOfNumber(was) === 'yes')) this.#add({ programme, on, element, was, is });
    }
  }

  #add(one: Omit<Change, 'kind'>): void {
    // Kept for the time being: whatever else differs, nobody takes it for an ordinary change.
    const isExit = this.#exit !== null && one.programme === GRADUAL_EXIT.programme;
    if (isExit) this.#exits += 1;
    this.#changes.push({ ...one, kind: isExit ? 'gradual-exit' : kindOfChange(one.was, one.is) });
  }

  #writeItem({ id, revision }: HouseholdOnPage, reason: HeldReason, exit: string | null): void {
    const changes = this.#changes;
    const into = this.#into;
    into.items.household.bytes(id);
    into.items.revision.int4(revision);
    into.items.reason.text(reason);
    if (exit === null) into.items.exitUntil.none();
    else into.items.exitUntil.int4(Math.round((Date.parse(exit) - FIRST_DAY) / DAY_MS));
    into.items.ofPersons.boolean(changes.some(({ on }) => on === 'person'));
    into.items.changes.text(changesText(changes));
    into.differences += changes.length;
  }

  #note({ id, revision }: HouseholdOnPage): void {
    const { seen } = this.#into;
    seen.household.bytes(id);
    seen.revision.int4(revision);
  }

  #decidedIn(layout: OutcomeLayout): Decided {
    const found = this.#decided.get(layout);
    if (found) return found;
    const made = decidedBy(layout, this.#programmes);
    this.#decided.set(layout, made);
    return made;
  }
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
