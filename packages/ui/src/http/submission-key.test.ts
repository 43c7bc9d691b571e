import { expect, test } from 'vitest';
import { lineProblem, problemFrom } from './problem.ts';
import { SubmissionKey } from './submission-key.ts';

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
