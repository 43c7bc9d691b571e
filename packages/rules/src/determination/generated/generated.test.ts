import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { ParameterValue, Unit } from '../../policy/unit.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { RuleScope, RuleVariable } from '../model/rule-model.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { generatedFor } from './generated.ts';

const ON = '2026-02-28';
const GRADES = ['first', 'second', 'third'];
const person = { on: 'person' } as const;
const event = { on: 'event' } as const;
const small = { smallest: -100, largest: 100 };
const LARGE = 2 ** 40;

const FACTS = [
  aFact('n', 'count', small),
  aFact('parts', 'count', { smallest: 1, largest: 100 }),
  aFact('large', 'count', { smallest: -LARGE, largest: LARGE }),
  aFact('months', 'months', { smallest: -100, largest: 100 }),
  aFact('isSick', 'flag'),
  aFact('isOld', 'flag'),
  aFact('since', 'date'),
  aFact('until', 'date'),
  aFact('grade', 'text', { options: GRADES }),
  aFact('wage', 'count', { ...person, ...small }),
  aFact('isAble', 'flag', person),
  aFact('level', 'text', { ...person, options: GRADES }),
  aFact('isGrave', 'flag', event),
  aFact('loss', 'count', { ...event, ...small }),
];

const PARAMETERS = [
  aRuleParameter('p', 'count', small),
  aRuleParameter('q', 'count', small),
  aRuleParameter('huge', 'count', { smallest: -LARGE, largest: LARGE }),
  aRuleParameter('above', 'count', { largest: 2 ** 31 }),
  aRuleParameter('below', 'count', { smallest: -(2 ** 31) - 1, largest: 0 }),
  aRuleParameter('over', 'count', { smallest: 1, largest: 100 }),
  aRuleParameter('span', 'months', small),
  aRuleParameter('isStrict', 'flag'),
  aRuleParameter('isLoose', 'flag'),
  aRuleParameter('start', 'date'),
  aRuleParameter('area', 'text', { options: GRADES }),
  aRuleParameter('grades', 'list', { options: GRADES }),
  aRuleParameter('others', 'list', { options: GRADES }),
  aRuleParameter('rates', 'table', {
    columns: [
      aColumn('forGrade', 'text', GRADES),
      aColumn('limit', 'count'),
      aColumn('rate', 'count'),
      aColumn('isFull', 'flag'),
    ],
  }),
  aRuleParameter('pairs', 'table', {
    columns: [aColumn('one', 'text', GRADES), aColumn('other', 'text', GRADES), aColumn('gain', 'count')],
  }),
  aRuleParameter('steps', 'table', { columns: [aColumn('step', 'count'), aColumn('worth', 'count')] }),
];

const RATES = [
  { forGrade: 'first', limit: 1, rate: 7, isFull: true },
  { forGrade: 'second', limit: 3, rate: -8, isFull: false },
];
const PAIRS = [
  { one: 'first', other: 'second', gain: 1 },
  { one: 'third', other: 'third', gain: 3 },
];
const STEPS = [
  { step: -3, worth: 1 },
  { step: 1, worth: 3 },
  { step: 3, worth: 9 },
];

function place(given: Readonly<Record<string, ParameterValue | null>>): ReadonlyMap<string, ParameterValue | null> {
  return new Map(
    Object.entries({
      ...{
        p: 5,
        q: -4,
        huge: LARGE,
        above: 2 ** 31,
        below: -(2 ** 31) - 1,
        over: 3,
        span: 6,
        isStrict: true,
        isLoose: false,
        start: '2026-01-31',
      },
      ...{
        area: 'second',
        grades: ['first'],
        others: ['second', 'third'],
        rates: RATES,
        steps: STEPS,
        pairs: PAIRS,
        ...given,
      },
    }),
  );
}

/** Figures that are nought, one or not known are computed by other text than those that are not. */
const PLACES = [
  place({}),
  place({ p: 0, q: 1, huge: -LARGE, over: 1, isStrict: false, isLoose: true, start: '2025-08-29', area: 'third' }),
  place({ p: 1, q: 0, huge: 0, span: 0, isLoose: true, grades: [], start: ON }),
  place({ p: -7, q: null, huge: 2 ** 31, isStrict: null, span: -1, area: null, others: null, rates: null }),
  place({ p: null, q: -7, huge: null, over: null, span: null, isLoose: null, start: null, grades: null, steps: null }),
];

const HOUSEHOLDS: readonly HouseholdFacts[] = [
  { household: {}, members: [{}], events: [{}] },
  {
    household: { n: -5, parts: 3, large: LARGE, months: 6, isSick: true, isOld: false, since: '2025-08-31', until: ON },
    members: [{ wage: 3, isAble: true, level: 'first' }],
  },
  {
    household: { n: 0, parts: 7, large: -LARGE, months: -1, isSick: false, isOld: true, grade: 'first', since: ON },
    members: [{ wage: 0, isAble: false, level: 'second' }, { wage: -6, isAble: true, level: 'third' }, {}],
    events: [{ loss: 0, isGrave: false }],
  },
  {
    household: { n: 1, parts: 1, large: 2 ** 31, months: 0, isSick: true, isOld: true, grade: 'third', until: ON },
    members: [{ wage: 40, isAble: true, level: 'second' }, { wage: 7, isAble: true, level: 'first' }, { wage: 7 }],
    events: [{ loss: -9, isGrave: true }, { loss: 4, isGrave: false }, { isGrave: true }],
  },
  {
    household: { n: 5, large: -(2 ** 31) - 1, isSick: null, isOld: false, grade: 'second', since: '2025-12-31' },
    members: [{ wage: -100 }, { wage: 2, isAble: false }, { isAble: true }, { wage: 1, isAble: true }],
    events: [{ loss: 12 }, { loss: 12, isGrave: true }],
  },
];

/** In every place and of every household, value by value; a nought has no sign. */
function expectAsClosures(variables: readonly RuleVariable[]): void {
  const checked = checkRules(aRuleSet({ facts: FACTS, parameters: PARAMETERS, variables }), ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const [closures, generated] = [closuresFor(rules), generatedFor(rules)];
  for (const parameters of PLACES) {
    const row = rowFrom(rules, ON, parameters);
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    for (const facts of HOUSEHOLDS) {
      const [one, other] = [readFacts(rules, facts), readFacts(rules, facts)];
      if (!one.ok || !other.ok) throw new Error(JSON.stringify([one, other]));
      closures(one.values, row.row);
      generated(other.values, row.row);
      expect([facts, [...parameters], other.values]).toEqual([facts, [...parameters], one.values]);
    }
  }
}

function numbered(unit: Unit, expressions: readonly string[]): readonly RuleVariable[] {
  return expressions.map((expression, index) => aVariable(`result${index}`, unit, expression));
}

const EACH_WITH_EACH = ['n', 'count(members)', 'p', 'count(events) - 2'].flatMap((one) =>
  ['p', 'q', 'count(members)', '0', '1'].map((other) => [one, other]),
);

test.each(EACH_WITH_EACH)(
  'as closures: %s and %s added, taken away, multiplied, the smaller and the larger',
  (one, other) => {
    const expressions = [
      `${one} + ${other}`,
      `${other} + ${one}`,
      `${one} - ${other}`,
      `${other} - ${one}`,
      `${one} * ${other}`,
      `${other} * (0 - (${one}))`,
      `min(${one}, ${other})`,
      `max(${other}, ${one})`,
    ];
    expectAsClosures(numbered('count', expressions));
  },
);

const QUOTIENTS = [
  'n / parts',
  'p / parts',
  'p / count(members)',
  'count(members) / 2',
  '(count(members) - 3) / 2',
  '(count(members) - 3) / over',
  'huge / count(members)',
  'large / over',
  'abs(n) / over',
  'abs(large) / parts',
  'abs(huge) / count(members)',
  'above / count(members)',
  'below / count(members)',
  '(count(members) * 30000000000) / 7',
  '(0 - count(members) * 30000000000) / 7',
  '(count(members) * 21474836.48) / 1',
  'count(events) / (count(members) + 1)',
  'floor(n / 3) / over',
];

test.each([
  'floor(q)',
  'ceiling(q)',
  'round up(q, 0)',
  'round down(q, 0)',
  'round half up(q, 0)',
  'round half down(q, 0)',
])('as closures: quotients rounded by %s', (rounding) => {
  const expressions = QUOTIENTS.map((quotient) => rounding.replace('q', quotient));
  expectAsClosures(numbered('count', expressions));
});

/** Of what is known and what is not; some months later than a day, where the day is a figure and where it is a fact. */
const COMPARED = [
  ['n', 'p'],
  ['p', 'q'],
  ['count(members)', 'p'],
  ['count(members)', 'count(events)'],
  ['count(members)', 'n'],
  ['since + @"P6M"', 'today()'],
  ['today()', 'since + @"P1M" * months'],
  ['since + @"P1M" * span', 'start'],
  ['start + @"P1M" * count(members)', 'today()'],
  ['start + @"P1M" * months', 'today()'],
  ['since + @"P6M"', 'until'],
  ['since + @"P181D"', 'today()'],
  ['start', 'today()'],
  ['since', 'start'],
];

test.each(['=', '!=', '<', '<=', '>', '>='])('as closures: compared by %s', (operator) => {
  expectAsClosures(
    numbered(
      'flag',
      COMPARED.map((sides) => sides.join(` ${operator} `)),
    ),
  );
});

const CONDITIONS = ['isSick', 'isStrict', 'count(members) > 2', 'true', 'n > p'];
const OTHERS = ['isOld', 'isLoose', 'count(events) > 1', 'false', 'floor(count(members) / 2) > 1'];

test.each(CONDITIONS)('as closures: %s together with other conditions', (one) => {
  const both = OTHERS.flatMap((other) =>
    ['and', 'or'].flatMap((word) => [[one, other].join(` ${word} `), [other, one].join(` ${word} `)]),
  );
  expectAsClosures(numbered('flag', [...both, ...both.map((condition) => `not(${condition})`)]));
});

const EXPRESSIONS: readonly (readonly [Unit, readonly string[]])[] = [
  [
    'count',
    [
      // Figures beside facts, and beside how many there are, which is always known.
      '(count(members) - 3) * n',
      '(0 - count(members)) * (p - p)',
      'min(n, n)',
      // Choices.
      'if count(members) > 2 then p else q',
      'if count(members) > 2 then p else 0',
      'if count(members) > 2 then 0 else p',
      'if count(members) > 2 then huge else 0',
      'if count(members) > 2 then abs(huge) else 0',
      'if count(members) > 2 then huge else p',
      'if count(members) > 2 then above else 0',
      'if count(members) > 2 then above else p',
      'if count(members) > 2 then below else 0',
      'if count(members) > 2 then below else p',
      'if count(members) > 2 then count(events) * 3000000000 else 0',
      'if count(members) > 2 then 0 - count(events) else count(events)',
      'if count(members) > 2 then floor(count(members) / 2) else count(events)',
      'if floor(count(members) / 2) > 1 then count(events) else count(members)',
      'if count(members) > 2 then count(events) else floor(count(members) / 2)',
      'if count(members) > 2 then n else p',
      'if count(members) > 2 then n else floor(n / parts)',
      'if isSick then p else q',
      'if isSick then 5 else 5',
      'if isSick then p else p',
      'if isSick then n else floor(n / parts)',
      'if isSick then floor(n / parts) else floor(large / parts)',
      'if isSick then sum(members.wage) else max(members.wage)',
      'if isStrict then n else 0',
      'if isStrict then 0 else n',
      'if isStrict and isSick then n else p',
      'if isStrict or isSick then n else p',
      'if count(members) > 2 and isStrict then n else p',
      'if isSick and isStrict then floor(n / 3) else rates[forGrade = grade][1].rate',
      // Look-ups by key and row by row.
      'rates[forGrade = grade][1].rate',
      'rates[grade = forGrade][1].rate',
      'rates[forGrade = area][1].rate',
      'rates[forGrade = "second"][1].rate',
      'rates[forGrade = (if isSick then grade else "first")][1].rate',
      'rates[forGrade = grade and isSick][1].rate',
      'rates[limit >= n][1].rate',
      'rates[limit > p][1].rate',
      'rates[limit = count(members)][1].rate',
      'rates[isFull][1].rate',
      'rates[isFull = isSick][1].rate',
      'rates[isFull = isStrict][1].limit',
      'pairs[one = (if n > 0 then other else "first")][1].gain',
      'pairs[one = grade or one = other][1].gain + n',
      'steps[step = n][1].worth',
      'steps[step = count(members)][1].worth',
      'steps[step = count(members) - 4][1].worth',
      'steps[step = p][1].worth',
      'steps[step = large][1].worth',
      'steps[step = rates[forGrade = grade][1].limit][1].worth',
      'steps[step = rates[limit = step][1].limit][1].worth',
      'steps[step < worth and worth > n][1].step',
      // Sums over members and events.
      'sum(members.wage)',
      'sum(members[isAble].wage)',
      'sum(members[isStrict].wage)',
      'sum(members[isLoose and isAble].wage)',
      'sum(members[isSick].wage)',
      'sum(members[count(events) > 1].wage)',
      'count(members[count(events) > 1])',
      'count(members[count(events) > 1 and isAble])',
      'count(events[isGrave])',
      'count(events[isStrict])',
      'sum(events[count(members) > 2].loss)',
      'min(members.wage)',
      'max(events.loss)',
      'min(events[isGrave].loss)',
      'max(members[count(events) > 1].wage)',
      'max(members[isStrict].wage)',
      'min(members[level in grades].wage)',
      'sum(members[level = grade].wage) + sum(events[isGrave = isSick].loss)',
      'sum(members[steps[step = wage][1].worth > 0].wage)',
    ],
  ],
  [
    'flag',
    [
      'not(isStrict)',
      'not(count(members) > 2)',
      '(count(members) > 2) = isSick',
      '(count(members) > 2) != (count(events) > 1)',
      '(count(members) > 2) = isStrict',
      'isSick = isStrict',
      'isSick != isOld',
      'if isSick then isOld else isStrict',
      'if isSick then count(members) > 2 else isOld',
      'if isSick then floor(n / 2) > 1 else isOld',
      'if count(members) > 2 then isSick else isOld',
      'if count(members) > 2 then count(events) > 1 else isStrict',
      'if count(members) > 2 then count(events) > 1 else count(events) < 1',
      'if isStrict then isSick else false',
      'if isSick then true else isStrict',
      'if isSick then isStrict else isStrict',
      'grade in grades',
      'grade in others',
      'area in grades',
      '"first" in grades',
      'grade = area',
      '(if isSick then grade else area) in others',
      'rates[forGrade = grade][1].isFull',
      'rates[limit > n][1].isFull',
      'rates[limit > n][1].isFull and isSick',
      'not(rates[forGrade = grade][1].isFull)',
      'rates[forGrade = "first"][1].isFull or isSick',
      'some x in members satisfies x.wage > p',
      'some x in members satisfies x.isAble',
      'some x in members satisfies isStrict',
      'some x in members satisfies count(events) > 1',
      'every x in members satisfies x.isAble or isSick',
      'every x in events satisfies x.isGrave',
      'some x in members satisfies x.level in others',
      // Loops inside loops, which are no steps of their own.
      'some x in members satisfies x.wage > sum(members[isAble].wage) - 1',
      'some x in members satisfies x.wage >= max(members.wage)',
      'some x in members satisfies x.wage > min(events.loss)',
      'some x in members satisfies x.wage > min(members[wage > x.wage].wage) - 5',
      'some x in members satisfies x.wage > count(members[wage < x.wage]) + count(events)',
      'some x in members satisfies x.wage > count(members[isLoose and wage < x.wage])',
      'some x in members satisfies some y in members satisfies x.wage = y.wage + p',
      'some x in members satisfies every y in events satisfies x.wage > y.loss',
      'some x in members, y in members satisfies x.wage < y.wage and y.level = x.level',
      'every x in events satisfies some y in members satisfies rates[forGrade = y.level][1].rate > x.loss',
    ],
  ],
  [
    'date',
    [
      'since + @"P1M" * months',
      'since + @"P1M" * span',
      'start + @"P1M" * count(members)',
      'start + @"P1D" * count(members)',
      'today() + @"P1M" * 12',
      'if isSick then since else today()',
      'if count(members) > 2 then start else today()',
      'max(since, start)',
      'min(today(), until)',
    ],
  ],
  [
    'calendarDays',
    ['(until - since).days', '(until - start).days', '(today() - start).days', '(since - today()).days'],
  ],
];

test.each(EXPRESSIONS.flatMap(([unit, all]) => all.map((expression): [Unit, string] => [unit, expression])))(
  'as closures, by itself: %s %s',
  (unit, expression) => {
    expectAsClosures([aVariable('result', unit, expression)]);
  },
);

const RULES: readonly (readonly [string, readonly (readonly [string, Unit, RuleScope, string])[]])[] = [
  [
    'values of members, of the household and of members again',
    [
      ['own', 'count', 'person', 'wage + p'],
      ['inner', 'flag', 'household', 'some x in members satisfies every y in members satisfies x.own >= y.own'],
      ['again', 'flag', 'person', 'household.inner and own > 0'],
      ['most', 'count', 'household', 'sum(members[again].own)'],
      ['rest', 'count', 'person', 'household.most - wage - own'],
      ['worst', 'count', 'event', 'loss + household.most'],
      ['whole', 'count', 'household', 'sum(events.worst) + sum(members.rest)'],
      ['beside', 'count', 'event', 'household.whole - worst'],
      ['worse', 'flag', 'household', 'some x in members satisfies some y in events satisfies y.worst > x.wage'],
      ['late', 'flag', 'person', 'again or household.whole > 0'],
      ['anybody', 'flag', 'household', 'some x in members satisfies every y in members satisfies x.again or y.late'],
    ],
  ],
  [
    'what depends on parameters alone, read everywhere',
    [
      ['low', 'count', 'household', 'min(p, q)'],
      ['lower', 'count', 'household', 'if low < 0 and not(isStrict) then low * 2 else floor(low / over)'],
      ['isLow', 'flag', 'household', 'lower < 0 or area in grades'],
      ['flat', 'count', 'person', 'household.lower + 1'],
      ['isFlat', 'flag', 'person', 'household.isLow'],
      ['cost', 'count', 'event', 'if household.isLow then rates[forGrade = area][1].rate else loss'],
      ['total', 'count', 'household', 'sum(members.flat) + sum(members[isFlat].wage) + n * lower + sum(events.cost)'],
      ['some1', 'flag', 'household', 'some x in members satisfies x.isFlat'],
      ['least', 'count', 'household', 'min(members[isAble].flat)'],
      ['greatest', 'count', 'household', 'max(members[isFlat].flat)'],
      ['ofFlat', 'count', 'household', 'sum(members[isAble].flat)'],
      ['listed', 'flag', 'household', 'if isLow then area in others else "first" in others'],
      ['later', 'flag', 'household', 'start + @"P1M" * span > today() and isLow'],
      ['waited', 'calendarDays', 'household', '(today() - start).days'],
    ],
  ],
  [
    'the same sums in several rules, and some that are nearly the same',
    [
      ['one', 'count', 'household', 'sum(members.wage)'],
      ['two', 'count', 'household', 'sum(members.wage) + 1'],
      ['three', 'count', 'household', 'sum(members[isAble].wage)'],
      ['four', 'count', 'household', 'count(members[isAble]) + count(members[not(isAble)])'],
      ['five', 'count', 'household', 'min(members.wage) + max(members.wage)'],
      ['six', 'count', 'household', 'sum(events.loss) + min(events.loss)'],
      ['seven', 'flag', 'household', 'some x in members satisfies x.wage + x.wage > sum(members.wage)'],
      ['eight', 'flag', 'household', 'some x in members, y in members satisfies x.wage < y.wage - p'],
      ['nine', 'flag', 'household', 'some x in members, y in members satisfies y.wage < x.wage - q'],
      ['ten', 'flag', 'household', 'some x in members, y in members satisfies x.wage < x.wage - q'],
      ['eleven', 'count', 'household', 'sum(members[isAble].wage) + sum(events[isGrave].loss)'],
    ],
  ],
  [
    'figures of one place that are nearly the same',
    [
      ['one', 'count', 'household', 'n + (p + q) + (p - q) + (q - p) + p * q + min(p, q) + max(p, q)'],
      ['two', 'count', 'household', 'n + floor(p / over) - ceiling(p / over) + floor(q / over)'],
      ['three', 'count', 'household', 'n + (if p < q then 1 else 2) - (if p <= q then 3 else 4)'],
      ['four', 'flag', 'household', '(isSick and (isStrict and isLoose)) or (isOld and (isStrict or isLoose))'],
      ['five', 'flag', 'household', '(isSick and not(isStrict)) or (isOld and isStrict)'],
      ['six', 'flag', 'household', 'since < start + @"P1M" or until < start + @"P1D" or since = start'],
      ['seven', 'count', 'household', 'n + rates[forGrade = area][1].rate - rates[forGrade = area][1].limit'],
      ['eight', 'count', 'household', 'n * rates[limit > p][1].rate + steps[step > p][1].worth'],
      ['nine', 'flag', 'household', '(isSick and (area in grades)) or (isOld and (area in others))'],
      ['ten', 'flag', 'household', '(isSick and grade in grades) or (isOld and grade in others)'],
      [
        'eleven',
        'count',
        'household',
        'rates[forGrade = grade][1].rate + rates[forGrade = grade][1].limit + steps[step = n][1].worth',
      ],
      ['twelve', 'count', 'person', 'rates[forGrade = level][1].rate + steps[step = wage][1].worth + wage'],
    ],
  ],
  [
    'facts read once, twice, in a loop and in a branch that is not taken',
    [
      ['once', 'count', 'household', 'if isSick then n else 0'],
      ['twice', 'count', 'household', 'parts + parts'],
      ['within', 'flag', 'household', 'some x in members satisfies x.wage > large'],
      ['ofMember', 'count', 'person', 'if isAble then wage else household.n'],
      ['both', 'flag', 'person', 'level = household.grade or level = "second"'],
      ['ofOthers', 'flag', 'household', 'some x in members satisfies x.ofMember > n'],
      ['ofEvent', 'flag', 'event', 'isGrave and loss < loss + household.once'],
    ],
  ],
];

test.each(RULES)('as closures, together: %s', (_, all) => {
  expectAsClosures(all.map(([id, unit, on, expression]) => aVariable(id, unit, expression, { on })));
});
