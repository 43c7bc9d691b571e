import { batchFor, type DetermineAll } from '../batch/batch.ts';
import type { HouseholdColumns } from '../batch/columns.ts';
import { largestOf, partsOf } from '../batch/parts.ts';
import { createRoom, type Results } from '../batch/results.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { ProgrammeDetermination } from '../model/rule-model.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { compareHouseholds } from './compare-households.ts';
import { comparePart, groupRuns, type Pair, type Sums, sideOf } from './compare-programme.ts';
import { sameFacts } from './same-facts.ts';
import { layoutOf, type TallyLayout } from './tally.ts';

export interface SimulationChoice {
  /** Programmes of households from the strongest on: a household is in the first class it is eligible for. */
  readonly classes: readonly string[];
  readonly groups: number;
  /** How wide the bars of the distribution of amounts are, and how many; the last takes what is beyond. */
  readonly binFen: number;
  readonly bins: number;
}

export interface SimulationInput {
  readonly columns: HouseholdColumns;
  /** What is in force, and what would be: a row each for every place. */
  readonly before: readonly PolicyRow[];
  readonly after: readonly PolicyRow[];
  /** The county or township of each household, as a number below `groups`. */
  readonly groupOf: Uint16Array;
  readonly unknownFacts?: ReadonlySet<string>;
  readonly from?: number;
  readonly to?: number;
}

/** Fills a tally; those of several ranges are added up by addTally and read by readSimulation. */
export type Simulate = (input: SimulationInput) => Float64Array;

/**
 * Determines every household twice, by what is in force and by a draft, and sums up the difference in one pass: other
 * figures (rows), or other rules over the same facts.
 */
export function simulationFor(before: CheckedRules, after: CheckedRules, choice: SimulationChoice): Simulate {
  if (!sameFacts(before, after)) throw new Error('the draft asks for other facts than what is in force');
  const layout = simulationLayout(before, choice);
  const [one, other] = [sideFor(before, choice), sideFor(after, choice)];
  return ({ columns, before: rowsBefore, after: rowsAfter, groupOf, from = 0, to = columns.size, unknownFacts }) => {
    const parts = partsOf(from, to);
    const sizes = largestOf(columns, parts);
    const was = createRoom(before, sizes, one.recorded);
    const is = createRoom(after, sizes, other.recorded);
    const tally = new Float64Array(layout.length);
    const monthlyBefore = new Float64Array(sizes.household);
    const monthlyAfter = new Float64Array(sizes.household);
    const sums: Sums = { tally, layout, groupOf, binFen: choice.binFen, monthlyBefore, monthlyAfter };
    const pairs = pairsOf(before, after, was, is);
    const classes = { before: columnsOf(one.classes, was), after: columnsOf(other.classes, is) };
    const known = unknownFacts ? { unknownFacts } : {};
    for (const part of parts) {
      const input = { columns, ...known, ...part, resultsFrom: part.from };
      const draft = { rows: rowsAfter, results: is };
      if (before === after) one.determine({ ...input, rows: rowsBefore, results: was, again: draft });
      else {
        one.determine({ ...input, rows: rowsBefore, results: was });
        other.determine({ ...input, ...draft });
      }
      monthlyBefore.fill(0);
      monthlyAfter.fill(0);
      const runs = groupRuns(groupOf, part);
      for (const pair of pairs) comparePart(pair, columns, runs, sums);
      compareHouseholds(classes, part, sums);
    }
    return tally;
  };
}

export function simulationLayout({ determinations }: CheckedRules, choice: SimulationChoice): TallyLayout {
  const { groups, classes, bins } = choice;
  return layoutOf({ groups, programmes: determinations.length, classes: classes.length + 2, bins });
}

interface SideOfSimulation {
  readonly recorded: readonly string[];
  readonly determine: DetermineAll;
  /** The flag variable of each class. */
  readonly classes: readonly string[];
}

function sideFor(rules: CheckedRules, { classes }: SimulationChoice): SideOfSimulation {
  const recorded = rules.determinations.flatMap(({ eligible, amount }) => (amount ? [eligible, amount] : [eligible]));
  const distinct = [...new Set(recorded)];
  const flags = classes.map((programme) => determinationOf(rules, programme).eligible);
  return { recorded: distinct, determine: batchFor(rules, distinct), classes: flags };
}

function determinationOf({ determinations }: CheckedRules, programme: string): ProgrammeDetermination {
  const found = determinations.find((one) => one.programme === programme);
  if (!found) throw new Error(`there is no programme ${programme}`);
  return found;
}

function pairsOf(before: CheckedRules, after: CheckedRules, was: Results, is: Results): readonly Pair[] {
  return before.determinations.map((determination, place) => {
    const other = determinationOf(after, determination.programme);
    const entryOf = (id: string | null) => before.catalogue.entries.get(id ?? '');
    return {
      place,
      on: entryOf(determination.eligible)?.on ?? 'household',
      isMonthly: entryOf(determination.amount)?.per === 'month',
      before: sideOf(before, determination, was),
      after: sideOf(after, other, is),
    };
  });
}

function columnsOf(ids: readonly string[], results: Results) {
  return ids.flatMap((id) => results.columns.get(id) ?? []);
}
