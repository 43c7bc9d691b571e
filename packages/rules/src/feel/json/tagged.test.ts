import { expect, test } from 'vitest';
import { askFeel } from '../../../testing/ask-feel.ts';

test.each([
  [{ '@type': 'number', value: '1.50' }, '1.5'],
  [{ '@type': 'date', value: '2026-03-01' }, '@"2026-03-01"'],
  [{ '@type': 'time', value: '10:00:00' }, '@"10:00:00"'],
  [{ '@type': 'date and time', value: '2026-03-01T10:00:00Z' }, '@"2026-03-01T10:00:00Z"'],
  [{ '@type': 'days and time duration', value: 'P1D' }, '@"P1D"'],
  [{ '@type': 'years and months duration', value: 'P1M' }, '@"P1M"'],
  [{ '@type': 'days and time duration', value: 'P1M' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'years and months duration', value: 'P1D' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'years and months duration', value: 'x' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'date', value: '10:00:00' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'time', value: '2026-03-01' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'date and time', value: 'x' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'number', value: 'x' }, 'refused BAD_NUMBER'],
  [{ '@type': 'number', value: 1 }, 'refused BAD_CONTEXT'],
  [{ '@type': 'number' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'function', value: 'function()' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'string', value: 'a' }, 'refused BAD_CONTEXT'],
  [{ '@type': 1, value: 'a' }, 'refused BAD_CONTEXT'],
  [{ '@type': null, value: 'a' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'context', value: { '@type': 1 } }, '1'],
  [{ '@type': 'context', value: [1] }, 'refused BAD_CONTEXT'],
  [{ '@type': 'context', value: null }, 'refused BAD_CONTEXT'],
  [{ '@type': 'context', value: 'x' }, 'refused BAD_CONTEXT'],
  [{ '@type': 'other', value: { a: 1 } }, 'refused BAD_CONTEXT'],
  [{ '@type': 'range', start: 1, 'start included': true, end: 2 }, 'refused BAD_CONTEXT'],
  [{ '@type': 'range', start: 1, 'start included': 'yes', end: 2, 'end included': true }, 'refused BAD_CONTEXT'],
  [{ '@type': 'range', start: 1, end: 2 }, 'refused BAD_CONTEXT'],
  [Number.POSITIVE_INFINITY, 'refused BAD_NUMBER'],
  [() => 1, 'refused BAD_CONTEXT'],
  ['\ud800', 'refused BAD_CONTEXT'],
  [{ '\ud800': 1 }, 'refused BAD_CONTEXT'],
  ['2026-03-01', '"2026-03-01"'],
])('%j is read as %s', (a, expected) => {
  const read = typeof a === 'object' && '@type' in a && a['@type'] === 'context' ? 'get value(a, "@type")' : 'a';
  expect(askFeel(expected === '1' ? read : 'a', { context: { a } })).toBe(expected);
});

test('a range has its ends, open where they are left out', () => {
  const context = { r: { '@type': 'range', start: 1, 'start included': true, end: 5, 'end included': false } };
  expect(askFeel('[r.start, r.end, r.start included, r.end included]', { context })).toBe('[1, 5, true, false]');
  const open = { r: { '@type': 'range', 'start included': false, end: 5, 'end included': true } };
  expect(askFeel('[r.start, r.end, r.start included, r.end included]', { context: open })).toBe(
    '[null, 5, false, true]',
  );
});

test('facts are a context, and the time a date and time', () => {
  expect(askFeel('1', { context: [] })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { context: 'a' })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { context: { '@type': 'date', value: '2026-03-01' } })).toBe('refused BAD_CONTEXT');
  expect(askFeel('1', { now: 'yesterday' })).toBe('refused BAD_CONTEXT');
});

test('numbers in facts keep all their digits', () => {
  expect(askFeel('a + b', { context: { a: 0.1, b: 0.2 } })).toBe('0.3');
  expect(askFeel('a', { context: { a: 1e300 } })).toBe('1e+300');
  expect(askFeel('a', { context: { a: -0 } })).toBe('0');
});
