import * as contract from '@yimen/contracts';
import { findPolicyForRegion } from '@yimen/rules';
import { beforeAll, describe, expect, test } from 'vitest';
import { spoil } from '../mass-determination/testing/spoil.ts';
import { startTestApi, type TestSession } from '../platform/testing/index.ts';
import { PLACES, smallCounty } from '../testing/index.ts';
import { factsOf, registerAlone } from './testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const county = await smallCounty(api);
const JINAN = '341502000000';
const ELSEWHERE = {
  county: JINAN,
  town: JINAN,
  village: JINAN,
  otherVillage: JINAN,
  otherTown: JINAN,
  farVillage: JINAN,
};
const elsewhere = await smallCounty(api, { places: ELSEWHERE, prefix: 'jinan.' });
const clerk = await county.as('county.clerk');

const JULY = '2026-07-01';
const MONTHS = 12;
/** A month's income in fen; the standards are 756 and 721 yuan, five in the hundred more 793.80 and 757.05. */
const TOWN = [0, 30_000, 70_000, 75_599, 75_600, 79_379, 79_380, 90_000];
const VILLAGE = [0, 72_099, 72_100, 75_705, 80_000];
const STANDARD = { urban: 75_600, rural: 72_100 };
const RAISED = { urban: 79_380, rural: 75_705 };

const people = [
  ...TOWN.map((income) => ({ township: PLACES.town, area: 'urban' as const, yearlyIncome: income * MONTHS })),
  ...VILLAGE.map((income) => ({ township: PLACES.otherTown, area: 'rural' as const, yearlyIncome: income * MONTHS })),
  // What they live on is not known.
  { township: PLACES.otherTown, area: 'rural' as const, yearlyIncome: null },
];

beforeAll(async () => {
  await registerAlone(api, people);
});

function aStandard(area: 'urban' | 'rural', value: number, from = JULY): contract.ChangeContent {
  const dated = { from, to: null, area, value, clause: 'platform.county-must-set', sourceClass: null, note: null };
  return { kind: 'parameterValue', target: 'dibao.standard', value: dated };
}

async function drafted(session: TestSession, changes: readonly contract.ChangeContent[] = []): Promise<string> {
  const reason = '按年度调标工作安排';
  const body = { title: '提高低保标准', reason, effectiveOn: JULY };
  const { body: release } = await api.call(contract.draftPolicyRelease, { body }, { session });
  for (const [index, content] of changes.entries()) {
    const put = { content, reason, replaces: null, expectedVersion: index + 1 };
    const { status, problem } = await api.call(
      contract.putPolicyChange,
      { params: { id: release.id }, body: put },
      { session },
    );
    expect(status, JSON.stringify(problem)).toBe(200);
  }
  return release.id;
}

const ask = (id: string, body: contract.InputOf<typeof contract.simulatePolicyRelease>['body'] = {}, session = clerk) =>
  api.call(contract.simulatePolicyRelease, { params: { id }, body }, { session });

/** The answer when the register has been read; that takes a few moments at first. */
async function simulated(...asked: Parameters<typeof ask>): Promise<contract.SimulatedPolicy> {
  for (;;) {
    const { body, status, problem } = await ask(...asked);
    if (status !== 200) throw new Error(JSON.stringify(problem));
    if (body.state === 'simulated' && !body.isOld) return body;
  }
}

/** What somebody is paid a month by the policy of the day, determined one by one. */
function dibaoOf(person: (typeof people)[number]): number {
  const policy = findPolicyForRegion(api.services.policy, person.township, JULY);
  const found = policy && api.services.rulebook.determine(policy, factsOf(person));
  if (!found?.ok) throw new Error('not determined');
  const dibao = found.determined.outcomes.find(({ programme }) => programme === 'dibao');
  return dibao?.outcome === 'yes' ? (dibao.amount ?? 0) : 0;
}

const RAISE = [aStandard('urban', RAISED.urban), aStandard('rural', RAISED.rural)];

describe('five percent more from July', () => {
  test('brings in exactly those between the two standards, and gives everybody on dibao more', async () => {
    const found = await simulated(await drafted(clerk, RAISE));
    const dibao = found.programmes.find(({ programme }) => programme === 'dibao');
    // At the new standard exactly nobody is below it.
    expect(dibao).toMatchObject({
      entering: 3,
      leaving: 0,
      staying: 6,
      gaining: 9,
      losing: 0,
      on: 'household',
      per: 'month',
    });
    expect(found.total).toMatchObject({ households: people.length, entering: 3, leaving: 0, losing: 0 });
    expect(found.classes.map(({ id }) => id)).toEqual(['dibao', 'dibaoEdge', 'rigidExpenditure', 'none', 'unknown']);
    expect(found.moves.flat().reduce((sum, count) => sum + count, 0)).toBe(people.length);
    expect(found.moves.map((row) => row[0])).toEqual([6, 3, 0, 0, 0]);
    expect(found.moves[4]?.[4]).toBe(1);
  });

  test('costs to the fen what each of them is paid, by township', async () => {
    const found = await simulated(await drafted(clerk, RAISE));
    const dibao = found.programmes.find(({ programme }) => programme === 'dibao');
    expect(dibao?.before).toBe(people.reduce((sum, person) => sum + dibaoOf(person), 0));
    expect((dibao?.after ?? 0) - (dibao?.before ?? 0)).toBe(raiseOf('urban', TOWN) + raiseOf('rural', VILLAGE));
    expect(found.places.map(({ regionCode, households }) => [regionCode, households])).toEqual([
      [PLACES.town, TOWN.length],
      [PLACES.otherTown, VILLAGE.length + 1],
    ]);
    const [town, village] = found.places.map(({ costs: { month } }) => month.after - month.before);
    expect([town, village]).toEqual([raiseOf('urban', TOWN), raiseOf('rural', VILLAGE)]);
    const monthly = found.programmes.filter(({ per }) => per === 'month').reduce((sum, { after }) => sum + after, 0);
    expect(found.total.costs.month.after).toBe(monthly);
    // What people on dibao are given towards their insurance is for the county to set: in no sum, and said so.
    expect(found.programmes.find(({ programme }) => programme === 'premiumSubsidy')?.unpriced).toBeGreaterThan(0);
    expect(found.total.costs.year).toEqual({ before: 0, after: 0 });
  });

  test('is spread over the bars of the distribution, before and after', async () => {
    const found = await simulated(await drafted(clerk, RAISE));
    const bars = found.distributions.find(({ programme }) => programme === 'dibao');
    const total = (counts: readonly number[] = []) => counts.reduce((sum, count) => sum + count, 0);
    expect([total(bars?.before), total(bars?.after)]).toEqual([6, 9]);
    // Without income: 756 and 721 yuan, then 793.80 and 757.05.
    expect([bars?.before[7], bars?.after[7]]).toEqual([2, 2]);
  });
});

/** What one area costs more a month when each is filled up to the standard, but paid no less than the smallest sum. */
function raiseOf(area: 'urban' | 'rural', incomes: readonly number[]): number {
  const paid = (standard: number) =>
    incomes.filter((income) => income < standard).reduce((sum, income) => sum + standard - income, 0);
  return paid(RAISED[area]) - paid(STANDARD[area]);
}

describe('a slider', () => {
  test('tries figures without touching the draft, and says what holds, what is drafted and what is tried', async () => {
    const id = await drafted(clerk, [aStandard('urban', 76_000)]);
    const found = await simulated(id, { factors: [{ parameter: 'dibao.standard', area: 'urban', percent: 5 }] });
    expect(found.levers).toEqual([
      expect.objectContaining({
        parameter: 'dibao.standard',
        area: 'urban',
        before: 75_600,
        drafted: 76_000,
        tried: 79_380,
      }),
    ]);
    const entering = (one: contract.SimulatedPolicy) =>
      one.programmes.find(({ programme }) => programme === 'dibao')?.entering;
    expect([entering(found), entering(await simulated(id))]).toEqual([2, 1]);
    const exact = await simulated(id, { factors: [{ parameter: 'dibao.standard', area: 'urban', value: 79_381 }] });
    expect(entering(exact)).toBe(3);
    const shown = await api.call(contract.getPolicyRelease, { params: { id } }, { session: clerk });
    expect(shown.body.changes.map(({ words }) => words.zh).join()).toContain('760元');
  });

  test('beyond what a figure may be it is refused in yuan, as it was typed', async () => {
    const factor = { parameter: 'dibao.standard', area: 'urban', value: 1_000_001 } as const;
    const { problem } = await ask(await drafted(clerk), { factors: [factor] });
    expect(problem.fieldErrors?.map(({ message }) => message.zh)).toEqual([
      '“最低生活保障标准”应为 0 至 10,000 元，最多两位小数。',
    ]);
  });

  test('moves sums of money only, and for an area where they differ by it', async () => {
    const id = await drafted(clerk);
    const wrong = [
      { parameter: 'dibao.standard', area: null, percent: 5 },
      { parameter: 'dibao.refusalLimit', area: null, value: 1 },
      { parameter: 'no.such.figure', area: null, value: 1 },
    ];
    for (const factor of wrong) {
      const { problem } = await ask(id, { factors: [factor] });
      expect(problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'factors.0' }] });
    }
  });
});

test('rules of a draft are tried like its figures', async () => {
  const version = {
    from: JULY,
    to: null,
    expression: 'countedIncome <= dibao.standard * monthsPerYear * memberCount',
    clause: 'platform.county-must-set',
    sentence: null,
  };
  const found = await simulated(await drafted(clerk, [{ kind: 'ruleVersion', target: 'isBelowStandard', version }]));
  const dibao = found.programmes.find(({ programme }) => programme === 'dibao');
  // Those whose income is the standard exactly: one in the town, one in the village.
  expect(dibao).toMatchObject({ entering: 2, leaving: 0, staying: 6 });
  expect(found.levers).toEqual([]);
});

test('a day after the release is simulated by what is published by then; a day before it is refused', async () => {
  const id = await drafted(clerk, RAISE);
  expect(await simulated(id, { on: '2027-07-01' })).toMatchObject({ on: '2027-07-01', total: { entering: 3 } });
  expect((await ask(id, { on: '2026-06-30' })).problem).toMatchObject({
    code: 'INVALID_INPUT',
    fieldErrors: [{ path: 'on' }],
  });
});

test('nobody simulates on the households of another place, nor without the permission', async () => {
  const id = await drafted(clerk, RAISE);
  const foreign = await elsewhere.as('county.clerk');
  expect((await ask(id, {}, foreign)).problem.code).toBe('NOT_FOUND');
  expect((await ask(id, {}, await county.as('town.window'))).problem.code).toBe('NOT_ALLOWED');
  expect((await simulated(id, {}, await county.as('county.approver1'))).total.households).toBe(people.length);
  const own = await simulated(await drafted(foreign), {}, foreign);
  expect(own).toMatchObject({ total: { households: 0, entering: 0 }, places: [], unreadable: 0 });
});

test('a release that is over is not simulated', async () => {
  const id = await drafted(clerk);
  const body = { reason: '不再需要这次调整', expectedVersion: 1 };
  await api.call(contract.abandonPolicyRelease, { params: { id }, body }, { session: clerk });
  expect((await ask(id)).problem.code).toBe('STATE_CONFLICT');
});

test('who comes into the register is counted soon; whose facts cannot be read is counted as such, never as nobody', async () => {
  const id = await drafted(clerk, RAISE);
  expect((await simulated(id)).total.households).toBe(people.length);
  const [added = ''] = await registerAlone(api, [
    { township: PLACES.town, area: 'urban', yearlyIncome: 78_000 * MONTHS },
  ]);
  await spoil({ adminUrl: api.database.adminUrl, dataDir: api.services.dataDir }, added, 'facts');
  api.clock.set('2026-03-02T02:01:00.000Z');
  const found = await simulated(id);
  expect(found).toMatchObject({ unreadable: 1, total: { households: people.length + 1, entering: 3 } });
  expect(found.moves[4]?.[4]).toBe(2);
});

test('everybody on a page that was altered counts as not yet known, and the others are simulated', async () => {
  const id = await drafted(clerk, RAISE);
  const before = await simulated(id);
  const incomes = [0, 78_000, 78_000];
  const [first = ''] = await registerAlone(
    api,
    incomes.map((income) => ({ township: PLACES.town, area: 'urban' as const, yearlyIncome: income * MONTHS })),
  );
  await spoil({ adminUrl: api.database.adminUrl, dataDir: api.services.dataDir }, first, 'page');
  api.clock.set('2026-03-02T02:02:00.000Z');
  const found = await simulated(id);
  expect(found.unreadable).toBe(before.unreadable + incomes.length);
  expect(found.total).toEqual({ ...before.total, households: before.total.households + incomes.length });
  expect(found.moves[4]?.[4]).toBe((before.moves[4]?.[4] ?? 0) + incomes.length);
});
