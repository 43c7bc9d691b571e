import type { TaskView, Words } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';

type TaskAsked = Pick<TaskView, 'id' | 'kind' | 'state'>;

/** What must come before a task, by its id: the business it belongs to knows, and looks only where one can need it. */
export type AskTaskHints = (tx: Tx, tasks: readonly TaskAsked[]) => Promise<ReadonlyMap<string, Words>>;
