import { describe, expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { FactValues, HouseholdFacts } from '../../household-facts.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from './read-facts.ts';
import { readValue } from './values.ts';

const person = { on: 'person' } as const;
const checked = checkRules(
  aRuleSet({
    facts: [
      aFact('income', 'fen', { smallest: -100, largest: 500 }),
      aFact('isPoor', 'flag'),
      aFact('share', 'basisPoints', { largest: 8_050 }),
      aFact('homes', 'count', { smallest: 1, largest: 20 }),
      aFact('since', 'date'),
      aFact('area', 'text', { options: ['urban', 'rural'] }),
      aFact('kind', 'text', { options: ['fire', 'flood'] }),
      aFact('age', 'count', person),
      aFact('bornOn', 'date', { ...person, past: true }),
      aFact('relation', 'text', { ...person, options: ['self', 'child'], once: 'self' }),
      aFact('loss', 'fen', { on: 'event' }),
    ],
    variables: [aVariable('isRich', 'flag', 'income > 5 * income'), aVariable('isAdult', 'flag', 'age >= 18', person)],
  }),
  '2026-03-01',
);
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const { rules } = checked;

function issuesOf(facts: Partial<HouseholdFacts>, on?: string) {
  const read = readFacts(rules, { household: {}, members: [{}], ...facts }, on);
  if (read.ok) return [];
  return read.issues.map(({ path, zh, en, asData }) =>
    [`${path.join('.')}:`, zh, en, ...(asData ? [asData.zh, asData.en] : [])].join(' '),
  );
}

function readBack(household: FactValues) {
  const read = readFacts(rules, { household, members: [{}] });
  if (!read.ok) return read.issues;
  return Object.fromEntries(Object.keys(household).map((id) => [id, readValue(rules, read.values, id)]));
}

describe('facts that can be', () => {
  test.each<FactValues>([
    { income: 500, isPoor: true, since: '2026-02-28', area: 'rural', kind: 'flood' },
    { income: -100, isPoor: false, area: 'urban', kind: 'fire' },
    { income: 0, isPoor: null },
    {},
  ])('%j comes back as it was told', (household) => {
    expect(readBack(household)).toEqual(household);
  });

  test('nought is nought, without a sign', () => {
    expect(readBack({ income: -0 })).toEqual({ income: 0 });
  });

  test('of the second member and the first event stand there and nowhere else', () => {
    const read = readFacts(rules, { household: {}, members: [{}, { age: 30 }], events: [{ loss: 7 }] });
    if (!read.ok) throw new Error('refused');
    const { values } = read;
    expect([0, 1, 2].map((index) => readValue(rules, values, 'age', index))).toEqual([null, 30, null]);
    expect(readValue(rules, values, 'loss')).toBe(7);
    expect(readValue(rules, values, 'isAdult', 1)).toBeNull();
    expect(readValue(rules, values, 'nothing')).toBeNull();
  });

  test('a hundred members and a hundred events may be told', () => {
    const many = Array.from({ length: 100 }, () => ({}));
    expect(issuesOf({ members: many, events: many })).toEqual([]);
  });
});

describe('facts that cannot be', () => {
  const number =
    '应为 -1 至 5 元，最多两位小数。 must be -1 to 5 yuan with at most two decimals.' +
    ' 接口数据以分为单位：-100 至 500 的整数 as data a whole number of fen, -100 to 500';
  const share =
    '应为 0% 至 80.50%，最多两位小数。 must be 0% to 80.50% with at most two decimals.' +
    ' 接口数据以万分之一为单位：0 至 8050 的整数 as data a whole number of basis points, 0 to 8050';
  const homes = '应为 1 至 20 的整数。 must be a whole number from 1 to 20.';
  const flag = '应为是或否（true、false）。 must be true or false.';
  const date = '应为日期 YYYY-MM-DD。 must be a date, YYYY-MM-DD.';
  const area = '应为以下之一：urban、rural。 must be one of urban, rural.';
  const unquoted = number
    .replace('应为', '应为数字，不加引号；应为')
    .replace('must be', 'must be a number without quotation marks; it must be');
  const strange = '没有这项事实。 There is no such fact.';
  const isIncome = '没有这项事实。是不是 income？ There is no such fact. Is it income?';
  const ofMembers = '没有这项事实：它写在成员（members）里。 There is no such fact here: it stands in members.';

  test.each<[FactValues, string]>([
    [{ income: 501 }, `household.income: ${number}`],
    [{ income: -101 }, `household.income: ${number}`],
    [{ income: 1.5 }, `household.income: ${number}`],
    [{ income: '5' }, `household.income: ${unquoted}`],
    [{ income: 'urban' }, `household.income: ${unquoted}`],
    [{ income: true }, `household.income: ${number}`],
    [{ share: 8_051 }, `household.share: ${share}`],
    [{ homes: 0 }, `household.homes: ${homes}`],
    [{ isPoor: 1 }, `household.isPoor: ${flag}`],
    [{ isPoor: 'true' }, `household.isPoor: ${flag}`],
    [{ since: '2026-02-30' }, `household.since: ${date}`],
    [{ since: 755_000 }, `household.since: ${date}`],
    [{ area: 'fire' }, `household.area: ${area}`],
    [{ area: 1 }, `household.area: ${area}`],
    [{ area: true }, `household.area: ${area}`],
    [{ incom: 5 }, `household.incom: ${isIncome}`],
    [{ incom: null }, `household.incom: ${isIncome}`],
    [{ isRich: true }, `household.isRich: ${strange}`],
    [{ age: 5 }, `household.age: ${ofMembers}`],
    [{ toString: 1 }, `household.toString: ${strange}`],
    [{ income: 5, area: 'urban', incom: 5 }, `household.incom: ${isIncome}`],
  ])('%j', (household, issue) => {
    expect(issuesOf({ household })).toEqual([issue]);
  });

  test('are told with the member or event they are of, all at once', () => {
    const facts = { household: { income: 501 }, members: [{ age: 1 }, { age: -1 }], events: [{ loss: 1 }, { los: 1 }] };
    expect(issuesOf(facts).map((issue) => issue.split(':')[0])).toEqual([
      'household.income',
      'members.1.age',
      'events.1.los',
    ]);
  });

  test('of an event or a member, that stand elsewhere', () => {
    const facts = { household: { loss: 1 }, members: [{ income: 1 }] };
    expect(issuesOf(facts)).toEqual([
      'household.loss: 没有这项事实：它写在事件（events）里。 There is no such fact here: it stands in events.',
      'members.0.income: 没有这项事实：它写在家庭（household）里。 There is no such fact here: it stands in household.',
    ]);
  });

  test('of eleven strange names the last is not compared with all others', () => {
    const strangers = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`incom${index}`, 1]));
    const told = issuesOf({ household: strangers }).map((issue) => issue.includes('是不是 income？'));
    expect(told).toEqual([...Array<boolean>(10).fill(true), false]);
  });

  test('nor is that of the eleventh member: they are counted together', () => {
    const members = Array.from({ length: 11 }, () => ({ aeg: 1 }));
    const told = issuesOf({ members }).map((issue) => issue.includes('是不是 age？'));
    expect(told).toEqual([...Array<boolean>(10).fill(true), false]);
  });

  test('there is nobody, or are too many members or events', () => {
    const many = Array.from({ length: 101 }, () => ({}));
    const count = '成员应为 1 至 100 人，事件不超过 100 件。 there must be 1 to 100 members and at most 100 events.';
    expect(issuesOf({ members: [] })).toEqual([`members: ${count}`]);
    expect(issuesOf({ members: many, events: many })).toEqual([`members: ${count}`, `events: ${count}`]);
    expect(issuesOf({ members: [], household: { income: 501 } })).toEqual([`members: ${count}`]);
  });
});

describe('a day of what has happened', () => {
  const on = '2026-03-01';

  test('may be the day of the determination or before it, and not after', () => {
    const members = [{ bornOn: on }, { bornOn: '2026-03-02' }, { bornOn: '1990-01-01' }];
    expect(issuesOf({ members }, on)).toEqual([
      'members.1.bornOn: 不能晚于 2026-03-01（判定之日），请核对日期。' +
        ' must not lie after 2026-03-01, the day of the determination: check the date.',
    ]);
  });

  test('is any day where no day of a determination is named', () => {
    expect(issuesOf({ members: [{ bornOn: '2999-01-01' }] })).toEqual([]);
  });

  test('is not every date: others may lie ahead', () => {
    expect(issuesOf({ household: { since: '2999-01-01' } }, on)).toEqual([]);
  });
});

describe('what holds of one member alone', () => {
  test('is refused of every other, who are told of whom it was told first', () => {
    const members = [{}, { relation: 'self' }, { relation: 'child' }, { relation: 'self' }, { relation: 'self' }];
    const said =
      '只能有一名成员是“self”：第 2 名成员已经是，请改选。 only one member can be "self", and member 2 is: choose another.';
    expect(issuesOf({ members })).toEqual([`members.3.relation: ${said}`, `members.4.relation: ${said}`]);
  });

  test('may be told of nobody, or of one, and what is no such thing of many', () => {
    expect(issuesOf({ members: [{ relation: 'child' }, { relation: 'child' }] })).toEqual([]);
    expect(issuesOf({ members: [{ relation: 'self' }, { relation: 'child' }, {}] })).toEqual([]);
  });
});
