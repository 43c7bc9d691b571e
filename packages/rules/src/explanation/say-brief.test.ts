import { describe, expect, test } from 'vitest';
import { aComparison, aFigure, anExplanation, aPolicySource, inWords } from '../../testing/a-formula.ts';
import type { Explanation } from './explanation.ts';
import type { Formula } from './formula.ts';
import { explainBrief } from './say-brief.ts';

const first = { on: 'person', index: 0 } as const;
const second = { on: 'person', index: 1 } as const;
const income = aFigure(100, 'fen', { label: inWords('收入', 'income') });
const standard = aFigure(50, 'fen', { label: inWords('标准', 'standard') });

/** A rule that must hold and does not. */
function aRule(name: string, children: readonly Explanation[], parts: Partial<Explanation> = {}): Explanation {
  const source = { ...aPolicySource, kind: 'rule', sentence: null } as const;
  const label = inWords(name, name);
  return anExplanation({ label, unit: 'flag', outcome: 'no', expected: true, source, children, ...parts });
}

function aFact(name: string): Explanation {
  const source = { kind: 'fact', provenance: 'stated' } as const;
  return anExplanation({
    label: inWords(name, name),
    unit: 'flag',
    outcome: 'no',
    value: false,
    expected: true,
    source,
  });
}

const SOME_MEMBER: Formula = {
  kind: 'members',
  quantifier: 'some',
  over: 'person',
  where: null,
  condition: aComparison('>', income, standard),
};
const tooMuch = anExplanation({ outcome: 'no', formula: aComparison('<', income, standard) });
const SENTENCE = { ...aPolicySource, kind: 'rule', sentence: inWords('到别处去办。', 'Go elsewhere.') } as const;

const brief = (node: Explanation) => explainBrief(node, 'zh', { inFull: (rule) => rule });
const TOO_MUCH = '收入（1元）超过标准（0.50元），要求低于';

describe('a refusal', () => {
  test('for one reason says the last it comes from', () => {
    expect(brief(aRule('甲', [aRule('乙', [aRule('丙', [tooMuch])])]))).toEqual(['甲：否。', `${TOO_MUCH}。`]);
  });

  test('for one reason that comes from several says these', () => {
    expect(brief(aRule('甲', [aRule('乙', [tooMuch, aFact('丙')])]))).toEqual([
      '甲：否。',
      `${TOO_MUCH}；“丙”为否，要求为是。`,
    ]);
  });

  test('for several reasons says in a line each what it comes from', () => {
    const refused = aRule('甲', [aRule('乙', [aRule('丙', [tooMuch]), aFact('丁')]), aFact('戊')]);
    expect(brief(refused)).toEqual(['甲：否。', `“乙”为否：${TOO_MUCH}；“丁”为否，要求为是。`, '“戊”为否，要求为是。']);
    expect(explainBrief(refused, 'en', { inFull: (rule) => rule }).slice(1)).toEqual([
      '“乙” is no: income (1 yuan) is above standard (0.50 yuan); required: below; “丁” is no; required: yes.',
      '“戊” is no; required: yes.',
    ]);
  });

  test('names what comes from several where it is one of several itself', () => {
    const inner = aRule('丙', [tooMuch, aFact('丁')]);
    expect(brief(aRule('甲', [aRule('乙', [inner]), aFact('戊')]))[1]).toBe('“乙”为否：“丙”为否，要求为是。');
  });

  test('for nothing that can be told says no more', () => {
    expect(brief(aRule('甲', []))).toEqual(['甲：否。']);
  });

  test('says a reason once that is one by itself too', () => {
    expect(brief(aRule('甲', [aRule('乙', [tooMuch]), tooMuch]))).toEqual(['甲：否。', `${TOO_MUCH}。`]);
  });

  test.each<[string, Explanation]>([
    [
      'that comes from more than anybody reads',
      aRule(
        '乙',
        [1, 2, 3, 4].map((number) => aFact(`事${number}`)),
      ),
    ],
    ['that comes from nothing', aRule('乙', [])],
    ['that is another’s', aRule('乙', [tooMuch], { who: second })],
    ['that must not hold', aRule('乙', [tooMuch], { outcome: 'yes', expected: false })],
    ['that may be either', aRule('乙', [tooMuch], { expected: undefined })],
    ['that is open', aRule('乙', [tooMuch], { outcome: 'unknown' })],
  ])('names a rule %s', (_, reason) => {
    const [head, reasons, ...others] = brief(aRule('甲', [reason], { who: first }));
    expect([head, reasons]).toEqual(['成员1甲：否。', expect.stringMatching(/^“(成员2)?乙”[^：]*。$/)]);
    expect(others).toEqual([]);
  });

  test('follows the rules of whom it is about', () => {
    const own = aRule('乙', [tooMuch], { who: first });
    expect(brief(aRule('甲', [own], { who: first }))[1]).toBe(`${TOO_MUCH}。`);
  });

  test('says what a rule says itself instead, once', () => {
    const says = aRule('丙', [tooMuch], { source: SENTENCE });
    expect(brief(aRule('甲', [aRule('乙', [says])]))).toEqual(['甲：否。', '“丙”为否，要求为是。', '到别处去办。']);
    expect(brief(aRule('甲', [aRule('乙', [says]), aRule('丁', [says])]))).toEqual([
      '甲：否。',
      '“乙”为否：“丙”为否，要求为是。',
      '“丁”为否：“丙”为否，要求为是。',
      '到别处去办。',
    ]);
  });

  describe('of which one is required', () => {
    const either: Formula = { kind: 'combination', operator: 'or', parts: [income, standard] };
    const noneOf = (children: readonly Explanation[], formula = either) =>
      anExplanation({ outcome: 'no', formula, children });

    test('says so', () => {
      const refused = aRule('甲', [noneOf([tooMuch, aFact('丙')])]);
      expect(brief(refused)).toEqual(['甲：否。', `${TOO_MUCH}；“丙”为否，要求为是。`, '以上几项只要求达到一项。']);
      expect(explainBrief(refused, 'en').at(-1)).toBe('Of these only one is required.');
      expect(brief(aRule('甲', [aRule('乙', [noneOf([tooMuch, aFact('丙')])])]))).toEqual(brief(refused));
    });

    test('says what each of them comes from', () => {
      expect(brief(aRule('甲', [noneOf([aRule('乙', [tooMuch]), aFact('丙')])]))).toEqual([
        '甲：否。',
        `“乙”为否：${TOO_MUCH}。`,
        '“丙”为否，要求为是。',
        '以上几项只要求达到一项。',
      ]);
    });

    test('says that within a line everything is, where one holds several reasons', () => {
      const both = aRule('乙', [tooMuch, aFact('丁')]);
      const refused = aRule('甲', [noneOf([both, aFact('丙')])]);
      expect(brief(refused).slice(1)).toEqual([
        `“乙”为否：${TOO_MUCH}；“丁”为否，要求为是。`,
        '“丙”为否，要求为是。',
        '以上每行是一种情形，达到其中一种即可；同一行里的各项都要达到。',
      ]);
      expect(explainBrief(refused, 'en', { inFull: (rule) => rule }).at(-1)).toContain(
        'within a line everything is required',
      );
    });

    test('says nothing of it where one line is left', () => {
      const refused = aRule('甲', [noneOf([tooMuch, aRule('乙', [tooMuch])])]);
      expect(brief(refused).slice(1)).toEqual([`${TOO_MUCH}。`]);
    });

    test('does not where all are required, where there is more than they, or more of them than anybody reads', () => {
      const all: Formula = { kind: 'combination', operator: 'and', parts: [income, standard] };
      const four = [1, 2, 3, 4].map((number) => aFact(`事${number}`));
      for (const reasons of [
        [noneOf([tooMuch, aFact('丙')], all)],
        [noneOf([tooMuch, aFact('丙')]), aFact('丁')],
        [aRule('乙', [noneOf(four)])],
      ])
        expect(brief(aRule('甲', reasons))).not.toContain('以上几项只要求达到一项。');
      expect(brief(aRule('甲', [noneOf(four)]))).toContain('以上几项只要求达到一项。');
    });
  });

  test('without anybody to ask stays with its own reasons', () => {
    expect(explainBrief(aRule('甲', [aRule('乙', [tooMuch])]), 'zh')).toEqual(['甲：否。', '“乙”为否，要求为是。']);
  });
});

describe('what holds', () => {
  const holds = { outcome: 'yes' } as const;
  const fits = anExplanation({ ...holds, formula: aComparison('>', income, standard) });
  const FITS = '收入（1元）超过标准（0.50元）';
  const rule = (name: string, children: readonly Explanation[], parts: Partial<Explanation> = {}) =>
    aRule(name, children, { ...holds, ...parts });

  test('says what it comes from, as long as one reason stands for another', () => {
    expect(brief(rule('甲', [rule('乙', [rule('丙', [fits])])]))).toEqual(['甲：是。', `${FITS}。`]);
    expect(brief(rule('甲', [rule('乙', [rule('丙', [fits]), rule('丁', [fits, aFact('戊')])])]))).toEqual([
      '甲：是。',
      `${FITS}；“丁”为是。`,
    ]);
  });

  test('says a reason once', () => {
    expect(brief(rule('甲', [rule('乙', [fits]), rule('丙', [fits])]))[1]).toBe(`${FITS}。`);
  });

  test.each<[string, Explanation]>([
    ['for some of the members', anExplanation({ ...holds, formula: SOME_MEMBER })],
    ['of another', rule('丙', [fits], { who: second })],
  ])('says the rule rather than a condition %s', (_, reason) => {
    expect(brief(rule('甲', [rule('乙', [reason])], { who: first }))[1]).toMatch(/^“(乙|成员2丙)”为是。$/);
  });

  test('says what a rule says itself instead of what that comes from', () => {
    expect(brief(rule('甲', [rule('乙', [fits], { source: SENTENCE })]))).toEqual(['甲：是。', '“乙”为是。']);
  });
});

describe('an amount', () => {
  const sum: Formula = { kind: 'operation', operator: '+', parts: [income, standard] };
  const RULE = { ...aPolicySource, kind: 'rule', sentence: null } as const;
  const condition: Formula = { kind: 'flag', expected: true, of: aFigure(true, 'flag', { label: inWords('丁', 'd') }) };
  const chosen = (ifSo: Formula): Formula => ({ kind: 'chosen', holds: 'yes', condition, ifSo, otherwise: null });
  const named = aFigure(150, 'fen', { id: 'other', label: inWords('乙', 'b') });

  function anAmount(name: string, formula: Formula, parts: Partial<Explanation> = {}): Explanation {
    const label = inWords(name, name);
    return anExplanation({ label, unit: 'fen', outcome: null, value: 150, source: RULE, formula, ...parts });
  }

  const other = (parts: Partial<Explanation> = {}) => anAmount('乙', sum, { id: 'other', ...parts });
  const MADE = '甲：1.50元（1元 + 0.50元，即收入 + 标准）。';

  test('is told with figures and names, and not with the way that was taken', () => {
    expect(brief(anAmount('甲', sum))).toEqual([MADE]);
    expect(brief(anAmount('甲', chosen(chosen(sum))))).toEqual([MADE]);
    expect(explainBrief(anAmount('甲', sum), 'en')).toEqual([
      '甲: 1.50 yuan (1 yuan + 0.50 yuan, that is income + standard).',
    ]);
  });

  test('that is another one by its own name is told as that one is made', () => {
    expect(brief(anAmount('甲', chosen(named), { children: [other()] }))).toEqual([MADE]);
    expect(brief(anAmount('甲', named, { children: [other()] }))).toEqual([MADE]);
  });

  test.each<[string, Partial<Explanation> | null]>([
    ['was told before', null],
    ['is somebody else’s', { who: second }],
    ['is a fact', { source: { kind: 'fact', provenance: 'stated' } }],
    ['is not known', { outcome: 'unknown', value: null }],
  ])('that is one that %s is told by its name, and why', (_, parts) => {
    const children = parts ? [other(parts)] : [];
    expect(brief(anAmount('甲', chosen(named), { children }))).toEqual(['甲：1.50元（乙，因为“丁”为是）。']);
  });

  test('is told by its name where nobody goes into rules', () => {
    const told = explainBrief(anAmount('甲', chosen(named), { children: [other()] }), 'zh');
    expect(told).toEqual(['甲：1.50元（乙，因为“丁”为是）。']);
  });

  test('that may be made in two ways is told with both', () => {
    const either: Formula = { kind: 'chosen', holds: 'unknown', condition, ifSo: income, otherwise: sum };
    expect(brief(anAmount('甲', either))[0]).toContain('否则');
  });
});
