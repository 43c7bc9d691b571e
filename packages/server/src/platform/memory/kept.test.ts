import { expect, test } from 'vitest';
import { keep } from './kept.ts';

const LONG = { most: 2, restMs: 60_000 };

test('what is asked for by several at once is made once, and kept', async () => {
  const kept = keep<string, number>(LONG);
  let made = 0;
  const make = async () => {
    made += 1;
    return made;
  };
  expect(await Promise.all([kept.get('a', make), kept.get('a', make)])).toEqual([1, 1]);
  expect(await kept.get('a', make)).toBe(1);
});

test('the one used longest ago is dropped when there are too many', async () => {
  const dropped: string[] = [];
  const kept = keep<string, string>({ ...LONG, drop: async (one) => void dropped.push(one) });
  for (const name of ['a', 'b', 'a', 'c']) await kept.get(name, async () => name);
  await kept.clear();
  expect(dropped).toEqual(['b', 'a', 'c']);
});

test('what failed is made anew for the next one', async () => {
  const kept = keep<string, string>(LONG);
  await expect(kept.get('a', () => Promise.reject(new Error('no thread')))).rejects.toThrow('no thread');
  expect(await kept.get('a', async () => 'made')).toBe('made');
});
