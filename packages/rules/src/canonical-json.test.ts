import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('the order in which keys were written does not show, that of a list does', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: '低保' } })).toBe('{"a":{"c":"低保","d":null},"b":[2,1]}');
});

test('keys stand in the order of their UTF-16 units, as RFC 8785 has it', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
  expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 'x'])))))).toEqual(
    ['1', ...sorted.filter((key) => key !== '1')], // an index always comes first when an object is read
  );
  expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}');
});

test('what is left out and what is undefined are the same', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
});

test('numbers are written in one way, and what is no number is refused', () => {
  expect(canonicalJson([-0, 1e21, 0.5, 863.0])).toBe('[0,1e+21,0.5,863]');
  expect(() => canonicalJson({ amount: Number.NaN })).toThrow('NaN');
});
