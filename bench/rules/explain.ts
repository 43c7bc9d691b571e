import {
  createRulebook,
  type Determined,
  explain,
  explainProgrammes,
  generatedFor,
  type HouseholdFacts,
  readValue,
  recordDetermination,
  recordText,
  valuesAt,
} from '@yimen/rules';
import { referenceHouseholds } from '../../packages/rules/testing/reference-households.ts';
import { referencePolicy } from '../../packages/rules/testing/reference-policy.ts';

/** node bench/rules/explain.ts [households]: what it costs to say why, on the reference rules. */
const count = Number(process.argv[2] ?? 5_000);
const policy = referencePolicy(86_300);
const rulebook = createRulebook(generatedFor);
const rules = rulebook.rulesOn(policy);
const columns = referenceHouseholds(rules, count, 1);
const facts = Array.from({ length: count }, (_, household) => factsOf(household));
const determined = facts.map(determine);

measure('facts read, determined, all values recorded', (_, index) => determine(facts[index] ?? NOBODY));
measure('why, as data', (one) => explainProgrammes(one));
measure('why, with the full Chinese text', (one) =>
  explainProgrammes(one).map(({ eligible, amount }) => [explain(eligible, 'zh'), amount && explain(amount, 'zh')]),
);
measure('why, in English', (one) =>
  explainProgrammes(one).map(({ eligible, amount }) => [explain(eligible, 'en'), amount && explain(amount, 'en')]),
);
measure('a record and its bytes', (one) => recordText(recordDetermination(one, { regionCode: '341503', origins: [] })));
const lines = determined.flatMap((one) =>
  explainProgrammes(one).flatMap(({ eligible, amount }) => [
    ...explain(eligible, 'zh'),
    ...(amount ? explain(amount, 'zh') : []),
  ]),
);
console.log(`${Math.round(lines.length / count)} sentences of a household on average`);

const NOBODY: HouseholdFacts = { household: {}, members: [] };

function determine(household: HouseholdFacts): Determined {
  const result = rulebook.determine(policy, household);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.determined;
}

function factsOf(household: number): HouseholdFacts {
  const values = valuesAt(rules, columns, household);
  const ofScope = (scope: 'household' | 'person', index: number) =>
    Object.fromEntries(
      rules.catalogue.slots[scope]
        .filter(({ isFact }) => isFact)
        .map(({ id }) => [id, readValue(rules, values, id, index)]),
    );
  return { household: ofScope('household', 0), members: values.person.map((_, index) => ofScope('person', index)) };
}

/** Microseconds for one household, the fastest of five runs of each: other work on the machine counts least so. */
function measure(name: string, work: (one: Determined, index: number) => unknown): void {
  const times = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  for (let round = 0; round < 5; round += 1) {
    for (const [index, one] of determined.entries()) {
      const start = performance.now();
      work(one, index);
      times[index] = Math.min(times[index] ?? 0, (performance.now() - start) * 1000);
    }
  }
  times.sort();
  const at = (share: number) => (times[Math.floor(count * share)] ?? 0).toFixed(1);
  console.log(`${name}: p50 ${at(0.5)} µs, p99 ${at(0.99)} µs`);
}
