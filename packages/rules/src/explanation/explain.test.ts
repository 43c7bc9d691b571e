import { describe, expect, test } from 'vitest';
import { aPack, aParameter, aValue, policyOf } from '../../testing/a-policy.ts';
import { resolveParameter } from '../policy/resolve-parameter.ts';
import { calculation, condition, fact, parameter } from './build-explanation.ts';
import { explain, explainLines } from './explain.ts';
import type { ParameterSource } from './explanation.ts';
import { figureInWords, formatValue } from './format-value.ts';
import { allHold, anyHolds, negated, outcomeOf } from './three-valued.ts';

const label = (zh: string, en: string) => ({ zh, en });
const amount = fact({
  id: 'a',
  label: label('本次救助金额', 'amount of this grant'),
  value: 160_000,
  unit: 'fen',
  provenance: 'officer',
});
const asked = fact({
  id: 'b',
  label: label('有人有生命危险', 'life is in danger'),
  value: null,
  unit: 'flag',
  provenance: 'stated',
});
const cap = { ...aParameter('cap', 'fen', 200_000) };
const policy = policyOf(cap);

describe('sentences', () => {
  test('Chinese', () => {
    const tree = condition('x', label('没有超过本级封顶', 'within the cap'), 'yes', [
      calculation({ id: 's', label: label('加上本次后的金额', 'total'), value: 160_000, unit: 'fen' }, [amount]),
      parameter(resolveParameter(policy, 'cap')),
      asked,
    ]);
    expect(explain(tree, 'zh')).toEqual([
      '符合：没有超过本级封顶。',
      '加上本次后的金额为1,600元。',
      '本次救助金额为1,600元（经办人录入）。',
      'cap为2,000元，依据《测试规定》第一条（全国规定，自2014年5月1日起适用）。',
      '有人有生命危险：尚不清楚。',
    ]);
    expect(explainLines(tree, 'zh').map((line) => line.depth)).toEqual([0, 1, 2, 1, 1]);
  });

  test('English', () => {
    const tree = condition('x', label('没有超过本级封顶', 'the level stays within its cap'), 'no', [
      amount,
      parameter(resolveParameter(policy, 'cap')),
    ]);
    expect(explain(tree, 'en')).toEqual([
      'Not met: the level stays within its cap.',
      'Amount of this grant: 1,600 yuan (entered by the officer).',
      'Cap: 2,000 yuan, by test rule, Article 1 (set by the nation, applied since 2014-05-01).',
    ]);
  });

  test('an explanation kept from before articles were cited in English still names its article', () => {
    const { source, ...figure } = parameter(resolveParameter(policy, 'cap'));
    const { articleEn: _, ...kept } = source as ParameterSource; // a parameter's figure has this source
    expect(explain({ ...figure, source: kept }, 'en')).toEqual([
      'Cap: 2,000 yuan, by test rule, 第一条 (set by the nation, applied since 2014-05-01).',
    ]);
  });

  test('a preset of the platform never looks like a rule; an ended rule says when it ended', () => {
    const preset = { ...cap, values: [aValue({ value: 5, sourceClass: 'platform-default' })] };
    expect(explain(parameter(resolveParameter(policyOf(preset), 'cap')), 'zh')).toEqual([
      'cap为0.05元，这是平台预设，尚未见到公布的规定，须由县级确认。',
    ]);
    const ended = { ...cap, values: [aValue({ to: '2026-12-31', value: 5 })] };
    expect(explain(parameter(resolveParameter(policyOf(ended), 'cap')), 'zh')[0]).toContain(
      '2014年5月1日至2026年12月31日有效',
    );
  });

  test('a missing figure says that it is not known', () => {
    const missing = { chain: [aPack()], on: '2026-03-01', version: 'v' };
    expect(explain(parameter(resolveParameter(missing, 'cap')), 'zh')).toEqual(['尚不能确定：cap。']);
  });
});

describe('figures in words', () => {
  test.each([
    [{ value: '10 workingDays', unit: 'limit' }, '10个工作日', '10 working days'],
    [{ value: '1 hours', unit: 'limit' }, '1小时', '1 hour'],
    [{ value: 180, unit: 'calendarDays' }, '180日', '180 days'],
    [{ value: 3_000, unit: 'basisPoints' }, '30%', '30%'],
    [{ value: 1_250, unit: 'basisPoints' }, '12.50%', '12.50%'],
    [{ value: true, unit: 'flag' }, '是', 'yes'],
    [{ value: '2026-03-02', unit: 'date' }, '2026年3月2日', '2026-03-02'],
    [{ value: ['110', '119'], unit: 'list' }, '110、119', '110, 119'],
    [{ value: null, unit: 'fen' }, '不设上限', 'no limit'],
    [{ value: 2, unit: 'count' }, '2', '2'],
    [{ value: 'one-two', unit: 'text' }, 'one-two', 'one-two'],
    [{ value: [{ a: 1 }], unit: 'table' }, '共1项', '1 entries'],
  ] as const)('%j', (figure, zh, en) => {
    expect(formatValue({ ...figure, per: null }, 'zh')).toBe(zh);
    expect(formatValue({ ...figure, per: null }, 'en')).toBe(en);
    expect(figureInWords({ ...figure, per: null })).toEqual({ zh, en });
  });

  test('monthly is said', () => {
    expect(formatValue({ value: 75_600, unit: 'fen', per: 'month' }, 'zh')).toBe('756元（每月）');
  });
});

describe('three values', () => {
  test('one no decides "all", one yes decides "any", otherwise unknown stays unknown', () => {
    expect(allHold(['yes', 'unknown', 'no'])).toBe('no');
    expect(allHold(['yes', 'unknown'])).toBe('unknown');
    expect(allHold([])).toBe('yes');
    expect(anyHolds(['no', 'unknown', 'yes'])).toBe('yes');
    expect(anyHolds(['no', 'unknown'])).toBe('unknown');
    expect(anyHolds([])).toBe('no');
    expect([outcomeOf(null), outcomeOf(undefined), outcomeOf(true), outcomeOf(false)]).toEqual([
      'unknown',
      'unknown',
      'yes',
      'no',
    ]);
    expect([negated('unknown'), negated('yes'), negated('no')]).toEqual(['unknown', 'no', 'yes']);
  });
});
