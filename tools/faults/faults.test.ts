import { expect, test } from 'vitest';
import { runRounds } from './run-rounds.ts';

test('api, worker and database killed under load: nothing lost, nothing twice', { timeout: 300_000 }, async () => {
  const lines: string[] = [];
  const { faults, acknowledged, errors } = await runRounds(1, (line) => lines.push(line));
  expect(faults, [...lines, ...errors].join('\n')).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
});
