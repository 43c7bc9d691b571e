import { describe, expect, test } from 'vitest';
import { fakeResidentId } from './fake-resident-id.ts';
import { maskAccount, maskName, maskPhone, maskResidentId } from './mask.ts';
import { nameGrams, queryGrams } from './name-grams.ts';

describe('masks', () => {
  test('an ID number shows neither birthday nor sex digit in full', () => {
    const masked = maskResidentId(fakeResidentId({ birthDate: '1966-11-22', sex: 'male', serial: 1 }));
    expect(masked).toMatch(/^999\*{11}.{4}$/);
    expect(masked).not.toContain('1966');
  });

  test.each([
    [maskPhone('12800000001'), '128****0001'],
    [maskPhone('0564-0001001'), '0564-*****01'],
    [maskPhone('12349'), '*****'],
    [maskAccount('0005640000000000123'), '***************0123'],
    [maskAccount('12'), '**'],
    [maskName('王五'), '王*'],
    [maskName('欧阳小明'), '欧**明'],
    [maskName('𬱟一丁'), '𬱟*丁'],
    [maskPhone(' 1280000 '), '*******'],
    [maskPhone('1280000000'), '**********'],
    [maskPhone('12800000000'), '128****0000'],
    [maskAccount('12345'), '*****'],
    [maskAccount('123456'), '**3456'],
    [maskName('李'), '*'],
    [maskName(''), ''],
  ])('%s', (masked, expected) => {
    expect(masked).toBe(expected);
  });
});

describe('grams of names', () => {
  test('single characters and pairs, each once', () => {
    expect(nameGrams('张小小')).toEqual(['张', '小', '张小', '小小']);
    expect(nameGrams('')).toEqual([]);
    expect(nameGrams('𬱟龙')).toEqual(['𬱟', '龙', '𬱟龙']);
  });

  test('a fragment asks for its pairs; one character for itself', () => {
    expect(queryGrams('小明')).toEqual(['小明']);
    expect(queryGrams('张小明')).toEqual(['张小', '小明']);
    expect(queryGrams('张')).toEqual(['张']);
    expect(queryGrams(' ')).toEqual([]);
  });

  test('ways of writing the same name meet', () => {
    expect(nameGrams('买买提·艾力')).toEqual(nameGrams('买买提 艾力'));
    expect(nameGrams('Ａli')).not.toEqual([]);
    expect(nameGrams('Cafe\u0301')).toEqual(nameGrams('CAFÉ'));
  });

  test('every pair of a fragment is a gram of every name that holds the fragment', () => {
    const grams = nameGrams('欧阳小明');
    for (const fragment of ['欧阳', '阳小', '小明', '阳小明', '欧']) {
      expect(queryGrams(fragment).every((gram) => grams.includes(gram))).toBe(true);
    }
  });
});
