import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

/** Runs until it is stopped, or told to end. */
function work() {
  const end = Promise.withResolvers<string>();
  const run = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => end.reject(signal.reason));
    return end.promise;
  };
  return { run, end: end.resolve };
}

test('of one caller only the last question counts; the one before is told so', async () => {
  const turns = openTurns();
  const [first, second] = [work(), work()];
  const stopped = turns.take('clerk', first.run);
  const answered = turns.take('clerk', second.run);
  await expect(stopped).rejects.toMatchObject({ code: 'SIMULATION_SUPERSEDED' });
  second.end('figures');
  expect(await answered).toBe('figures');
});

test('somebody else is not stopped, and a failure stays what it is', async () => {
  const turns = openTurns();
  const [one, other] = [work(), work()];
  const answers = [turns.take('clerk', one.run), turns.take('approver', other.run)];
  await nextTurn();
  one.end('one');
  other.end('other');
  expect(await Promise.all(answers)).toEqual(['one', 'other']);
  const failing = turns.take('clerk', () => Promise.reject(new Error('no register')));
  await expect(failing).rejects.toThrow('no register');
});

test('more than eight at once are sent away, and room comes back', async () => {
  const turns = openTurns();
  const waiting = Array.from({ length: 8 }, work);
  const answers = waiting.map(({ run }, index) => turns.take(`caller ${index}`, run));
  await expect(turns.take('one too many', work().run)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  for (const { end } of waiting) end('done');
  await Promise.all(answers);
  expect(await turns.take('one too many', async () => 'now')).toBe('now');
});
