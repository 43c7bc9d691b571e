import { isProblem } from './problem.ts';

/**
 * One idempotency key per submission: pressing the button again with the same content after a broken
 * line repeats the key, so the server does the act once; changed content is a new submission.
 */
export class SubmissionKey {
  #content = '';
  #key = '';

  for(content: unknown): string {
    const written = writeContent(content);
    if (this.#key === '' || written !== this.#content) {
      this.#content = written;
      this.#key = crypto.randomUUID();
    }
    return this.#key;
  }

  /** Call it with the outcome: a definite answer ends the submission, an unknown one keeps the key. */
  settle(error?: unknown): void {
    if (error === undefined || isDefinite(error)) this.#key = '';
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
