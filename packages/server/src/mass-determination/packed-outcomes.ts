import {
  type CheckedRules,
  type HouseholdColumns,
  LARGEST_GROUP,
  type Outcome,
  type Results,
  RULE_SCOPES,
  type RuleScope,
  storageOf,
  UNKNOWN_MARK,
  type ValueColumn,
} from '@yimen/rules';
import { z } from 'zod';
import type { ByteReader, ByteWriter } from './packed-bytes.ts';

/** The programmes of a packed row of outcomes, in order. Kept for ever. */
export const OutcomeLayout = z.array(z.object({ programme: z.string(), on: z.enum(RULE_SCOPES) }));
export type OutcomeLayout = z.infer<typeof OutcomeLayout>;

/** What one programme comes to, in one number: no, not known, yes without an amount, or 3 and more with one. */
const NO = 0;
const UNKNOWN = 1;
const UNPRICED = 2;
const PRICED = 3;

export function packedNumber(outcome: Outcome, fen: number | null): number {
  if (outcome === 'no') return NO;
  if (outcome === 'unknown') return UNKNOWN;
  return fen === null ? UNPRICED : PRICED + unsignedOf(fen);
}

export function outcomeOfNumber(packed: number): Outcome {
  if (packed === NO) return 'no';
  return packed === UNKNOWN ? 'unknown' : 'yes';
}

/** Null when there is none, or it is not known. */
export function amountOfNumber(packed: number): number | null {
  return packed < PRICED ? null : signedOf(packed - PRICED);
}

/** The results of one programme. */
export interface ProgrammeResults {
  readonly programme: string;
  readonly on: RuleScope;
  readonly eligible: ValueColumn;
  readonly amount: ValueColumn | null;
  readonly mark: number;
}

export function recordedOf({ determinations }: CheckedRules): readonly string[] {
  return [...new Set(determinations.flatMap(({ eligible, amount }) => (amount ? [eligible, amount] : [eligible])))];
}

export function programmeResults(
  { determinations, catalogue }: CheckedRules,
  results: Results,
): readonly ProgrammeResults[] {
  return determinations.map(({ programme, eligible, amount }) => {
    const entry = catalogue.entries.get(eligible);
    const priced = amount === null ? undefined : catalogue.entries.get(amount);
    const column = results.columns.get(eligible);
    if (!entry || !column) throw new Error(`there are no results of ${eligible}`);
    const mark = priced ? UNKNOWN_MARK[storageOf(priced.range)] : Number.NaN;
    return {
      programme,
      on: entry.on,
      eligible: column,
      amount: (priced && results.columns.get(priced.id)) ?? null,
      mark,
    };
  });
}

function outcomeNumber({ eligible, amount, mark }: ProgrammeResults, index: number): number {
  return numberOf(eligible[index], amount?.[index], mark);
}

function numberOf(flag: number | undefined, fen: number | undefined, mark: number): number {
  if (flag === 0) return NO;
  if (flag !== 1) return UNKNOWN;
  return fen === undefined || fen === mark || Number.isNaN(fen) ? UNPRICED : PRICED + unsignedOf(fen);
}

/** What one programme comes to for everybody of a block, as packed numbers. */
export interface ProgrammeNumbers {
  readonly programme: string;
  readonly on: RuleScope;
  readonly numbers: Float64Array;
}

/**
 * Programme after programme, into the same room for each block: a loop over columns of one kind, where household after
 * household every value was of another.
 */
export function outcomeNumbers(): (
  programmes: readonly ProgrammeResults[],
  sizes: Readonly<Record<RuleScope, number>>,
) => readonly ProgrammeNumbers[] {
  const rooms = new Map<string, Float64Array>();
  let amounts = new Float64Array();
  return (programmes, sizes) =>
    programmes.map(({ programme, on, eligible, amount, mark }) => {
      const size = sizes[on];
      const known = rooms.get(programme);
      const numbers = known && known.length >= size ? known : new Float64Array(size);
      rooms.set(programme, numbers);
      if (amounts.length < size) amounts = new Float64Array(size);
      if (amount) amounts.set(amount.subarray(0, size));
      else amounts.fill(mark, 0, size);
      numberAll(numbers, { eligible, amounts, mark, size });
      return { programme, on, numbers };
    });
}

interface Outcomes {
  readonly eligible: ValueColumn;
  readonly amounts: Float64Array;
  readonly mark: number;
  readonly size: number;
}

function numberAll(numbers: Float64Array, { eligible, amounts, mark, size }: Outcomes): void {
  for (let index = 0; index < size; index += 1) numbers[index] = numberOf(eligible[index], amounts[index], mark);
}

/** Members and events first, so that what was decided for each of them is found again. */
export function packOutcomes(
  programmes: readonly ProgrammeResults[],
  { offsets }: HouseholdColumns,
  household: number,
  writer: ByteWriter,
): void {
  const starts = { household, person: offsets.person[household] ?? 0, event: offsets.event[household] ?? 0 };
  const counts = {
    household: 1,
    person: (offsets.person[household + 1] ?? 0) - starts.person,
    event: (offsets.event[household + 1] ?? 0) - starts.event,
  };
  writer.whole(counts.person);
  writer.whole(counts.event);
  for (const programme of programmes) {
    const { on } = programme;
    for (let index = 0; index < counts[on]; index += 1) writer.whole(outcomeNumber(programme, starts[on] + index));
  }
}

/** What was decided for one household, read over and over into the same room. */
export interface DecidedOutcomes {
  readonly layout: OutcomeLayout;
  /** The numbers of each programme of the layout one after the other, and where those of each begin; one more at the end. */
  readonly numbers: Float64Array;
  readonly starts: Int32Array;
}

export function roomForOutcomes(layout: OutcomeLayout): DecidedOutcomes {
  const numbers = new Float64Array(layout.length * LARGEST_GROUP);
  return { layout, numbers, starts: new Int32Array(layout.length + 1) };
}

export function unpackOutcomes({ layout, numbers, starts }: DecidedOutcomes, reader: ByteReader): void {
  const persons = reader.whole();
  const events = reader.whole();
  if (!(persons <= LARGEST_GROUP && events <= LARGEST_GROUP))
    throw new RangeError('packed outcomes of too many members');
  let at = 0;
  for (let place = 0; place < layout.length; place += 1) {
    const on = layout[place]?.on;
    const several = on === 'person' ? persons : events;
    const end = at + (on === 'household' ? 1 : several);
    for (; at < end; at += 1) numbers[at] = reader.whole();
    starts[place + 1] = at;
  }
}

function unsignedOf(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function signedOf(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
