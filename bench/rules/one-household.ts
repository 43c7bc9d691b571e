import {
  createRulebook,
  type Determined,
  explain,
  explainProgrammes,
  type FactValues,
  generatedFor,
  type HouseholdColumns,
  type HouseholdFacts,
  instructionsFor,
  type RuleScope,
  readFacts,
  readValue,
  type Values,
  valuesAt,
} from '@yimen/rules';
import { atMost, type Figure, figure, percentile } from './figures.ts';
import type { Subject } from './subject.ts';

const SAMPLE = 20_000;
const TOLD = 1_000;
const ROUNDS = 5;

/** One household after another, as at a window; the middle and the slowest hundredth, in µs. */
export function measureOne(subject: Subject, columns: HouseholdColumns): readonly Figure[] {
  const { rules, name } = subject;
  const sample = Array.from({ length: Math.min(SAMPLE, columns.size) }, (_, index) =>
    sampleAt(subject, columns, (index * 37) % columns.size),
  );
  const instructions = instructionsFor(rules);
  const generated = generatedFor(rules);
  const determined = sample.slice(0, TOLD).map((one) => determinedFrom(subject, one.facts));
  const row = <T>(quantity: string, limit: number, work: (one: T) => void, of: readonly T[]): Figure => {
    const times = timesOf(of, work);
    const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
    return figure(name, quantity, `p50 ${p50.toFixed(1)} µs, p99 ${p99.toFixed(1)} µs`, atMost(p50, limit, ' µs p50'));
  };
  const sentences = Math.round(determined.reduce((sum, one) => sum + tell(one).length, 0) / determined.length);
  return [
    row('one determination, generated code, every value recorded', 10, (one) => generated(one.values, one.row), sample),
    row(
      'one determination, no code generated, every value recorded',
      50,
      (one) => instructions(one.values, one.row),
      sample,
    ),
    row(
      'the same with facts read and checked first',
      50,
      (one) => {
        const read = readFacts(rules, one.facts);
        if (read.ok) instructions(read.values, one.row);
      },
      sample,
    ),
    row(`why, with the full Chinese text (${sentences} sentences on average)`, 300, tell, determined),
  ];
}

/** Of every programme who gets it, why, and how much. */
function tell(determined: Determined): readonly string[] {
  return explainProgrammes(determined).flatMap(({ eligible, amount }) => [
    ...explain(eligible, 'zh'),
    ...(amount ? explain(amount, 'zh') : []),
  ]);
}

function determinedFrom({ policy }: Subject, facts: HouseholdFacts): Determined {
  const result = RULEBOOK.determine(policy, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.determined;
}

const RULEBOOK = createRulebook(generatedFor);

function timesOf<T>(sample: readonly T[], work: (one: T) => void): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of sample) {
      const start = performance.now();
      work(one);
      // What is measured is code that has run before.
      if (round === ROUNDS - 1) times.push((performance.now() - start) * 1000);
    }
  }
  return times;
}

function sampleAt({ rules, rows }: Subject, columns: HouseholdColumns, household: number) {
  const row = rows[columns.rowOf[household] ?? 0];
  if (!row) throw new Error(`there is no row of household ${household}`);
  const values = valuesAt(rules, columns, household);
  return { values, row, facts: factsAt(rules, values) };
}

/** The facts as a form sends them. */
export function factsAt(rules: Subject['rules'], values: Values) {
  const factsOf = (on: RuleScope, index: number): FactValues =>
    Object.fromEntries(
      rules.catalogue.slots[on]
        .filter(({ isFact }) => isFact)
        .map(({ id }) => [id, readValue(rules, values, id, index)]),
    );
  return {
    household: factsOf('household', 0),
    members: values.person.map((_, index) => factsOf('person', index)),
    events: values.event.map((_, index) => factsOf('event', index)),
  };
}
