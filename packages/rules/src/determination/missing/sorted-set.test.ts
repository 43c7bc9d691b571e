import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithin, union } from './sorted-set.ts';

const anySet = fc.uniqueArray(fc.nat(12)).map((all) => all.sort((one, other) => one - other));

test('a union has what either has, in order and once, and is the one that has it all already', () => {
  fc.assert(
    fc.property(anySet, anySet, (one, other) => {
      const made = union(one, other);
      expect(made).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b));
      if (isWithin(other, one)) expect([one, other]).toContain(made);
    }),
  );
});

test('one set is within another when the other has all of it', () => {
  fc.assert(
    fc.property(anySet, anySet, (one, other) => {
      expect(isWithin(one, other)).toBe(one.every((value) => other.includes(value)));
      expect(isWithin(one, union(one, other))).toBe(true);
    }),
  );
});
