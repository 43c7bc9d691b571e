import type { BatchInput, HouseholdColumns, PolicyRow, RuleSet, SimulationChoice } from '@yimen/rules';
import type { LoadTask } from './load-part.ts';
import type { RedeterminationTask } from './redetermine-range.ts';

/** What a worker needs to make the rules ready by itself: compiled code does not cross threads. */
export interface RulesSource {
  readonly set: RuleSet;
  readonly on: string;
}

export interface BatchTask extends Omit<BatchInput, 'from' | 'to' | 'resultsFrom'> {
  readonly kind: 'batch';
  readonly recorded: readonly string[];
  readonly unknownFacts: ReadonlySet<string>;
}

export interface SimulationTask {
  readonly kind: 'simulation';
  readonly columns: HouseholdColumns;
  readonly before: readonly PolicyRow[];
  readonly after: readonly PolicyRow[];
  readonly groupOf: Uint16Array;
  readonly unknownFacts: ReadonlySet<string>;
  readonly choice: SimulationChoice;
  /** The rules of a draft, compiled once for its id; left out when only figures change. */
  readonly draft?: { readonly id: string; readonly source: RulesSource };
}

/** Columns and results stand in shared memory, so a task is small however many households it is about. */
export type Task = BatchTask | SimulationTask | LoadTask | RedeterminationTask;

/** What one worker has to say when it is done; taken together by whoever asked. */
export type TaskResult = Float64Array | { readonly households: number; readonly differences: number } | null;

/** Shared by all workers of a task. */
export interface Control {
  /** Two cells: the next part nobody has taken, and 1 when everybody shall stop. */
  readonly cells: Int32Array;
}

export type ToWorker = { readonly task: Task; readonly control: Control };
export type FromWorker =
  | { readonly kind: 'progress'; readonly households: number }
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string; readonly code?: string };
