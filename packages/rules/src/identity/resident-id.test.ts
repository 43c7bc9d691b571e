import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumberOf } from '../calendar/plain-date.ts';
import { fakeResidentId } from './fake-resident-id.ts';
import { checkCharacter, parseResidentId } from './resident-id.ts';

const TODAY = '2026-11-21';
const man = fakeResidentId({ birthDate: '1966-11-22', sex: 'male', serial: 3 });

function withX(): string {
  for (let serial = 0; serial < 500; serial += 1) {
    const number = fakeResidentId({ birthDate: '1990-01-01', sex: 'female', serial });
    if (number.endsWith('X')) return number;
  }
  throw new Error('no number ends with X');
}

function problemOf(text: string): string | undefined {
  const parsed = parseResidentId(text, TODAY);
  return parsed.valid ? undefined : parsed.problem;
}

describe('GB 11643 resident ID numbers', () => {
  test('birthday, sex and region are read; an unknown region only warns', () => {
    expect(parseResidentId(man, TODAY)).toEqual({
      valid: true,
      number: man,
      bornOn: '1966-11-22',
      sex: 'male',
      regionCode: '999999',
      regionDoubtful: true,
    });
  });

  test('people type them in many ways', () => {
    const x = withX();
    const wide = [...x].map((one) => (one === 'X' ? 'Ｘ' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join('');
    const spaced = `${x.slice(0, 6)} ${x.slice(6, 14)}\u3000${x.slice(14)}\u200b\ufeff`;
    for (const typed of [x.toLowerCase(), wide, spaced, ` ${x}\n`]) {
      expect(parseResidentId(typed, TODAY)).toMatchObject({ valid: true, number: x });
    }
  });

  test('the old 15 digits become 18', () => {
    const old = man.slice(0, 6) + man.slice(8, 17);
    expect(old).toHaveLength(15);
    expect(parseResidentId(old, TODAY)).toMatchObject({ valid: true, number: man });
  });

  test.each([
    ['', 'empty'],
    ['\u200b ', 'empty'],
    ['99999919661122', 'length'],
    [`${man}1`, 'length'],
    [man.replace('9', 'A'), 'characters'],
    [`X${man.slice(1)}`, 'characters'],
    ['١٢٣', 'characters'],
    [`${man.slice(0, 17)}X1`, 'characters'],
    [`${man.slice(0, 16)}${man[16] === '3' ? '5' : '3'}${man.slice(17)}`, 'checksum'],
    [`${man.slice(0, 10)}0230${man.slice(14)}`, 'date'],
    [`${man.slice(0, 6)}20270101${man.slice(14)}`, 'future'],
  ])('%s is refused: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('property: every fake number is valid, and one changed digit is noticed', () => {
    const birth = fc.integer({ min: dayNumberOf('1920-01-01'), max: dayNumberOf(TODAY) }).map(dateOfDayNumber);
    const person = fc.record({
      birthDate: birth,
      sex: fc.constantFrom('male' as const, 'female' as const),
      serial: fc.integer({ min: 0, max: 499 }),
    });
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (one, place, step) => {
        const number = fakeResidentId(one);
        expect(parseResidentId(number, TODAY)).toMatchObject({ valid: true, bornOn: one.birthDate, sex: one.sex });
        const digit = (Number(number[place]) + step) % 10;
        expect(problemOf(number.slice(0, place) + digit + number.slice(place + 1))).toBeDefined();
      }),
    );
  });

  test('the same seed gives the same number, other seeds others, all of region 999999', () => {
    const numbers = Array.from({ length: 5_000 }, (_, seed) => fakeResidentId(seed));
    expect(new Set(numbers).size).toBe(5_000);
    expect(numbers.every((number) => number.startsWith('999999') && problemOf(number) === undefined)).toBe(true);
    expect(fakeResidentId(7)).toBe(fakeResidentId(7));
    for (const serial of [500, -1, 0.5]) {
      expect(() => fakeResidentId({ birthDate: '1990-01-01', sex: 'male', serial })).toThrow(RangeError);
    }
  });
});

test('who is born today has a number today', () => {
  const child = fakeResidentId({ birthDate: TODAY, sex: 'female', serial: 0 });
  expect(parseResidentId(child, TODAY)).toMatchObject({ valid: true, bornOn: TODAY, sex: 'female' });
  expect(parseResidentId(child, '2026-11-20')).toEqual({ valid: false, problem: 'future' });
});

test('a province of today is not doubtful', () => {
  const first17 = `341503${man.slice(6, 17)}`;
  expect(parseResidentId(first17 + checkCharacter(first17), TODAY)).toMatchObject({ regionDoubtful: false });
});

test('people made from a number differ, and are half men, half women, born in 75 years', () => {
  const people = Array.from({ length: 1_000 }, (_, seed) => parseResidentId(fakeResidentId(seed * 37), TODAY));
  const read = people.flatMap((one) => (one.valid ? [one] : []));
  expect(new Set(read.map(({ number }) => number)).size).toBe(1_000);
  expect(read.filter(({ sex }) => sex === 'male')).toHaveLength(500);
  const births = read.map(({ bornOn }) => bornOn).sort();
  expect([births[0]?.slice(0, 3), births.at(-1)?.slice(0, 3)]).toEqual(['193', '200']);
  expect(fakeResidentId(27_000)).toBe(fakeResidentId({ birthDate: '1935-01-01', sex: 'female', serial: 1 }));
  expect(fakeResidentId(27_001)).toBe(fakeResidentId({ birthDate: '1956-09-06', sex: 'male', serial: 1 }));
  expect(() => fakeResidentId({ birthDate: '1935-01-01', sex: 'male', serial: 500 })).toThrow('serial 500');
});
