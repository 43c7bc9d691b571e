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
  const turns = openTurns<string>();
  const [first, second] = [work(), work()];
  const stopped = turns.take('clerk', 'four percent', first.run);
  const answered = turns.take('clerk', 'five percent', second.run);
  await expect(stopped).rejects.toMatchObject({ code: 'SIMULATION_SUPERSEDED' });
  second.end('figures');
  expect(await answered).toBe('figures');
});

test('what takes longer than a moment goes on, and whoever asks the same again gets it, once', async () => {
  const turns = openTurns<string>();
  const slow = work();
  expect(await turns.take('clerk', 'five percent', slow.run)).toBeUndefined();
  slow.end('figures');
  const never = () => Promise.reject(new Error('was begun again'));
  expect(await turns.take('clerk', 'five percent', never)).toBe('figures');
  expect(await turns.take('clerk', 'five percent', async () => 'newer figures')).toBe('newer figures');
});

test('somebody else is not stopped, and a failure stays what it is', async () => {
  const turns = openTurns<string>();
  const [one, other] = [work(), work()];
  const answers = [turns.take('clerk', 'same', one.run), turns.take('approver', 'same', other.run)];
  one.end('one');
  other.end('other');
  expect(await Promise.all(answers)).toEqual(['one', 'other']);
  const failing = turns.take('clerk', 'same', () => Promise.reject(new Error('no register')));
  await expect(failing).rejects.toThrow('no register');
  expect(await turns.take('clerk', 'same', async () => 'figures')).toBe('figures');
});

test('more than eight at once are sent away, and room comes back', async () => {
  const turns = openTurns<string>();
  const waiting = Array.from({ length: 8 }, work);
  const answers = waiting.map(({ run }, index) => turns.take(`caller ${index}`, 'same', run));
  await expect(turns.take('one too many', 'same', work().run)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  for (const { end } of waiting) end('done');
  await Promise.all(answers);
  expect(await turns.take('one too many', 'same', async () => 'now')).toBe('now');
});
