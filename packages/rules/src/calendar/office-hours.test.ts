import { expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { officialCalendar as calendar } from '../../testing/official-calendar.ts';
import { isOfficeHours } from './office-hours.ts';

const policy = policyOf(
  aParameter('window.hours', 'table', [
    { opens: '08:00', closes: '12:00' },
    { opens: '14:30', closes: '17:30' },
  ]),
);

test.each([
  ['2026-03-02T00:00:00Z', true, 'Monday 08:00 in China'],
  ['2026-03-01T23:59:00Z', false, 'Monday 07:59'],
  ['2026-03-02T04:00:00Z', false, 'noon'],
  ['2026-03-02T06:29:00Z', false, '14:29'],
  ['2026-03-02T06:30:00Z', true, '14:30'],
  ['2026-03-02T09:30:00Z', false, '17:30'],
  ['2026-02-14T02:00:00Z', true, 'a worked Saturday'],
  ['2026-02-16T02:00:00Z', false, 'Spring Festival'],
])('the window at %s is open: %s (%s)', (at, open) => {
  expect(isOfficeHours(at, policy, calendar)).toBe(open);
});

test('unknown hours are not guessed', () => {
  expect(isOfficeHours('2026-03-02T02:00:00Z', policyOf(), calendar)).toBeUndefined();
});

test.each(['25:00', '24:60', 'at 08:00', '08:00 sharp', '8:00'])('hours that open at “%s” are none', (opens) => {
  const policy = policyOf(aParameter('window.hours', 'table', [{ opens, closes: '23:59' }]));
  expect(isOfficeHours('2026-03-02T15:30:00Z', policy, calendar)).toBe(false);
});

test('a window may be open to the end of the day', () => {
  const policy = policyOf(aParameter('window.hours', 'table', [{ opens: '20:00', closes: '24:00' }]));
  expect(isOfficeHours('2026-03-02T15:59:00Z', policy, calendar)).toBe(true);
});
