import type { GroupChange, PolicyOn, ProgrammeChange, Simulation } from '@yimen/rules';
import { expect, test } from 'vitest';
import type { Scenario } from './scenario.ts';
import { type SceneResult, showSimulation } from './show-simulation.ts';

const POLICY: PolicyOn = { chain: [], on: '2026-07-01', version: 'test' };
const CHOICE = { classes: ['dibao'], groups: 2, binFen: 10_000, bins: 3 };
const named = [
  { regionCode: '341503100000', name: '甲镇' },
  { regionCode: '341503101000', name: '乙镇' },
];
const scenario = { on: '2026-07-01', named } as unknown as Scenario; // nothing else is looked at

function aProgramme(programme: string, change: Partial<ProgrammeChange>): ProgrammeChange {
  const none = { entering: 0, leaving: 0, staying: 0, becomingUnknown: 0, becomingKnown: 0, gainers: 0, losers: 0 };
  return { programme, on: 'household', per: 'month', ...none, before: 0, after: 0, unpriced: 0, ...change };
}

function aGroup(programmes: readonly ProgrammeChange[], households = 1): GroupChange {
  const none = { gainers: 0, losers: 0, entering: 0, leaving: 0, before: 0, after: 0 };
  const moves = [
    [households, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  return { households, ...none, moves, programmes };
}

function aResult(groups: readonly GroupChange[], total: GroupChange, at = '2026-03-02T02:00:00.000Z'): SceneResult {
  const found: Simulation = { total, groups, distributions: [] };
  return { register: { at: new Date(at), unreadable: 1 }, isOld: false, after: POLICY, found };
}

const shown = (...results: SceneResult[]) =>
  showSimulation(scenario, results, { choice: CHOICE, levers: [], now: new Date('2026-03-02T03:00:00.000Z') });

test('what is paid each month, each year and once is never one sum', () => {
  const programmes = [
    aProgramme('dibao', { before: 100, after: 110 }),
    aProgramme('tekun', { before: 7, after: 7 }),
    aProgramme('premiumSubsidy', { per: 'year', before: 4_000, after: 5_000 }),
    aProgramme('urgentRelief', { per: null, before: 20_000, after: 20_000 }),
    aProgramme('rebuildSubsidy', { per: 'incident', before: 1, after: 2 }),
  ];
  expect(shown(aResult([aGroup(programmes)], aGroup(programmes))).total.costs).toEqual({
    month: { before: 107, after: 117 },
    year: { before: 4_000, after: 5_000 },
    once: { before: 20_001, after: 20_002 },
  });
});

test('counties with packs of their own are added up, place by place and programme by programme', () => {
  const one = [aProgramme('dibao', { entering: 1, before: 10, after: 20 })];
  const other = [aProgramme('dibao', { entering: 2, before: 100, after: 200 }), aProgramme('local', { staying: 5 })];
  const found = shown(
    aResult([aGroup(one, 3), aGroup([], 0)], aGroup(one, 3)),
    aResult([aGroup([], 0), aGroup(other, 4)], aGroup(other, 4), '2026-03-02T01:00:00.000Z'),
  );
  expect(found.places.map(({ name, households }) => [name, households])).toEqual([
    ['甲镇', 3],
    ['乙镇', 4],
  ]);
  expect(found.total).toMatchObject({ households: 7, costs: { month: { before: 110, after: 220 } } });
  expect(found.programmes.map(({ programme, entering, staying }) => [programme, entering, staying])).toEqual([
    ['dibao', 3, 0],
    ['local', 0, 5],
  ]);
  expect(found.moves[0]?.[0]).toBe(7);
  // As old as the oldest of them.
  expect(found).toMatchObject({ registerAt: '2026-03-02T01:00:00.000Z', unreadable: 2 });
});

test('where nobody is registered there are noughts and no places', () => {
  const found = showSimulation({ ...scenario, named: [] }, [], {
    choice: CHOICE,
    levers: [],
    now: new Date('2026-03-02T03:00:00.000Z'),
  });
  expect(found).toMatchObject({ places: [], programmes: [], total: { households: 0 }, unreadable: 0, isOld: false });
});
