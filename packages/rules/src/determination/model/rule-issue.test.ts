import { expect, test } from 'vitest';
import { FeelRefusal } from '../../feel/problem.ts';
import { ruleIssue, ruleProblemText } from './rule-issue.ts';
import { findIssue, RuleRefusal, refusedAt, ruleRefusal } from './rule-refusal.ts';

test('details are filled in, in the order of the sentence of each language', () => {
  expect(ruleIssue('income', 'WRONG_KIND', { zh: '金额', en: 'an amount' }, { zh: '日期', en: 'a date' })).toEqual({
    id: 'income',
    code: 'WRONG_KIND',
    line: null,
    column: null,
    version: null,
    zh: '这里应为金额，而不是日期。',
    en: 'Here stands a date where an amount is needed.',
  });
  expect(ruleProblemText('UNKNOWN_NAME_NEAR', ['a', 'b']).en).toBe(
    'There is no fact, variable or parameter named “a”; is “b” meant?',
  );
});

test('a long detail is cut', () => {
  const cut = (length: number) => ruleProblemText('TWICE', ['x'.repeat(length)]).en;
  expect(cut(120)).toBe(`“${'x'.repeat(120)}” is defined twice.`);
  expect(cut(121)).toBe(`“${'x'.repeat(120)}…” is defined twice.`);
});

test('a detail that is missing leaves nothing', () => {
  expect(ruleProblemText('UNKNOWN_NAME_NEAR', ['a']).en).toBe(
    'There is no fact, variable or parameter named “a”; is “” meant?',
  );
});

test('a refusal is told at the innermost place it was found in, in lines and characters of the text', () => {
  const source = '“救” +\r\n  b\n+ c';
  const at = (offset: number) => {
    try {
      return refusedAt(1, () =>
        refusedAt(offset, () => {
          throw ruleRefusal('TWICE', 'b');
        }),
      );
    } catch (error) {
      return findIssue(error, 'income', null, source);
    }
  };
  expect(at(0)).toMatchObject({ id: 'income', code: 'TWICE', line: 1, column: 1, version: null });
  expect(at(source.indexOf('b'))).toMatchObject({ line: 2, column: 3 });
  expect(at(source.indexOf('c'))).toMatchObject({ line: 3, column: 3 });
});

test('where nobody says where, the place is the beginning; the version is named', () => {
  const version = {
    fromPack: 'nation',
    since: '2014-01-01',
    from: '2020-01-01',
    to: null,
    expression: 'a',
    clause: 'law.1',
    sentence: null,
  };
  expect(findIssue(new RuleRefusal('TWICE', ['b']), 'income', version)).toMatchObject({
    line: 1,
    column: 1,
    version: { fromPack: 'nation', since: '2014-01-01' },
  });
  expect(new RuleRefusal('TWICE', ['b']).message).toBe('TWICE: ["b"]');
});

test('a refusal of the language is one too, any other error is none', () => {
  const refusal = findIssue(new FeelRefusal('SYNTAX', '', 2), 'income', null, 'a +');
  expect(refusal).toMatchObject({ id: 'income', code: 'SYNTAX', line: 1, column: 3 });
  expect(findIssue(new Error('broken'), 'income', null)).toBeUndefined();
  expect(() =>
    refusedAt(1, () => {
      throw new Error('broken');
    }),
  ).toThrow('broken');
});
