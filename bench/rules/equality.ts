import { Worker } from 'node:worker_threads';
import { type HouseholdColumns, partsOf } from '@yimen/rules';
import { createControl, stop } from '../../packages/server/src/mass-determination/control.ts';
import { unknownIn } from './batch-speed.ts';
import { type Figure, figure } from './figures.ts';
import type { KeptState } from './kept-state.ts';
import type { Subject } from './subject.ts';

/** What one thread compares: its share of the parts. */
export interface EqualityTask {
  readonly source: Subject['source'];
  readonly rows: Subject['rows'];
  readonly parameters: Subject['parameters'];
  readonly columns: HouseholdColumns;
  readonly unknownFacts: ReadonlySet<string>;
  readonly parts: readonly EqualityPart[];
  readonly control: ReturnType<typeof createControl>;
}

export interface EqualityPart {
  readonly from: number;
  readonly to: number;
}

export interface PartCompared extends EqualityPart {
  readonly values: number;
  /** The first few, in words. */
  readonly differences: readonly string[];
}

const HOUSEHOLDS_PER_PART = 5_000;
const THREADS = 2;

/**
 * Every value of every household by batch, generated code, closures and the slow interpreter of FEEL. Parts that were
 * compared before are not compared again when the run is resumed.
 */
export async function compareAll(
  subject: Subject,
  columns: HouseholdColumns,
  kept: KeptState,
): Promise<readonly Figure[]> {
  const { name, source, rows, parameters } = subject;
  const unknownFacts = unknownIn(subject, columns);
  const done = kept.parts(name);
  const parts = partsOf(0, columns.size, HOUSEHOLDS_PER_PART).filter(
    (part) => !done.some(({ from }) => from === part.from),
  );
  const control = createControl();
  const start = performance.now();
  const compared = done.reduce((sum, { from, to }) => sum + to - from, 0);
  let households = compared;
  const take = (part: PartCompared) => {
    kept.keepPart(name, part);
    households += part.to - part.from;
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(
      `\r  ${name}: ${households.toLocaleString('en')} of ${columns.size.toLocaleString('en')} households compared, ${seconds.toFixed(0)} s `,
    );
    if (part.differences.length > 0) stop(control);
  };
  const task: EqualityTask = { source, rows, parameters, columns, unknownFacts, parts, control };
  await Promise.all(Array.from({ length: THREADS }, () => runThread(task, take)));
  process.stdout.write('\n');
  const all = kept.parts(name);
  const differences = all.flatMap((part) => part.differences);
  if (differences.length > 0) throw new Error(`the ways of determining differ:\n${differences.join('\n')}`);
  const values = all.reduce((sum, part) => sum + part.values, 0);
  return [
    figure(
      name,
      'equal: batch, generated code, closures, slow interpreter of FEEL, every value of every household',
      `${values.toLocaleString('en')} values of ${columns.size.toLocaleString('en')} households, no difference`,
      { text: 'no difference', isKept: true },
    ),
  ];
}

function runThread(task: EqualityTask, take: (part: PartCompared) => void): Promise<void> {
  const worker = new Worker(new URL('./equality-worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the comparing thread ended (${code})`))));
  });
}
