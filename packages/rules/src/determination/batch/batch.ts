import type { CheckedRules } from '../check/check-rules.ts';
import { planOf } from '../generated/plan.ts';
import { rowPartsOf } from '../generated/row-part.ts';
import { knowledgeKey, type RowValues, rowValuesOf } from '../generated/row-values.ts';
import { nextBlock } from '../lanes/blocks.ts';
import { type KeyClasses, keyClasses } from '../lanes/key-classes.ts';
import { type LaneProgram, laneProgram } from '../lanes/program.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { HouseholdColumns } from './columns.ts';
import { inspectColumns } from './inspect-columns.ts';
import type { Results } from './results.ts';

export interface BatchInput {
  readonly columns: HouseholdColumns;
  readonly rows: readonly PolicyRow[];
  /** A column for each recorded variable (createResults). */
  readonly results: Results;
  /** As inspectColumns found them; the columns are inspected when it is left out. */
  readonly unknownFacts?: ReadonlySet<string>;
  /** The households from here… */
  readonly from?: number;
  /** …up to here, this one not included. */
  readonly to?: number;
  /** The household the results begin with, when they have room for a part only. */
  readonly resultsFrom?: number;
}

export type DetermineAll = (input: BatchInput) => void;

/** All households at once over columns, in WebAssembly; only the recorded variables and what they need. */
export function batchFor(rules: CheckedRules, recorded: readonly string[]): DetermineAll {
  const plan = planOf(rules, new Set(recorded));
  const parts = rowPartsOf(plan);
  const programs = new Map<string, LaneProgram>();
  // A register is computed part by part: what depends on the rows alone is worked out once for all parts.
  const known = new WeakMap<readonly PolicyRow[], KnownRows>();

  function programFor(
    { values: { knowledge }, classes }: KnownRows,
    isMixed: boolean,
    unknownFacts: ReadonlySet<string>,
  ) {
    const about = [knowledgeKey(knowledge), ...[...classes].flat(), ...[...unknownFacts].sort()];
    const key = `${isMixed} ${about.join(' ')}`;
    const program =
      programs.get(key) ?? laneProgram(plan, parts, knowledge, { recorded, unknownFacts, isMixed, classes });
    programs.set(key, program);
    return program;
  }

  function knownOf(rows: readonly PolicyRow[]): KnownRows {
    const found = known.get(rows);
    if (found) return found;
    const values = rowValuesOf(parts, rows);
    const made = { values, classes: keyClasses(parts, values), stretches: new Map() };
    known.set(rows, made);
    return made;
  }

  return ({ columns, rows, results, from = 0, to = columns.size, resultsFrom = 0, unknownFacts: given }) => {
    const unknownFacts = given ?? unknownIn(rules, columns);
    const own = knownOf(rows);
    const readyFor = (isMixed: boolean) => {
      const program = programFor(own, isMixed, unknownFacts);
      const stretches = own.stretches.get(program) ?? program.stretch.write(own.values, rows.length);
      own.stretches.set(program, stretches);
      return { program, stretches };
    };
    const ready: [ReturnType<typeof readyFor>?, ReturnType<typeof readyFor>?] = [];
    const resultsFirst = {
      household: resultsFrom,
      person: columns.offsets.person[resultsFrom] ?? 0,
      event: columns.offsets.event[resultsFrom] ?? 0,
    };
    for (let at = from; at < to; ) {
      const block = nextBlock(columns, at, to);
      const kind = block.isMixed ? 1 : 0;
      const { program, stretches } = ready[kind] ?? readyFor(block.isMixed);
      ready[kind] = { program, stretches };
      program.run(block, { columns, rows, stretches, results, resultsFirst });
      at = block.stretches.household.end;
    }
  };
}

interface KnownRows {
  readonly values: RowValues;
  readonly classes: KeyClasses;
  readonly stretches: Map<LaneProgram, Uint8Array>;
}

function unknownIn(rules: CheckedRules, columns: HouseholdColumns): ReadonlySet<string> {
  const inspected = inspectColumns(rules, columns);
  if (inspected.ok) return inspected.unknownFacts;
  const { fact, index } = inspected.issue;
  throw new RangeError(`columns: ${fact ?? 'number of members'} at ${index}`);
}
