import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';

function errorsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error ? fieldErrorsOf(error) : []).map(({ path, message }) => `${path} ${message.zh} ${message.en}`);
}

const field = (schema: z.ZodType, value: unknown) => errorsOf(z.object({ field: schema }), { field: value });

describe('what does not fit is said in plain words of both languages, with what is expected', () => {
  const text = '应为文字。 must be text.';
  const most = '不能超过 3 个字。 must have at most 3 characters.';
  const day = '应为日期，如 2026-03-01。 must be a date, such as 2026-03-01.';
  const Answer = z.union([z.string().max(3), z.number(), z.boolean(), z.null()]);
  const answer =
    '应为文字、数字、是或否（true、false）、空（null）。 must be text or a number or true or false or null.';

  test.each<[string, z.ZodType, unknown, string]>([
    ['text', z.string(), 1, text],
    ['text', z.string(), null, text],
    ['text that is too long', z.string().max(3), '四个汉字', most],
    ['text that is too short', contract.Reason, ' 短 ', '至少写 5 个字。 must have at least 5 characters.'],
    ['empty text', contract.Name, '', '不能为空，请填写。 must not be empty.'],
    ['a number', z.number(), '1', '应为数字。 must be a number.'],
    ['a number of an address', z.coerce.number(), 'x', '应为数字。 must be a number.'],
    ['a whole number', z.int(), 1.5, '应为整数。 must be a whole number.'],
    ['a number that is too small', contract.Fen, -1, '不能小于 0。 must not be less than 0.'],
    ['a number that is too large', z.int().max(5), 6, '不能大于 5。 must not be more than 5.'],
    ['yes or no', z.boolean(), 'yes', '应为是或否（true、false）。 must be true or false.'],
    ['a list', z.array(z.string()), {}, '应为列表（[…]）。 must be a list ([...]).'],
    ['a list that is too short', z.array(z.string()).min(1), [], '至少要有 1 项。 must have at least 1 of them.'],
    ['a list that is too long', z.array(z.string()).max(1), ['', ''], '不能超过 1 项。 must have at most 1 entries.'],
    ['a group', z.object({}), 'x', '应为一组字段（{…}）。 must be a group of fields ({...}).'],
    ['a day', contract.CivilDate, '3月1日', day],
    ['a day there never was', contract.CivilDate, '2026-02-30', day],
    ['a choice', z.enum(['a', 'b']), 'c', '应为以下之一：a、b。 must be one of a, b.'],
    ['the only choice', z.literal(true), false, '应为 true。 must be true.'],
    ['one of two words', z.union([z.literal('a'), z.literal('b')]), 'c', '应为以下之一：a、b。 must be one of a, b.'],
    [
      'a web address',
      z.url({ protocol: /^https?$/ }),
      'foo',
      '应为完整的网址，如 https://www.mca.gov.cn/。 must be a whole web address, such as https://www.mca.gov.cn/.',
    ],
    ['one of several kinds', Answer, {}, answer],
    ['one of several kinds, too long', Answer, 'long', most],
    ['a region', contract.RegionCode, '3415', `${Object.values(contract.TEXT_FORMATS.regionCode.words).join(' ')}`],
  ])('%s', (_what, schema, value, said) => {
    expect(field(schema, value)).toEqual([`field ${said}`]);
  });

  test('of groups told apart by a word the one with that word is meant', () => {
    const either = z.union([
      z.object({ kind: z.literal('a'), value: z.number() }),
      z.object({ kind: z.literal('b'), value: z.string() }),
    ]);
    expect(field(either, { kind: 'b', value: 1 })).toEqual(['field.value 应为文字。 must be text.']);
    expect(field(either, { kind: 'c', value: 1 })).toEqual(['field.kind 应为以下之一：a、b。 must be one of a, b.']);
  });

  test('what is missing is said to be', () => {
    expect(errorsOf(z.object({ a: z.string(), b: z.literal(1) }), {})).toEqual([
      'a 没有填写，应为文字。 is missing: it must be text.',
      'b 没有填写，应为 1。 is missing: it must be 1.',
    ]);
  });

  test('each field nobody knows is named, and so is one with a name that cannot be', () => {
    const strange = '不认识的字段，请删去或者核对拼写。 does not belong here: remove it, or check its spelling.';
    expect(errorsOf(z.object({ in: z.strictObject({}) }), { in: { one: 1, two: 2 } })).toEqual([
      `in.one ${strange}`,
      `in.two ${strange}`,
    ]);
    expect(errorsOf(z.record(z.string().max(3), z.int()), { long: 1 })).toEqual([
      'long 这一字段的名称不能超过 3 个字。 the name of this field must have at most 3 characters.',
    ]);
  });

  test('of several alternatives the one that was meant says what is wrong in it', () => {
    expect(field(contract.PolicyValue, [{ from: [1] }])).toEqual(['field.0.from.0 应为文字。 must be text.']);
    expect(field(z.discriminatedUnion('is', [z.object({ is: z.literal('a') })]), { is: 'c' })).toEqual([
      'field.is 应为 a。 must be a.',
    ]);
  });

  test('a rule of the contract has its own words', () => {
    expect(errorsOf(contract.Factor, { parameter: 'a', area: null })[0]).toMatch(
      /^ 填写新的金额.* must have a value or/,
    );
  });

  test('no form is told more than fifty things at once', () => {
    expect(errorsOf(z.array(z.string()), Array(60).fill(1))).toHaveLength(50);
  });
});

test('every pattern of the contracts has words', () => {
  const known = new Set(Object.values(contract.TEXT_FORMATS).map(({ pattern }) => pattern.source));
  const exported: readonly unknown[] = Object.values(contract);
  const parts = exported.flatMap((one): z.ZodType[] => {
    if (one instanceof z.ZodType) return [one];
    return isRoute(one) ? [one.params, one.query, one.body].filter((part) => part !== undefined) : [];
  });
  const found = parts.flatMap((part) => [...JSON.stringify(shapeOf(part)).matchAll(PATTERN)].map(([text]) => text));
  expect(found.length).toBeGreaterThan(100);
  expect(
    found.map((text) => JSON.parse(`{${text}}`)).filter(({ format, pattern }) => !format && !known.has(pattern)),
  ).toEqual([]);
});

/** A pattern and, of kinds the library knows, the name before it. */
const PATTERN = /(?:"format":"[a-z-]+",)?"pattern":"(?:[^"\\]|\\.)*"/g;

function shapeOf(part: z.ZodType) {
  return z.toJSONSchema(part, { io: 'output', unrepresentable: 'any' });
}

function isRoute(one: unknown): one is contract.Route {
  return typeof one === 'object' && one !== null && 'path' in one && 'method' in one;
}
