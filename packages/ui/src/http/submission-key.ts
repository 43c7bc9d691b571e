import { isProblem } from './problem.ts';
import { randomKey } from './random-key.ts';

/** What a submission writes down so that a reload of the page does not forget it. */
export interface PendingSubmission {
  readonly content: string;
  readonly key: string;
}

/** Where it is written down; for instance the storage of this visit. */
export interface SubmissionMemory {
  readonly read: () => PendingSubmission | undefined;
  readonly write: (pending: PendingSubmission | undefined) => void;
}

/**
 * One idempotency key per submission: pressing the button again with the same content after a broken
 * line repeats the key, so the server does the act once; changed content is a new submission.
 */
export class SubmissionKey {
  readonly #memory: SubmissionMemory | undefined;
  #pending: PendingSubmission | undefined;

  constructor(memory?: SubmissionMemory) {
    this.#memory = memory;
    this.#pending = memory?.read();
  }

  for(content: unknown): string {
    const written = writeContent(content);
    if (this.#pending?.content === written) return this.#pending.key;
    const key = randomKey();
    this.#keep({ content: written, key });
    return key;
  }

  /** Call it with the outcome: a definite answer ends the submission, an unknown one keeps the key. */
  settle(error?: unknown): void {
    if (error === undefined || isDefinite(error)) this.#keep(undefined);
  }

  #keep(pending: PendingSubmission | undefined): void {
    this.#pending = pending;
    this.#memory?.write(pending);
  }
}

const RETRY_STATUSES: readonly number[] = [401, 408, 425, 429];

function isDefinite(error: unknown): boolean {
  if (!isProblem(error)) return false;
  return error.status >= 400 && error.status < 500 && !RETRY_STATUSES.includes(error.status);
}

function writeContent(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    value instanceof File ? `${value.name}/${value.size}/${value.lastModified}` : value,
  );
}
