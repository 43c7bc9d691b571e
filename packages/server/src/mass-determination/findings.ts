import type { HouseholdColumns } from '@yimen/rules';
import { CopyWriter, uuidBytes } from './binary-copy.ts';
import { ByteReader } from './packed-bytes.ts';
import {
  amountOfNumber,
  type OutcomeLayout,
  outcomeNumber,
  outcomeOfNumber,
  type ProgrammeResults,
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
  const known = new Set(programmes.map(({ programme }) => programme));
  let differences = 0;

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
    reader.bytes = bytes;
    reader.at = outcomes.from;
    const decided = layout.length === 0 ? NOTHING : unpackOutcomes(layout, reader);
    const before = differences;
    for (const [programme, was] of decided) {
      if (known.has(programme)) continue;
      for (const [element, old] of was.entries())
        if (old !== NO) writeDifference(householdNo, programme, element, old, NO);
    }
    for (const programme of programmes) {
      const was = decided.get(programme.programme) ?? [];
      const scope = programme.on;
      const start = scope === 'household' ? household : (offsets[scope][household] ?? 0);
      const end = scope === 'household' ? household + 1 : (offsets[scope][household + 1] ?? 0);
      // Somebody who is no longer a member has lost what was decided for them.
      const elements = Math.max(end - start, was.length);
      for (let element = 0; element < elements; element += 1) {
        const is = start + element < end ? outcomeNumber(programme, start + element) : NO;
        const old = was[element] ?? NO;
        if (is !== old) writeDifference(householdNo, programme.programme, element, old, is);
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

const NOTHING: ReadonlyMap<string, readonly number[]> = new Map();
