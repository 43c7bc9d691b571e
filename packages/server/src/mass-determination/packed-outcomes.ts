import {
  type CheckedRules,
  type HouseholdColumns,
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

export const OUTCOMES = ['no', 'unknown', 'yes'] as const;
export type PackedOutcome = (typeof OUTCOMES)[number];

/** What one programme comes to, in one number: no, not known, yes without an amount, or 3 and more with one. */
const NO = 0;
const UNKNOWN = 1;
const UNPRICED = 2;
const PRICED = 3;

export function outcomeOfNumber(packed: number): PackedOutcome {
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
    const column = results.get(eligible);
    if (!entry || !column) throw new Error(`there are no results of ${eligible}`);
    const mark = priced ? UNKNOWN_MARK[storageOf(priced.range)] : Number.NaN;
    return { programme, on: entry.on, eligible: column, amount: (priced && results.get(priced.id)) ?? null, mark };
  });
}

export function outcomeNumber({ eligible, amount, mark }: ProgrammeResults, index: number): number {
  const flag = eligible[index] ?? 255;
  if (flag === 0) return NO;
  if (flag !== 1) return UNKNOWN;
  const fen = amount?.[index];
  return fen === undefined || fen === mark || Number.isNaN(fen) ? UNPRICED : PRICED + unsignedOf(fen);
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

/** What was decided: by programme, one number for the household or for each of its members or events. */
export function unpackOutcomes(layout: OutcomeLayout, reader: ByteReader): ReadonlyMap<string, readonly number[]> {
  const counts = { household: 1, person: reader.whole(), event: reader.whole() };
  return new Map(
    layout.map(({ programme, on }) => [programme, Array.from({ length: counts[on] }, () => reader.whole())]),
  );
}

function unsignedOf(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function signedOf(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
