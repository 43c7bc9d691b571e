import {
  batchFor,
  checkRules,
  closuresFor,
  createResults,
  type FactValues,
  generatedFor,
  type HouseholdColumns,
  inspectColumns,
  type PolicyRow,
  type Results,
  type RuleSet,
  readFacts,
  readValue,
  rowFrom,
  type Values,
  valuesAt,
} from '@yimen/rules';
import { referenceHouseholds } from '../../packages/rules/testing/reference-households.ts';
import { REFERENCE_RULES, referenceParameters } from '../../packages/rules/testing/reference-rules.ts';
import { handWritten } from './hand-written.ts';

/** node bench/rules/measure.ts [households]: what the reference rules cost, beside a loop written by hand. */
const ON = '2026-03-01';
const PLACES = 18;
const count = Number(process.argv[2] ?? 1_000_000);

const rules = rulesOf(REFERENCE_RULES);
const standards = Array.from({ length: PLACES }, (_, place) => 70_000 + place * 1_500);
const rows = standards.map(rowAt);
const columns = referenceHouseholds(rules, count, PLACES);
const recorded = rules.determinations.flatMap(({ eligible, amount }) =>
  amount === null ? [eligible] : [eligible, amount],
);
const all = rules.variables.map(({ entry }) => entry.id);
const places = standards.map((standard) => ({ standard, tekunStandard: Math.round(standard * 1.3) }));
const today = rows[0]?.today ?? 0;

console.log(`${count} households, ${columns.offsets.person[count]} members, ${PLACES} places`);
const byHand = createResults(rules, columns, recorded);
const batched = createResults(rules, columns, recorded);
const everything = createResults(rules, columns, all);
const inspected = inspectColumns(rules, columns);
const unknownFacts = inspected.ok ? inspected.unknownFacts : new Set<string>();
const batch = batchFor(rules, recorded);
const recording = batchFor(rules, all);
const [floor = 0, time = 0, recordingTime = 0] = inTurn([
  ['hand-written loop', () => handWritten(rules, columns, places, today, byHand)],
  ['batch', () => batch({ columns, rows, results: batched, unknownFacts })],
  ['batch, every value recorded', () => recording({ columns, rows, results: everything, unknownFacts })],
  ['batch, columns inspected first', () => batch({ columns, rows, results: batched })],
]);
console.log(`batch ÷ hand-written: ${(time / floor).toFixed(2)}`);
console.log(`recording ÷ without: ${(recordingTime / time).toFixed(2)}`);
compare(byHand, batched);
compare(everything, batched);
measureUnknown();
const closures = closuresFor(rules);
const generated = generatedFor(rules);
measureOne('closures', ({ values, row }) => closures(values, row));
measureOne('generated', ({ values, row }) => generated(values, row));
measureOne('generated, facts read and checked first', ({ facts, row }) => {
  const read = readFacts(rules, facts);
  if (read.ok) generated(read.values, row);
});

function rulesOf(set: RuleSet) {
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function rowAt(standard: number): PolicyRow {
  const row = rowFrom(rules, ON, referenceParameters(standard));
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  return row.row;
}

/**
 * Milliseconds of this thread's processor time, of the fastest of fifteen runs each, one after the other in turn:
 * other work on the machine counts least so.
 */
function inTurn(works: readonly (readonly [string, () => void])[]): readonly number[] {
  const times = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 15; round += 1) {
    for (const [index, [, run]] of works.entries()) {
      const start = process.threadCpuUsage();
      run();
      const { user, system } = process.threadCpuUsage(start);
      times[index] = Math.min(times[index] ?? 0, (user + system) / 1000);
    }
  }
  for (const [index, [name]] of works.entries()) report(name, times[index] ?? 0);
  return times;
}

function report(name: string, time: number): void {
  console.log(`${name}: ${time.toFixed(1)} ms, ${Math.round(count / time).toLocaleString('en')} thousand households/s`);
}

function compare(one: Results, other: Results): void {
  for (const [id, column] of other) {
    const wrong = column.findIndex((value, index) => !Object.is(one.get(id)?.[index], value));
    if (wrong >= 0) throw new Error(`${id} differs at household ${wrong}`);
  }
  console.log('the same results for every household');
}

/** One fact of some members is not known. */
function measureUnknown(): void {
  const entry = rules.catalogue.entries.get('hasSupporter');
  const column = entry && columns.facts.person[entry.slot];
  if (!column) return;
  const kept = column.slice();
  for (let member = 0; member < column.length; member += 50) column[member] = 255;
  inTurn([['batch, one fact partly unknown', () => batch({ columns, rows, results: batched })]]);
  column.set(kept);
}

type Sample = ReturnType<typeof sampleAt>;

/** One household after another, as at a window; the middle and the slowest hundredth. */
function measureOne(name: string, work: (sample: Sample) => void): void {
  const sample = Array.from({ length: 20_000 }, (_, index) => sampleAt(columns, (index * 37) % count));
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const one of sample) {
      const start = performance.now();
      work(one);
      if (round === 4) times.push(performance.now() - start);
    }
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => ((times[Math.floor(times.length * share)] ?? 0) * 1000).toFixed(2);
  console.log(`one determination, ${name}, every value recorded: p50 ${at(0.5)} µs, p99 ${at(0.99)} µs`);
}

function sampleAt(from: HouseholdColumns, household: number) {
  const row = rows[from.rowOf[household] ?? 0];
  if (!row) throw new Error(`there is no row of household ${household}`);
  const values = valuesAt(rules, from, household);
  const facts = {
    household: factsOf('household', values, 0),
    members: values.person.map((_, index) => factsOf('person', values, index)),
  };
  return { values, facts, row };
}

function factsOf(on: 'household' | 'person', values: Values, index: number): FactValues {
  const entries = rules.catalogue.slots[on].filter(({ isFact }) => isFact);
  return Object.fromEntries(entries.map(({ id }) => [id, readValue(rules, values, id, index)]));
}
