import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  all,
  arithmetic,
  choose,
  compare,
  constant,
  dateOperation,
  divide,
  fold,
  isConstant,
  listed,
  logic,
  lookup,
  not,
  truth,
} from './build.ts';
import { type ArithmeticOperator, type Core, coreParts, ROUNDINGS, someCore } from './core.ts';
import { findExcess, LARGEST_EXACT, LARGEST_GROUP } from './range.ts';
import { divideWhole } from './rounding.ts';

function aRead(low: number, high: number): Core {
  return { op: 'read', slot: 0, of: 'household', isFlag: false, size: 1, low, high };
}
const aFlag: Core = { op: 'read', slot: 1, of: 'household', isFlag: true, size: 1, low: 0, high: 1 };

function everyOne({ low, high }: Core): readonly number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

function spanOf(values: readonly number[]) {
  return { low: Math.min(...values) + 0, high: Math.max(...values) + 0 };
}

const COMPUTED: Readonly<Record<ArithmeticOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  least: Math.min,
  greatest: Math.max,
};
const OPERATORS = ['+', '-', '*', 'least', 'greatest'] as const satisfies readonly ArithmeticOperator[];

const anyRange = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.nat({ max: 5 }))
  .map(([low, more]) => aRead(low, low + more));
const anyDivisor = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.nat({ max: 4 }))
  .map(([low, more]) => aRead(low, low + more));

describe('the range of a part holds every result it can have, and no more', () => {
  test('of arithmetic', () => {
    fc.assert(
      fc.property(fc.constantFrom(...OPERATORS), anyRange, anyRange, (operator, left, right) => {
        const results = everyOne(left).flatMap((one) => everyOne(right).map((two) => COMPUTED[operator](one, two)));
        const { low, high } = arithmetic(operator, left, right);
        expect({ low, high }).toEqual(spanOf(results));
      }),
    );
  });

  test('of a division', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROUNDINGS), anyRange, anyDivisor, (rounding, left, right) => {
        const results = everyOne(left).flatMap((one) => everyOne(right).map((two) => divideWhole(rounding, one, two)));
        const { low, high } = divide(rounding, left, right);
        expect({ low, high }).toEqual(spanOf(results));
      }),
    );
  });

  test('of a choice', () => {
    expect(choose(aFlag, aRead(3, 9), aRead(-2, 5))).toMatchObject({ low: -2, high: 9, isFlag: false });
    expect(choose(aFlag, aRead(-2, 5), aRead(3, 9))).toMatchObject({ low: -2, high: 9 });
    expect(choose(aFlag, aFlag, truth(true))).toMatchObject({ low: 0, high: 1, isFlag: true });
  });

  test('of a sum: over at least one member, over any number of events, over those for whom something holds', () => {
    const sumOf = (body: Core, over: 'person' | 'event', condition: Core | null = null) => {
      const { low, high, isFlag } = fold('sum', { over, loop: 0, condition, body });
      return { low, high, isFlag };
    };
    const many = LARGEST_GROUP;
    expect(sumOf(aRead(2, 5), 'person')).toEqual({ low: 2, high: 5 * many, isFlag: false });
    expect(sumOf(aRead(-5, -2), 'person')).toEqual({ low: -5 * many, high: -2, isFlag: false });
    expect(sumOf(aRead(-5, 3), 'person')).toEqual({ low: -5 * many, high: 3 * many, isFlag: false });
    expect(sumOf(aRead(2, 5), 'person', aFlag)).toEqual({ low: 0, high: 5 * many, isFlag: false });
    expect(sumOf(aRead(-5, -2), 'person', aFlag)).toEqual({ low: -5 * many, high: 0, isFlag: false });
    expect(sumOf(aRead(2, 5), 'event')).toEqual({ low: 0, high: 5 * many, isFlag: false });
  });

  test('of the least, the greatest and some', () => {
    const of = { over: 'person', loop: 0, condition: null, body: aRead(2, 5) } as const;
    expect(fold('least', of)).toMatchObject({ low: 2, high: 5, isFlag: false, fold: 'least' });
    expect(fold('greatest', of)).toMatchObject({ low: 2, high: 5, isFlag: false, fold: 'greatest' });
    expect(fold('some', { ...of, body: aFlag })).toMatchObject({ low: 0, high: 1, isFlag: true, fold: 'some' });
  });

  test('of a cell and a date, as they are given', () => {
    const of = { table: 0, loop: 0, condition: aFlag, column: 1 };
    expect(lookup(of, aRead(3, 9))).toMatchObject({ low: 3, high: 9, isFlag: false, op: 'lookup', ...of });
    expect(lookup(of, aFlag)).toMatchObject({ isFlag: true });
    expect(dateOperation('addDays', aRead(0, 9), aRead(0, 9), { low: 1, high: 2 })).toMatchObject({ low: 1, high: 2 });
  });

  test('of yes and no', () => {
    const flags = [
      ...[truth(true), truth(false), compare('<', aRead(0, 9), aRead(0, 9)), logic('and', aFlag, aFlag)],
      ...[not(aFlag), listed(0, aRead(0, 9))],
    ];
    for (const flag of flags) expect(flag).toMatchObject({ low: 0, high: 1, isFlag: true });
    expect([truth(true), truth(false)]).toMatchObject([{ value: 1 }, { value: 0 }]);
  });
});

describe('what cannot be computed exactly is refused', () => {
  const half = (LARGEST_EXACT - 1) / 2;

  test('a result beyond 2^53, above or below', () => {
    expect(arithmetic('+', aRead(0, half), aRead(0, half + 1)).high).toBe(LARGEST_EXACT);
    expect(() => arithmetic('+', aRead(0, half + 1), aRead(0, half + 1))).toThrow('TOO_LARGE');
    expect(() => arithmetic('-', aRead(-half, 0), aRead(0, half + 2))).toThrow('TOO_LARGE: ["9.01e+15"]');
    expect(() => fold('sum', { over: 'person', loop: 0, condition: null, body: aRead(0, half) })).toThrow('TOO_LARGE');
    expect(() => fold('sum', { over: 'person', loop: 0, condition: null, body: aRead(-half, 0) })).toThrow('TOO_LARGE');
  });

  test('twice the figures, where a division rounds to the half', () => {
    for (const rounding of ['half up', 'half down'] as const) {
      expect(divide(rounding, aRead(0, half - 2), aRead(2, 2)).high).toBeGreaterThan(0);
      expect(() => divide(rounding, aRead(0, half - 1), aRead(2, 2))).toThrow('TOO_LARGE');
      expect(() => divide(rounding, aRead(1 - half, 0), aRead(2, 2))).toThrow('TOO_LARGE');
      expect(() => divide(rounding, aRead(0, 5), aRead(2, half - 5))).not.toThrow();
      expect(() => divide(rounding, aRead(0, 5), aRead(2, half - 4))).toThrow('TOO_LARGE');
    }
    expect(divide('up', aRead(0, half), aRead(2, 2)).high).toBe((half + 1) / 2);
  });

  test('a divisor that can be nought or less', () => {
    expect(() => divide('floor', aRead(0, 9), aRead(0, 9))).toThrow('DIVISOR: ["0"]');
    expect(() => divide('floor', aRead(0, 9), aRead(-3, 9))).toThrow('DIVISOR: ["-3"]');
    expect(() => divide('floor', aRead(0, 9), constant(0))).toThrow('DIVISOR');
  });

  test('the furthest from nought is what is told', () => {
    expect(findExcess({ low: -LARGEST_EXACT, high: LARGEST_EXACT })).toBeUndefined();
    expect(findExcess({ low: 0, high: LARGEST_EXACT + 1 })).toBe(LARGEST_EXACT + 1);
    expect(findExcess({ low: -LARGEST_EXACT - 1, high: 5 })).toBe(LARGEST_EXACT + 1);
  });

  test('more than 5,000 parts, wherever they stand', () => {
    const large: Core = { ...aRead(0, 1), size: 4_997 };
    const flags: Core = { ...aFlag, size: 4_997 };
    const one = aRead(0, 1);
    const of = { over: 'person', loop: 0 } as const;
    const makers: readonly (readonly [number, (part: Core, flag: Core) => Core])[] = [
      [2, (part) => arithmetic('+', one, part)],
      [2, (part) => divide('floor', part, aRead(1, 2))],
      [2, (part) => compare('<', part, one)],
      [2, (_, flag) => logic('or', aFlag, flag)],
      [1, (_, flag) => not(flag)],
      [3, (part) => choose(aFlag, one, part)],
      [2, (part) => fold('sum', { ...of, condition: aFlag, body: part })],
      [1, (part) => fold('least', { ...of, condition: null, body: part })],
      [2, (_, flag) => fold('some', { ...of, condition: flag, body: aFlag })],
      [2, (part) => dateOperation('addDays', part, one, { low: 0, high: 1 })],
      [1, (part) => listed(0, part)],
      [1, (_, flag) => lookup({ table: 0, loop: 0, condition: flag, column: 0 }, one)],
    ];
    for (const [more, make] of makers) {
      const size = (by: number) => make({ ...large, size: large.size + by }, { ...flags, size: flags.size + by }).size;
      expect(size(3 - more)).toBe(5_000);
      expect(() => size(4 - more)).toThrow('TOO_COMPLEX: ["5000"]');
    }
  });
});

describe('what is made', () => {
  test('once is as it is: a factor or divisor of 1 takes no step', () => {
    const read = aRead(2, 5);
    expect(arithmetic('*', constant(1), read)).toBe(read);
    expect(arithmetic('*', read, constant(1))).toBe(read);
    expect(divide('half up', read, constant(1))).toBe(read);
    expect(arithmetic('+', constant(1), read)).toMatchObject({ op: 'arithmetic', operator: '+', size: 3 });
    expect(arithmetic('-', read, constant(1))).toMatchObject({ op: 'arithmetic', operator: '-' });
    expect(isConstant(constant(2), 1)).toBe(false);
    expect(isConstant(aRead(1, 1), 1)).toBe(false);
  });

  test('of several conditions is one, and of none is nothing', () => {
    expect(all([])).toBeNull();
    expect(all([aFlag])).toBe(aFlag);
    const [first, second, third] = [truth(true), aFlag, truth(false)];
    expect(all([first, second, third])).toEqual(logic('and', logic('and', first, second), third));
  });

  test('is made of its parts', () => {
    const [one, two] = [aRead(1, 2), aRead(3, 4)];
    const of = { over: 'person', loop: 0, body: two } as const;
    const lookedUp = lookup({ table: 0, loop: 0, condition: aFlag, column: 0 }, one);
    expect(coreParts(constant(1))).toEqual([]);
    expect(coreParts(one)).toEqual([]);
    for (const made of [arithmetic('+', one, two), divide('up', one, two), compare('<', one, two)]) {
      expect(coreParts(made)).toEqual([one, two]);
    }
    expect(coreParts(dateOperation('addDays', one, two, one))).toEqual([one, two]);
    expect(coreParts(logic('or', aFlag, truth(true)))).toEqual([aFlag, truth(true)]);
    expect(coreParts(not(aFlag))).toEqual([aFlag]);
    expect(coreParts(choose(aFlag, one, two))).toEqual([aFlag, one, two]);
    expect(coreParts(fold('sum', { ...of, condition: null }))).toEqual([two]);
    expect(coreParts(fold('sum', { ...of, condition: aFlag }))).toEqual([aFlag, two]);
    expect(coreParts(lookedUp)).toEqual([aFlag]);
    expect(coreParts(listed(0, one))).toEqual([one]);
    const deep = arithmetic('+', one, divide('up', two, aRead(7, 8)));
    expect(someCore(deep, ({ low }) => low === 7)).toBe(true);
    expect(someCore(deep, ({ low }) => low === 9)).toBe(false);
    expect(someCore(one, ({ low }) => low === 1)).toBe(true);
  });
});
