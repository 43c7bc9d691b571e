import type { HouseholdColumns } from '@yimen/rules';
import { CopyWriter, uuidBytes } from './binary-copy.ts';
import { ByteReader } from './packed-bytes.ts';
import {
  amountOfNumber,
  type DecidedOutcomes,
  type OutcomeLayout,
  outcomeNumber,
  outcomeOfNumber,
  type ProgrammeResults,
  roomForOutcomes,
  unpackOutcomes,
} from './packed-outcomes.ts';
import type { RangeFindings } from './register-store.ts';

interface StoredOutcomes {
  readonly householdNo: number;
  readonly bytes: Buffer;
  readonly outcomes: { readonly from: number; readonly to: number };
}

interface Findings {
  /** One household against what is decided for it now. */
  compare(household: number, stored: StoredOutcomes, layout: OutcomeLayout): void;
  unreadable(householdNo: number): void;
  finish(households: number): RangeFindings;
}

const NO = 0;
const WORDS = {
  no: Buffer.from('no'),
  unknown: Buffer.from('unknown'),
  yes: Buffer.from('yes'),
  differs: Buffer.from('differs'),
  unreadable: Buffer.from('unreadable'),
};

/** The rows of one range: every programme that comes to something else, and the households it concerns. */
export function createFindings(
  id: string,
  programmes: readonly ProgrammeResults[],
  { offsets }: HouseholdColumns,
): Findings {
  const run = uuidBytes(id);
  const differenceRows = new CopyWriter();
  const itemRows = new CopyWriter();
  const reader = new ByteReader();
  const names = new Map<string, Buffer>();
  const ready = new Map<OutcomeLayout, Decided>();
  let differences = 0;

  function decidedIn(layout: OutcomeLayout): Decided {
    const decided = ready.get(layout) ?? decidedBy(layout, programmes);
    ready.set(layout, decided);
    return decided;
  }

  function writeItem(householdNo: number, reason: 'differs' | 'unreadable'): void {
    itemRows.row(3);
    itemRows.bytes(run);
    itemRows.int8(householdNo);
    itemRows.bytes(WORDS[reason]);
  }

  function writeDifference(householdNo: number, programme: string, element: number, was: number, is: number): void {
    const name = names.get(programme) ?? Buffer.from(programme);
    names.set(programme, name);
    differenceRows.row(8);
    differenceRows.bytes(run);
    differenceRows.int8(householdNo);
    differenceRows.bytes(name);
    differenceRows.int2(element);
    differenceRows.bytes(WORDS[outcomeOfNumber(was)]);
    differenceRows.bytes(WORDS[outcomeOfNumber(is)]);
    for (const packed of [was, is]) {
      const fen = amountOfNumber(packed);
      if (fen === null) differenceRows.none();
      else differenceRows.int8(fen);
    }
    differences += 1;
  }

  function compare(household: number, { householdNo, bytes, outcomes }: StoredOutcomes, layout: OutcomeLayout): void {
    const decided = decidedIn(layout);
    if (layout.length > 0) {
      reader.bytes = bytes;
      reader.at = outcomes.from;
      unpackOutcomes(decided, reader);
    }
    const { numbers, starts, placeOf, repealed } = decided;
    const before = differences;
    for (const place of repealed) {
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
        const name = layout[place]?.programme ?? '';
        if (numbers[at] !== NO) writeDifference(householdNo, name, at - (starts[place] ?? 0), numbers[at] ?? NO, NO);
      }
    }
    for (let index = 0; index < programmes.length; index += 1) {
      const programme = programmes[index];
      const place = placeOf[index] ?? -1;
      if (!programme) continue;
      const { on } = programme;
      const first = on === 'household' ? household : (offsets[on][household] ?? 0);
      const last = on === 'household' ? household + 1 : (offsets[on][household + 1] ?? 0);
      const start = place < 0 ? 0 : (starts[place] ?? 0);
      const count = place < 0 ? 0 : (starts[place + 1] ?? 0) - start;
      // Somebody who is no longer a member has lost what was decided for them.
      const elements = Math.max(last - first, count);
      for (let element = 0; element < elements; element += 1) {
        const is = first + element < last ? outcomeNumber(programme, first + element) : NO;
        const was = element < count ? (numbers[start + element] ?? NO) : NO;
        if (is !== was) writeDifference(householdNo, programme.programme, element, was, is);
      }
    }
    if (differences > before) writeItem(householdNo, 'differs');
  }

  return {
    compare,
    unreadable: (householdNo) => writeItem(householdNo, 'unreadable'),
    finish: (households) => ({ households, differences, differenceRows, itemRows }),
  };
}

interface Decided extends DecidedOutcomes {
  /** Where each of the programmes at hand stands in the layout; -1 for one that is new. */
  readonly placeOf: Int32Array;
  /** Places of programmes that are no more. */
  readonly repealed: readonly number[];
}

function decidedBy(layout: OutcomeLayout, programmes: readonly ProgrammeResults[]): Decided {
  const known = new Set(programmes.map(({ programme }) => programme));
  return {
    ...roomForOutcomes(layout),
    placeOf: Int32Array.from(programmes, ({ programme }) => layout.findIndex((one) => one.programme === programme)),
    repealed: layout.flatMap(({ programme }, place) => (known.has(programme) ? [] : [place])),
  };
}
