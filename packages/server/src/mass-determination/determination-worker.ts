// One thread of a pool: makes the rules ready once, then takes its share of each task.
import { parentPort, workerData } from 'node:worker_threads';
import {
  addTally,
  batchFor,
  type CheckedRules,
  checkRules,
  type DetermineAll,
  partsOf,
  type Simulate,
  simulationFor,
} from '@yimen/rules';
import { takePart } from './control.ts';
import { loadParts } from './load-part.ts';
import { redetermineRanges } from './redetermine-range.ts';
import type { BatchTask, Control, FromWorker, RulesSource, SimulationTask, TaskResult, ToWorker } from './task.ts';

const HOUSEHOLDS_PER_PART = 16_384;
const SIMULATIONS_KEPT = 4;

const rules = rulesOf(workerData);
const batches = new Map<string, DetermineAll>();
const simulations = new Map<string, Simulate>();

parentPort?.on('message', ({ task, control }: ToWorker) => {
  perform(task, control).then(
    (result) => say({ kind: 'done', result }),
    (error: Error & { code?: string }) => {
      const { message, stack = '', code } = error;
      say({ kind: 'failed', message, stack, ...(code === undefined ? {} : { code }) });
    },
  );
});
say({ kind: 'done', result: null });

async function perform(task: ToWorker['task'], control: Control): Promise<TaskResult> {
  switch (task.kind) {
    case 'batch':
      return determine(task, control);
    case 'simulation':
      return simulate(task, control);
    case 'load':
      return loadParts(rules, task, control, progress);
    case 'redetermination':
      return redetermineRanges(rules, task, control, progress);
  }
}

function determine(task: BatchTask, control: Control): null {
  const key = task.recorded.join(' ');
  const batch = batches.get(key) ?? batchFor(rules, task.recorded);
  batches.set(key, batch);
  const parts = partsOf(0, task.columns.size, HOUSEHOLDS_PER_PART);
  for (let part = takePart(control, parts); part; part = takePart(control, parts)) {
    batch({ ...task, ...part });
    progress(part.to - part.from);
  }
  return null;
}

function simulate(task: SimulationTask, control: Control): Float64Array | null {
  const key = `${task.draft?.id ?? ''} ${JSON.stringify(task.choice)}`;
  const simulation =
    simulations.get(key) ?? simulationFor(rules, task.draft ? rulesOf(task.draft.source) : rules, task.choice);
  simulations.set(key, simulation);
  // Drafts come and go; the oldest is forgotten.
  if (simulations.size > SIMULATIONS_KEPT) simulations.delete(simulations.keys().next().value ?? '');
  const parts = partsOf(0, task.columns.size, HOUSEHOLDS_PER_PART);
  let sum: Float64Array | null = null;
  for (let part = takePart(control, parts); part; part = takePart(control, parts)) {
    const tally = simulation({ ...task, ...part });
    if (sum) addTally(sum, tally);
    else sum = tally;
    progress(part.to - part.from);
  }
  return sum;
}

function progress(households: number): void {
  say({ kind: 'progress', households });
}

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function rulesOf({ set, on }: RulesSource): CheckedRules {
  const checked = checkRules(set, on);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}
