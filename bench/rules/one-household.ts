import {
  type FactValues,
  generatedFor,
  type HouseholdColumns,
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
const ROUNDS = 5;

/** One household after another, as at a window; the middle and the slowest hundredth, in µs. */
export function measureOne(subject: Subject, columns: HouseholdColumns): readonly Figure[] {
  const { rules, name } = subject;
  const sample = Array.from({ length: Math.min(SAMPLE, columns.size) }, (_, index) =>
    sampleAt(subject, columns, (index * 37) % columns.size),
  );
  const instructions = instructionsFor(rules);
  const generated = generatedFor(rules);
  const row = (quantity: string, limit: number, work: (one: Sample) => void): Figure => {
    const times = timesOf(sample, work);
    const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
    return figure(name, quantity, `p50 ${p50.toFixed(1)} µs, p99 ${p99.toFixed(1)} µs`, atMost(p50, limit, ' µs p50'));
  };
  return [
    row('one determination, generated code, every value recorded', 10, (one) => generated(one.values, one.row)),
    row('one determination, no code generated, every value recorded', 50, (one) => instructions(one.values, one.row)),
    row('the same with facts read and checked first', 50, (one) => {
      const read = readFacts(rules, one.facts);
      if (read.ok) instructions(read.values, one.row);
    }),
  ];
}

type Sample = ReturnType<typeof sampleAt>;

function timesOf(sample: readonly Sample[], work: (one: Sample) => void): readonly number[] {
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
