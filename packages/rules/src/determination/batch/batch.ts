import type { CheckedRules } from '../check/check-rules.ts';
import { planOf } from '../generated/plan.ts';
import { rowPartsOf } from '../generated/row-part.ts';
import { nextBlock } from '../lanes/blocks.ts';
import type { LaneProgram } from '../lanes/program.ts';
import { type ReadyProgram, readyPrograms } from '../lanes/ready-programs.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { HouseholdColumns } from './columns.ts';
import { inspectColumns } from './inspect-columns.ts';
import type { Results } from './results.ts';

export interface BatchInput extends Determination {
  readonly columns: HouseholdColumns;
  /** The same households once more, by other figures: a simulation reads them once for both. */
  readonly again?: Determination;
  /** As inspectColumns found them; the columns are inspected when it is left out. */
  readonly unknownFacts?: ReadonlySet<string>;
  /** The households from here… */
  readonly from?: number;
  /** …up to here, this one not included. */
  readonly to?: number;
  /** The household the results begin with, when they have room for a part only. */
  readonly resultsFrom?: number;
}

interface Determination {
  readonly rows: readonly PolicyRow[];
  /** A column for each recorded variable (createResults). */
  readonly results: Results;
}

export type DetermineAll = (input: BatchInput) => void;

/** All households at once over columns, in WebAssembly; only the recorded variables and what they need. */
export function batchFor(rules: CheckedRules, recorded: readonly string[]): DetermineAll {
  const plan = planOf(rules, new Set(recorded));
  const readyFor = readyPrograms(plan, rowPartsOf(plan), recorded);
  return ({ columns, rows, results, again, from = 0, to = columns.size, resultsFrom = 0, unknownFacts: given }) => {
    const unknownFacts = given ?? unknownIn(rules, columns);
    const wanted = [{ rows, results }, ...(again ? [again] : [])].map((one) => ({
      results: one.results,
      programs: onceEach(readyFor(one.rows, unknownFacts)),
    }));
    const resultsFirst = {
      household: resultsFrom,
      person: columns.offsets.person[resultsFrom] ?? 0,
      event: columns.offsets.event[resultsFrom] ?? 0,
    };
    for (let at = from; at < to; ) {
      const block = nextBlock(columns, at, to);
      let taken: LaneProgram | null = null;
      for (const { programs, results: into } of wanted) {
        const { program, ...own } = programs(block.isMixed);
        if (program !== taken) program.take(block, columns);
        taken = program;
        program.determine(block, { columns, ...own, results: into, resultsFirst });
      }
      at = block.stretches.household.end;
    }
  };
}

/** One program for blocks of one row, one for those of several; made when the first such block comes. */
function onceEach(make: (isMixed: boolean) => ReadyProgram): (isMixed: boolean) => ReadyProgram {
  const made = new Map<boolean, ReadyProgram>();
  return (isMixed) => {
    const found = made.get(isMixed) ?? make(isMixed);
    made.set(isMixed, found);
    return found;
  };
}

function unknownIn(rules: CheckedRules, columns: HouseholdColumns): ReadonlySet<string> {
  const inspected = inspectColumns(rules, columns);
  if (inspected.ok) return inspected.unknownFacts;
  const { fact, index } = inspected.issue;
  throw new RangeError(`columns: ${fact ?? 'number of members'} at ${index}`);
}
