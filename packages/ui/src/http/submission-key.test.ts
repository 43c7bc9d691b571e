import { expect, test } from 'vitest';
import { lineProblem, problemFrom } from './problem.ts';
import { type PendingSubmission, SubmissionKey } from './submission-key.ts';

const CONTENT = { body: { amountFen: 100000 } };

test('a repeated submission after a broken line keeps its key', () => {
  const submission = new SubmissionKey();
  const key = submission.for(CONTENT);
  submission.settle(lineProblem());
  expect(submission.for(CONTENT)).toBe(key);
});

test('a failure inside the server keeps the key, because its outcome is unknown', () => {
  const submission = new SubmissionKey();
  const key = submission.for(CONTENT);
  submission.settle(problemFrom(500, undefined, 'r1'));
  expect(submission.for(CONTENT)).toBe(key);
});

test('changed content is a new submission', () => {
  const submission = new SubmissionKey();
  const key = submission.for(CONTENT);
  expect(submission.for({ body: { amountFen: 90000 } })).not.toBe(key);
});

test('a refusal ends the submission', () => {
  const submission = new SubmissionKey();
  const key = submission.for(CONTENT);
  submission.settle(problemFrom(409, { code: 'CAP_EXCEEDED' }, 'r1'));
  expect(submission.for(CONTENT)).not.toBe(key);
});

test('a success ends the submission', () => {
  const submission = new SubmissionKey();
  const key = submission.for(CONTENT);
  submission.settle();
  expect(submission.for(CONTENT)).not.toBe(key);
});

test('a page that is loaded again repeats the submission it had begun', () => {
  let kept: PendingSubmission | undefined;
  const memory = { read: () => kept, write: (pending: PendingSubmission | undefined) => (kept = pending) };
  const before = new SubmissionKey(memory);
  const key = before.for(CONTENT);
  before.settle(lineProblem());
  const after = new SubmissionKey(memory);
  expect(after.for(CONTENT)).toBe(key);
  after.settle();
  expect(kept).toBeUndefined();
});
