import { expect, test } from 'vitest';
import { dueMoment } from './due-moment.ts';

test('a limit that ends at midnight in Shanghai is told by its last day', () => {
  expect(dueMoment('2026-03-05T16:00:00.000Z')).toEqual({ date: '2026-03-05' });
});

test('a limit in hours is told by its minute', () => {
  expect(dueMoment('2026-03-05T15:59:00.000Z')).toEqual({ instant: '2026-03-05T15:59:00.000Z' });
});
