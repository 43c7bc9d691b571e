import { describe, expect, test, vi } from 'vitest';
import { aFact, aRuleParameter, aRuleSet, aVariable } from '../../testing/a-rule.ts';
import { countProcessorTime } from '../../testing/processor-time.ts';
import { checkRuleSet, checkRules } from './check/check-rules.ts';
import { readFacts } from './facts/read-facts.ts';
import { readValue } from './facts/values.ts';
import { generatedFor } from './generated/generated.ts';
import { closuresFor } from './run/closures.ts';
import { rowFrom } from './run/policy-row.ts';

const BASE = aRuleSet({
  facts: [
    aFact('a', 'flag'),
    aFact('n', 'fen', { smallest: 1, largest: 1 }),
    aFact('kind', 'text', { options: ['x"; exit()', '__proto__'] }),
  ],
  parameters: [aRuleParameter('p', 'flag')],
});

function codesOf(...variables: readonly ReturnType<typeof aVariable>[]): readonly string[] {
  return checkRuleSet({ ...BASE, variables }).map(({ code }) => code);
}

describe('hostile rules end soon, in a refusal', () => {
  test.each<[string, string, readonly string[]]>([
    ['deep parentheses', `${'('.repeat(400)}a${')'.repeat(400)}`, ['TOO_DEEP']],
    ['a long text', `a${' or a'.repeat(100_000)}`, ['TOO_LONG']],
    ['ten megabytes', 'a'.repeat(10_000_000), ['TOO_LONG']],
    ['figures that double their parts', `${'abs('.repeat(40)}n${' - n)'.repeat(40)} = n`, ['TOO_COMPLEX']],
    ['names of objects', 'constructor', ['UNKNOWN_NAME']],
    ['a member of no list', 'a.constructor', ['UNKNOWN_NAME']],
    ['a function of the language below', 'Function("return 1")() = a', ['UNKNOWN_FUNCTION']],
    ['text as code', 'kind = "x\\"; exit(1)"', ['UNKNOWN_OPTION']],
  ])('%s', (_, expression, codes) => {
    const spent = countProcessorTime();
    expect(codesOf(aVariable('answer', 'flag', expression))).toEqual(codes);
    expect(spent()).toBeLessThan(2_000);
  });

  test('a chain of a thousand rules, each using the one before twice', () => {
    const chain = Array.from({ length: 1_000 }, (_, index) =>
      aVariable(`v${index}`, 'flag', index === 0 ? 'p' : `v${index - 1} and v${index - 1}`),
    );
    const checked = checkRules({ ...BASE, variables: chain }, '2026-03-01');
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    const row = rowFrom(checked.rules, '2026-03-01', new Map([['p', true]]));
    const read = readFacts(checked.rules, { household: {}, members: [{}] });
    if (!row.ok || !read.ok) throw new Error('no facts');
    for (const determine of [closuresFor, generatedFor]) {
      determine(checked.rules)(read.values, row.row);
      expect(readValue(checked.rules, read.values, 'v999')).toBe(true);
    }
  });

  test('a circle of a thousand rules', () => {
    const circle = Array.from({ length: 1_000 }, (_, index) =>
      aVariable(`v${index}`, 'flag', `v${(index + 1) % 1_000}`),
    );
    expect(codesOf(...circle)).toEqual(['CYCLE']);
  });
});

describe('hostile facts', () => {
  const checked = checkRules(BASE, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));

  test.each<[string, unknown, readonly (string | number)[]]>([
    ['an unknown fact', { b: true }, ['household', 'b']],
    ['the prototype', JSON.parse('{"__proto__": true}'), ['household', '__proto__']],
    ['a flag in words', { a: 'true' }, ['household', 'a']],
    ['beyond the largest', { n: 2 }, ['household', 'n']],
    ['no whole number', { n: 0.5 }, ['household', 'n']],
    ['no number', { n: Number.NaN }, ['household', 'n']],
    ['no option', { kind: 'constructor' }, ['household', 'kind']],
  ])('%s is refused where it stands', (_, household, path) => {
    const read = readFacts(checked.rules, { household: household as Record<string, never>, members: [{}] });
    expect(read).toMatchObject({ ok: false, issues: [{ path }] });
  });

  test('an option is data, whatever it is called', () => {
    const read = readFacts(checked.rules, { household: { kind: '__proto__' }, members: [{}] });
    expect(read.ok && readValue(checked.rules, read.values, 'kind')).toBe('__proto__');
  });

  test('nobody, or more people than a household can have', () => {
    for (const members of [[], Array.from({ length: 101 }, () => ({}))]) {
      expect(readFacts(checked.rules, { household: {}, members })).toMatchObject({
        ok: false,
        issues: [{ path: ['members'] }],
      });
    }
  });
});

test('closures need no code to be generated', () => {
  const checked = checkRules({ ...BASE, variables: [aVariable('answer', 'flag', 'p or a')] }, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const row = rowFrom(checked.rules, '2026-03-01', new Map([['p', true]]));
  const read = readFacts(checked.rules, { household: {}, members: [{}] });
  if (!row.ok || !read.ok) throw new Error('no facts');
  vi.stubGlobal('Function', () => {
    throw new Error('refused by the content policy');
  });
  closuresFor(checked.rules)(read.values, row.row);
  vi.unstubAllGlobals();
  expect(readValue(checked.rules, read.values, 'answer')).toBe(true);
});
