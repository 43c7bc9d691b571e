import type { Period } from '../../policy/unit.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { type SimulationChoice, simulationLayout } from './simulate.ts';
import { HOUSEHOLD, type HouseholdFigure, PROGRAMME } from './tally.ts';

/** What would change in one county or township. Money in fen. */
export interface GroupChange extends Readonly<Record<HouseholdFigure, number>> {
  /** Households from each class (row) to each (column); the last two are none and not known. */
  readonly moves: readonly (readonly number[])[];
  readonly programmes: readonly ProgrammeChange[];
}

export interface ProgrammeChange {
  readonly programme: string;
  readonly on: RuleScope;
  readonly per: Period | null;
  readonly entering: number;
  readonly leaving: number;
  readonly staying: number;
  /** No longer decided, or decided only now, for want of a fact. */
  readonly becomingUnknown: number;
  readonly becomingKnown: number;
  readonly gainers: number;
  readonly losers: number;
  readonly before: number;
  readonly after: number;
  /** Eligible, with an amount that is not known, on either side: in no sum. */
  readonly unpriced: number;
}

export interface Distribution {
  readonly programme: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Simulation {
  readonly total: GroupChange;
  readonly groups: readonly GroupChange[];
  readonly distributions: readonly Distribution[];
}

export function readSimulation(rules: CheckedRules, choice: SimulationChoice, tally: Float64Array): Simulation {
  const layout = simulationLayout(rules, choice);
  const { groupWidth, groups, bins, histogramsAt } = layout;
  const parts = Array.from({ length: groups }, (_, group) =>
    tally.subarray(group * groupWidth, (group + 1) * groupWidth),
  );
  const sum = new Float64Array(groupWidth).map((_, index) => parts.reduce((all, part) => all + (part[index] ?? 0), 0));
  const read = (figures: Float64Array) => readGroup(rules, layout, figures);
  const distributions = rules.determinations.map(({ programme }, place) => {
    const start = histogramsAt + place * 2 * bins;
    const after = start + bins;
    return { programme, before: [...tally.subarray(start, after)], after: [...tally.subarray(after, after + bins)] };
  });
  return { total: read(sum), groups: parts.map(read), distributions };
}

function readGroup(
  rules: CheckedRules,
  layout: ReturnType<typeof simulationLayout>,
  figures: Float64Array,
): GroupChange {
  const { movesAt, programmesAt, classes } = layout;
  const moves = Array.from({ length: classes }, (_, was) => [
    ...figures.subarray(movesAt + was * classes, movesAt + (was + 1) * classes),
  ]);
  const programmes = rules.determinations.map((_, place) => {
    const start = programmesAt + place * PROGRAMME.length;
    return readProgramme(rules, place, figures.subarray(start, start + PROGRAMME.length));
  });
  const at = (name: HouseholdFigure) => figures[HOUSEHOLD.indexOf(name)] ?? 0;
  return {
    households: at('households'),
    gainers: at('gainers'),
    losers: at('losers'),
    entering: at('entering'),
    leaving: at('leaving'),
    before: at('before'),
    after: at('after'),
    moves,
    programmes,
  };
}

function readProgramme(rules: CheckedRules, place: number, figures: Float64Array): ProgrammeChange {
  const determination = rules.determinations[place];
  const entryOf = (id: string | null | undefined) => rules.catalogue.entries.get(id ?? '');
  const at = (name: (typeof PROGRAMME)[number]) => figures[PROGRAMME.indexOf(name)] ?? 0;
  return {
    programme: determination?.programme ?? '',
    on: entryOf(determination?.eligible)?.on ?? 'household',
    per: entryOf(determination?.amount)?.per ?? null,
    entering: at('noYes') + at('unknownYes'),
    leaving: at('yesNo') + at('yesUnknown'),
    staying: at('yesYes'),
    becomingUnknown: at('noUnknown') + at('yesUnknown'),
    becomingKnown: at('unknownNo') + at('unknownYes'),
    gainers: at('gainers'),
    losers: at('losers'),
    before: at('before'),
    after: at('after'),
    unpriced: at('unpricedBefore') + at('unpricedAfter'),
  };
}
