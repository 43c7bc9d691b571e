// One thread of the comparison: the same households by every way of determining.
import { parentPort, workerData } from 'node:worker_threads';
import {
  batchFor,
  type CheckedRules,
  checkRules,
  closuresFor,
  createRoom,
  generatedFor,
  instructionsFor,
  largestOf,
  numberIn,
  storageOf,
  type Values,
  valuesAt,
} from '@yimen/rules';
import { determineSlowly } from '../../packages/rules/testing/slow-determination.ts';
import { takePart } from '../../packages/server/src/mass-determination/control.ts';
import type { EqualityPart, EqualityTask, PartCompared } from './equality.ts';
import { factsAt } from './one-household.ts';
import { slowNumber } from './slow-number.ts';

const task: EqualityTask = workerData;
const { columns, rows, parameters } = task;
const rules = rulesOf();
const ids = rules.variables.map(({ entry }) => entry.id);
const room = createRoom(rules, largestOf(columns, task.parts), ids);
const batch = batchFor(rules, ids);
const generated = generatedFor(rules);
const closures = closuresFor(rules);
const instructions = instructionsFor(rules);
const SHOWN = 5;

for (let part = takePart(task.control, task.parts); part; part = takePart(task.control, task.parts)) {
  parentPort?.postMessage(compare(part));
}

function rulesOf(): CheckedRules {
  const checked = checkRules(task.source.set, task.source.on);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function compare(part: EqualityPart): PartCompared {
  batch({ columns, rows, results: room, unknownFacts: task.unknownFacts, ...part, resultsFrom: part.from });
  const differences: string[] = [];
  let values = 0;
  for (let household = part.from; household < part.to; household += 1) {
    const row = rows[columns.rowOf[household] ?? 0];
    if (!row) throw new Error(`household ${household} has no row`);
    const one = valuesAt(rules, columns, household);
    const [other, third] = [copyOf(one), copyOf(one)];
    const slow = determineSlowly(rules, factsAt(rules, one), parameters[columns.rowOf[household] ?? 0] ?? new Map());
    generated(one, row);
    closures(other, row);
    instructions(third, row);
    for (const { entry } of rules.variables) {
      const own = elementsOf(one, entry.on);
      for (let index = 0; index < own.length; index += 1) {
        values += 1;
        const column = room.columns.get(entry.id);
        const at = positionOf(entry.on, household, index, part.from);
        const found = [
          column ? numberIn(column, storageOf(entry.range), at) : Number.NaN,
          own[index]?.[entry.slot] ?? Number.NaN,
          elementsOf(other, entry.on)[index]?.[entry.slot] ?? Number.NaN,
          elementsOf(third, entry.on)[index]?.[entry.slot] ?? Number.NaN,
        ];
        const names = entry.on === 'household' ? slow.household : slow[entry.on][index];
        found.push(slowNumber(rules, entry, names?.get(entry.id) ?? null));
        if (found.every((value) => Object.is(value, found[0]))) continue;
        if (differences.length < SHOWN)
          differences.push(`${entry.id} of household ${household}, ${index}: ${found.join(', ')}`);
      }
    }
  }
  return { ...part, values, differences };
}

function copyOf({ household, person, event }: Values): Values {
  return {
    household: household.slice(),
    person: person.map((one) => one.slice()),
    event: event.map((one) => one.slice()),
  };
}

function elementsOf(values: Values, on: 'household' | 'person' | 'event'): readonly Float64Array[] {
  return on === 'household' ? [values.household] : values[on];
}

function positionOf(on: 'household' | 'person' | 'event', household: number, index: number, from: number): number {
  if (on === 'household') return household - from;
  return (columns.offsets[on][household] ?? 0) - (columns.offsets[on][from] ?? 0) + index;
}
