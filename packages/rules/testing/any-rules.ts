import fc from 'fast-check';
import type { RuleSet } from '../src/determination/model/rule-model.ts';
import type { HouseholdFacts } from '../src/household-facts.ts';
import type { ParameterValue } from '../src/policy/unit.ts';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from './a-rule.ts';

const KINDS = ['red', 'green', 'blue'];
const person = { on: 'person' } as const;
const event = { on: 'event' } as const;
const amount = { smallest: -500, largest: 100_000 } as const;

const FACTS = [
  aFact('hFen', 'fen', amount),
  aFact('hFlag', 'flag'),
  aFact('hKind', 'text', { options: KINDS }),
  aFact('hDate', 'date'),
  aFact('hRooms', 'count', { smallest: 1, largest: 9 }),
  aFact('pFen', 'fen', { ...person, ...amount }),
  aFact('pFlag', 'flag', person),
  aFact('pKind', 'text', { ...person, options: KINDS }),
  aFact('pDate', 'date', person),
  aFact('pShare', 'basisPoints', { ...person, largest: 10_000 }),
  aFact('eFen', 'fen', { ...event, ...amount }),
  aFact('eFlag', 'flag', event),
];

const PARAMETERS = [
  aRuleParameter('set.fen', 'fen', { largest: 100_000 }),
  aRuleParameter('set.ratio', 'basisPoints', { largest: 30_000 }),
  aRuleParameter('set.flag', 'flag'),
  aRuleParameter('set.months', 'months', { largest: 100 }),
  aRuleParameter('set.kinds', 'list', { options: KINDS }),
  aRuleParameter('set.tariff', 'table', {
    columns: [aColumn('kind', 'text', KINDS), aColumn('above', 'fen'), aColumn('pays', 'fen')],
  }),
];

/** The values fit every rule: each kind has its row, and a row begins at 0. */
export const anyParameters: fc.Arbitrary<ReadonlyMap<string, ParameterValue>> = fc
  .record({
    fen: fc.integer({ min: 0, max: 100_000 }),
    ratio: fc.integer({ min: 0, max: 30_000 }),
    flag: fc.boolean(),
    months: fc.integer({ min: 0, max: 100 }),
    kinds: fc.subarray(KINDS),
    pays: fc.array(fc.integer({ min: 0, max: 9_999 }), { minLength: 3, maxLength: 3 }),
  })
  .map(
    ({ fen, ratio, flag, months, kinds, pays }) =>
      new Map<string, ParameterValue>([
        ['set.fen', fen],
        ['set.ratio', ratio],
        ['set.flag', flag],
        ['set.months', months],
        ['set.kinds', kinds],
        ['set.tariff', KINDS.map((kind, index) => ({ kind, above: index * 1_000, pays: pays[index] ?? 0 }))],
      ]),
  );

const anyDate = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyFen = fc.integer({ min: -500, max: 100_000 });
const anyKind = fc.constantFrom(...KINDS);

function scopeFacts(isTotal: boolean) {
  const maybe = <T>(one: fc.Arbitrary<T>) => (isTotal ? one : fc.option(one, { freq: 3 }));
  return {
    household: fc.record({
      hFen: maybe(anyFen),
      hFlag: maybe(fc.boolean()),
      hKind: maybe(anyKind),
      hDate: maybe(anyDate),
      hRooms: maybe(fc.integer({ min: 1, max: 9 })),
    }),
    member: fc.record({
      pFen: maybe(anyFen),
      pFlag: maybe(fc.boolean()),
      pKind: maybe(anyKind),
      pDate: maybe(anyDate),
      pShare: maybe(fc.integer({ min: 0, max: 10_000 })),
    }),
    event: fc.record({ eFen: maybe(anyFen), eFlag: maybe(fc.boolean()) }),
  };
}

export function anyFacts(isTotal: boolean): fc.Arbitrary<HouseholdFacts> {
  const { household, member, event: one } = scopeFacts(isTotal);
  return fc.record({
    household,
    members: fc.array(member, { minLength: 1, maxLength: 4 }),
    events: fc.array(one, { maxLength: 2 }),
  });
}

type Kind = 'flag' | 'fen' | 'kind' | 'date';
type Scope = 'household' | 'person' | 'event';

/** Expressions of each kind that a scope can write, with the variables there are so far. */
function expressions(scope: Scope, given: readonly Written[]) {
  const letter = scope.charAt(0);
  const own = (kind: string) => `${letter}${kind}`;
  const variables = (kind: Kind, of: Scope, prefix = '') =>
    given.filter((one) => one.kind === kind && one.scope === of).map(({ id }) => fc.constant(`${prefix}${id}`));
  const outside = scope === 'household' ? [] : [fc.constant('household.hFen')];
  const leaf = {
    fen: fc.oneof(
      fc.constant(own('Fen')),
      fc.constant('set.fen'),
      fc.constant('0'),
      ...outside,
      ...variables('fen', scope),
      ...(scope === 'household' ? [] : variables('fen', 'household', 'household.')),
    ),
    flag: fc.oneof(
      fc.constant(own('Flag')),
      fc.constant('set.flag'),
      fc.boolean().map(String),
      ...variables('flag', scope),
      ...(scope === 'household' ? [] : variables('flag', 'household', 'household.')),
    ),
  };
  const kind = scope === 'event' ? fc.constant('household.hKind') : fc.constant(own('Kind'));
  const date = fc.constantFrom(scope === 'event' ? 'household.hDate' : own('Date'), 'today()', '@"2026-02-28"');
  const member = memberExpressions(given);
  const { fen } = fc.letrec<{ fen: string; flag: string }>((tie) => ({
    fen: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf.fen,
      pair(tie('fen'), tie('fen'), (a, b) => `(${a} + ${b})`),
      pair(tie('fen'), tie('fen'), (a, b) => `(${a} - ${b})`),
      pair(tie('fen'), tie('fen'), (a, b) => `max(${a}, ${b})`),
      pair(tie('fen'), tie('fen'), (a, b) => `min([${a}, ${b}])`),
      pair(anyRounding, tie('fen'), (round, a) => round(`${a} * set.ratio`)),
      pair(anyRounding, tie('fen'), (round, a) =>
        round(`(${a} + 1.5 * ${own('Fen')}) / ${scope === 'household' ? 'hRooms' : 'household.hRooms'}`),
      ),
      tie('fen').map((a) => `abs(${a})`),
      fc.tuple(tie('flag'), tie('fen'), tie('fen')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
      kind.map((k) => `set.tariff[kind = ${k}][1].pays`),
      tie('fen').map((a) => `set.tariff[above >= ${a} or kind = "blue"][1].pays`),
      ...(scope === 'household' ? [member.sum] : []),
    ),
    flag: fc.oneof({ depthSize: 'small' }, leaf.flag, ...flagForms(tie('flag'), tie('fen'), kind, date, scope, member)),
  }));
  const { flag } = fc.letrec<{ flag: string }>((tie) => ({
    flag: fc.oneof({ depthSize: 'small' }, leaf.flag, ...flagForms(tie('flag'), fen, kind, date, scope, member)),
  }));
  return { fen, flag };
}

function flagForms(
  flag: fc.Arbitrary<string>,
  fen: fc.Arbitrary<string>,
  kind: fc.Arbitrary<string>,
  date: fc.Arbitrary<string>,
  scope: Scope,
  member: ReturnType<typeof memberExpressions>,
): readonly fc.Arbitrary<string>[] {
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  return [
    pair(flag, flag, (a, b) => `(${a} and ${b})`),
    pair(flag, flag, (a, b) => `(${a} or ${b})`),
    flag.map((a) => `not(${a})`),
    fc.tuple(fen, operator, fen).map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(fen, fen, fen).map(([a, b, c]) => `(${a} between ${b} and ${c})`),
    fc.tuple(fen, fen).map(([a, b]) => `(${a} in [0..${b}))`),
    fc.tuple(kind, anyKind).map(([k, v]) => `(${k} = "${v}")`),
    kind.map((k) => `(${k} in ("red", "blue"))`),
    kind.map((k) => `(${k} in set.kinds)`),
    fc.tuple(date, operator, date).map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(date, date).map(([a, b]) => `(years and months duration(${a}, ${b}) >= @"P18Y")`),
    fc.tuple(date, date).map(([a, b]) => `(years and months duration(${a}, ${b}).months > 0)`),
    fc.tuple(date, date).map(([a, b]) => `(${a} + @"P1M" * set.months > ${b} - @"P40D")`),
    fc.tuple(date, date).map(([a, b]) => `((${a} - ${b}).days > 0)`),
    fc.tuple(flag, flag, flag).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
    ...(scope === 'household' ? [member.some, member.count] : []),
  ];
}

/** Sums and quantifiers over the members, with the household's names beside theirs. */
function memberExpressions(given: readonly Written[]) {
  const flags = ['pFlag', 'set.flag', 'hFlag', 'pKind = "red"', 'pKind in set.kinds', 'pFen > hFen'];
  const fens = ['pFen', ...given.filter((one) => one.scope === 'person' && one.kind === 'fen').map(({ id }) => id)];
  const own = given.filter((one) => one.scope === 'person' && one.kind === 'flag').map(({ id }) => id);
  const condition = fc.constantFrom(...flags, ...own);
  const value = fc.constantFrom(...fens);
  return {
    sum: fc.oneof(
      value.map((x) => `sum(members.${x})`),
      fc.tuple(condition, value).map(([c, x]) => `sum(members[${c}].${x})`),
      fc.tuple(condition, value).map(([c, x]) => `sum(members[${c}][${x} > set.fen].${x})`),
      value.map((x) => `max(members.${x})`),
      fc.constantFrom('sum(events[eFlag = hFlag].eFen)', 'sum(events.eFen)', 'sum(members.pFen)'),
    ),
    some: fc.oneof(
      value.map((x) => `(some x in members satisfies x.${x} > hFen)`),
      value.map((x) => `(every x in members satisfies x.${x} >= set.fen or hFlag)`),
      fc.tuple(condition, value).map(([c, x]) => `(every x in members[${c}] satisfies x.${x} > 0)`),
      fc
        .tuple(value, value)
        .map(([a, b]) => `(some x in members satisfies some y in members satisfies x.${a} > y.${b} + set.fen)`),
      fc.constant('(some x in members, y in events satisfies x.pFen > y.eFen)'),
      fc.constant('(some x in members satisfies x.pFen * count(members) > sum(members.pFen))'),
    ),
    count: condition.map((c) => `(count(members[${c}]) >= hRooms)`),
  };
}

const anyRounding = fc.constantFrom(
  (text: string) => `floor(${text})`,
  (text: string) => `ceiling(${text})`,
  (text: string) => `round up(${text}, 0)`,
  (text: string) => `round down(${text}, -2)`,
  (text: string) => `round half up(${text}, 0)`,
  (text: string) => `round half down(${text}, -1)`,
);

function pair<A, B>(one: fc.Arbitrary<A>, other: fc.Arbitrary<B>, write: (a: A, b: B) => string): fc.Arbitrary<string> {
  return fc.tuple(one, other).map(([a, b]) => write(a, b));
}

interface Written {
  readonly id: string;
  readonly kind: 'flag' | 'fen';
  readonly scope: Scope;
  readonly text: string;
}

const anyPlace = fc.record({
  kind: fc.constantFrom('flag', 'fen'),
  scope: fc.constantFrom('household', 'person', 'person', 'household', 'event'),
});

const written = (id: string, scope: Scope, kind: 'flag' | 'fen', text: string): Written => ({ id, scope, kind, text });

/** What chance finds too seldom. */
const CORNERS: readonly (readonly Written[])[] = [
  [
    written('own', 'person', 'fen', 'pFen + set.fen'),
    written('inner', 'household', 'flag', 'some x in members satisfies every y in members satisfies x.own >= y.own'),
    written('again', 'person', 'flag', 'household.inner and own > 0'),
    written('most', 'household', 'fen', 'sum(members[again].own)'),
  ],
  [
    written('ofMembers', 'household', 'fen', 'sum(members.pFen)'),
    written('ofEvents', 'household', 'fen', 'sum(events.eFen)'),
    written('ofSome', 'household', 'fen', 'sum(members[pFlag].pFen) - sum(events[eFlag = true].eFen)'),
  ],
  [
    written('partly', 'household', 'fen', 'floor(hFen + set.fen / hRooms)'),
    written('inParts', 'household', 'flag', 'hFen / hRooms > set.fen / (hRooms + 1)'),
    written('ofParts', 'household', 'fen', 'ceiling((hFen / hRooms - set.fen) / (hRooms / (hRooms + 2)))'),
  ],
  [
    written('byAbove', 'household', 'fen', 'set.tariff[above >= set.fen or kind = "blue"][1].pays'),
    written('byPays', 'household', 'fen', 'set.tariff[pays >= set.fen or kind = "blue"][1].pays'),
  ],
  [
    written('notInBound', 'household', 'flag', 'hFen in [0..(if not(hFen > set.fen) then set.fen else hFen)]'),
    written('notOfSome', 'household', 'flag', 'hFen between 0 and (if not(hFen > 0) then 1 * set.fen else hFen)'),
  ],
  [
    written('largestOfSome', 'household', 'fen', 'max(members[pFlag].pFen)'),
    written('leastOfNone', 'household', 'fen', 'min(events.eFen)'),
    written(
      'ofThree',
      'household',
      'flag',
      'some x in members satisfies some y in members satisfies some z in members satisfies x.pFen + y.pFen < z.pFen',
    ),
  ],
];

/** Some variables, each of which may use those before it. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .array(anyPlace, { minLength: 1, maxLength: 7 })
  .chain((places) => fc.oneof({ weight: 7, arbitrary: writeAll(places, []) }, fc.constantFrom(...CORNERS)))
  .map((all) =>
    aRuleSet({
      facts: FACTS,
      parameters: PARAMETERS,
      variables: all.map(({ id, kind, scope, text }) => aVariable(id, kind, text, { on: scope })),
    }),
  );

function writeAll(
  [place, ...others]: readonly { readonly kind: 'flag' | 'fen'; readonly scope: Scope }[],
  done: readonly Written[],
): fc.Arbitrary<readonly Written[]> {
  if (!place) return fc.constant(done);
  return expressions(place.scope, done)[place.kind].chain((text) =>
    writeAll(others, [...done, { ...place, id: `v${done.length}`, text }]),
  );
}
