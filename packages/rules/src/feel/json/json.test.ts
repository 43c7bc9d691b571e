import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateFeel } from '../evaluate-feel.ts';
import { valueFromJson } from './read-json.ts';
import { jsonFromValue } from './write-json.ts';

test.each([
  ['1.50', { ok: true, type: 'number', value: 1.5 }],
  ['1/3', { ok: true, type: 'number', value: { '@type': 'number', value: '0.3333333333333333333333333333333333' } }],
  ['9007199254740993', { ok: true, type: 'number', value: { '@type': 'number', value: '9007199254740993' } }],
  ['"a"', { ok: true, type: 'string', value: 'a' }],
  ['null', { ok: true, type: 'null', value: null }],
  [
    '@"P1Y"',
    { ok: true, type: 'years and months duration', value: { '@type': 'years and months duration', value: 'P1Y' } },
  ],
  ['[@"2026-03-01", 1]', { ok: true, type: 'list', value: [{ '@type': 'date', value: '2026-03-01' }, 1] }],
  ['{"@type": "date"}', { ok: true, type: 'context', value: { '@type': 'context', value: { '@type': 'date' } } }],
  ['function(a, b) a', { ok: true, type: 'function', value: { '@type': 'function', value: 'function(a, b)' } }],
])('%s is printed as %j', (expression, expected) => {
  expect(evaluateFeel({ expression })).toEqual(expected);
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.constantFrom(
      { '@type': 'number', value: '0.1234567890123456789012345678901234' },
      { '@type': 'date', value: '2026-03-01' },
      { '@type': 'time', value: '10:00:00.5@Asia/Shanghai' },
      { '@type': 'date and time', value: '-0001-03-01T10:00:00-02:45:55' },
      { '@type': 'days and time duration', value: '-P1DT2H' },
      { '@type': 'years and months duration', value: 'P1Y2M' },
      { '@type': 'range', start: 1, 'start included': true, end: null, 'end included': false },
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 5 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('what is read is written back the same', () => {
  fc.assert(
    fc.property(json, (given) => {
      // Through text, as a file would come.
      const read = JSON.parse(JSON.stringify(given)) as unknown;
      expect(JSON.parse(JSON.stringify(jsonFromValue(valueFromJson(read))))).toEqual(read);
    }),
    { numRuns: 500 },
  );
});
