import { describe, expect, test } from 'vitest';
import { aParameter, CAUTIONS, LADDER, policyOf, STRICT, strictPolicy } from '../../testing/a-policy.ts';
import type { Row } from '../policy/unit.ts';
import { decideGrant } from './decide-grant.ts';
import { decideLadderLevel } from './decide-ladder-level.ts';
import { grantedUpTo, type Ladder, levelsWithRoomBelow, readLadder, roomAt } from './ladder.ts';
import { ladderFacts } from './ladder-facts.ts';

const village = {
  level: 'village',
  labelZh: '村',
  labelEn: 'village',
  capFen: 100,
  cumulativeCapFen: null,
  money: 'society',
  administrativeAct: false,
};
const township = {
  level: 'township',
  labelZh: '乡',
  labelEn: 'township',
  capFen: 250,
  cumulativeCapFen: 300,
  money: 'pettyCash',
  administrativeAct: true,
};
const county = {
  level: 'county',
  labelZh: '县',
  labelEn: 'county',
  capFen: null,
  cumulativeCapFen: null,
  money: 'fiscal',
  administrativeAct: true,
};

function policyWith(...rows: readonly Row[]) {
  return policyOf(aParameter('urgentRelief.ladder', 'table', rows), STRICT, CAUTIONS);
}

function ladderOf(...rows: readonly Row[]): Ladder {
  const ladder = readLadder(policyWith(...rows));
  if (!ladder.known) throw new Error(ladder.reason);
  return ladder;
}

describe('the ladder of a place is read from its table', () => {
  test('row by row', () => {
    expect(ladderOf(village, county).steps).toEqual([
      {
        level: 'village',
        label: { zh: '村', en: 'village' },
        capFen: 100,
        cumulativeCapFen: null,
        money: 'society',
        administrativeAct: false,
      },
      {
        level: 'county',
        label: { zh: '县', en: 'county' },
        capFen: null,
        cumulativeCapFen: null,
        money: 'fiscal',
        administrativeAct: true,
      },
    ]);
  });

  test.each<[string, Row]>([
    ['a level there is not', { ...village, level: 'street' }],
    ['money there is not', { ...village, money: 'charity' }],
  ])('with %s it is not known', (_, row) => {
    expect(readLadder(policyWith(row))).toMatchObject({ known: false, id: 'urgentRelief.ladder', reason: 'otherUnit' });
  });

  test('a place without one has none', () => {
    expect(readLadder(policyOf())).toMatchObject({ known: false, reason: 'notDefined' });
  });
});

describe('room', () => {
  const ladder = ladderOf(village, township, county);

  test('what was granted counts at its level and at all above it', () => {
    const granted = { village: 1, township: 20, county: 300 };
    expect(grantedUpTo(ladder, 'village', granted)).toBe(1);
    expect(grantedUpTo(ladder, 'township', granted)).toBe(21);
    expect(grantedUpTo(ladder, 'county', granted)).toBe(321);
  });

  test('is what the tighter of two caps leaves, never less than nothing', () => {
    expect(roomAt(ladder, 'township', {})).toBe(250);
    expect(roomAt(ladder, 'township', { village: 100 })).toBe(200);
    expect(roomAt(ladder, 'township', { township: 260 })).toBe(0);
    expect(roomAt(ladder, 'county', { county: 999 })).toBeNull();
  });

  test('a level the ladder does not have has none, and nobody below it', () => {
    const low = ladderOf(village);
    expect(roomAt(low, 'county', {})).toBe(0);
    expect(levelsWithRoomBelow(low, 'county', {})).toEqual([]);
    expect(levelsWithRoomBelow(ladder, 'county', { village: 100 }).map(({ level }) => level)).toEqual(['township']);
  });

  test('as the facts the rules of a determination ask for; without a cap more than any grant needs', () => {
    expect(ladderFacts(ladder, { village: 60, township: 20 })).toEqual({
      villageRoom: 40,
      townshipRoom: 220,
      villageAndTownshipRoom: 220,
    });
    expect(ladderFacts(ladder, { village: 100, township: 250 }).villageAndTownshipRoom).toBe(0);
    const free = { capFen: null, cumulativeCapFen: null };
    expect(ladderFacts(ladderOf({ ...village, ...free }, { ...township, ...free }), {})).toEqual({
      villageRoom: 1_000_000_000,
      townshipRoom: 1_000_000_000,
      villageAndTownshipRoom: 1_000_000_000,
    });
    expect(ladderFacts(ladderOf(county), {})).toEqual({
      villageRoom: 0,
      townshipRoom: 0,
      villageAndTownshipRoom: 1_000_000_000,
    });
  });
});

describe('a plan', () => {
  const plan = (needFen: number, grantedByLevel: Parameters<typeof roomAt>[2], ...rows: readonly Row[]) => {
    const decision = decideLadderLevel({ needFen, grantedByLevel }, policyWith(...rows));
    if (!decision.allowed) throw new Error(decision.code);
    const { level, shares, uncoveredFen } = decision.figures;
    return [level, ...shares.map((share) => `${share.level} ${share.amountFen}`), uncoveredFen];
  };

  test('counts what a level pays against the levels above it', () => {
    expect(plan(1_000, {}, village, township, county)).toEqual([
      'village',
      'village 100',
      'township 200',
      'county 700',
      0,
    ]);
    expect(plan(1_000, { village: 40 }, village, township)).toEqual(['village', 'village 60', 'township 200', 740]);
    expect(plan(50, { village: 100 }, village, township)).toEqual(['township', 'township 50', 0]);
  });

  test('of a ladder that is full names nobody', () => {
    expect(plan(50, { village: 100 }, village)).toEqual([null, 50]);
  });

  test('a need that is no amount is refused with it', () => {
    expect(decideLadderLevel({ needFen: -1, grantedByLevel: {} }, strictPolicy)).toMatchObject({
      code: 'AMOUNT_INVALID',
      facts: { needFen: -1 },
    });
    expect(decideLadderLevel({ needFen: 5, grantedByLevel: {} }, policyOf(LADDER))).toMatchObject({
      code: 'POLICY_UNKNOWN',
      facts: { parameter: 'urgentRelief.requireExhaustion' },
    });
  });
});

describe('a grant that is refused', () => {
  const ask = (level: 'village' | 'township' | 'county', requestedFen: number, policy = strictPolicy) =>
    decideGrant({ level, requestedFen, grantedByLevel: {}, aidKind: 'urgent' }, policy);

  test('says what the level may still pay, and who is next', () => {
    expect(ask('village', 100_001)).toMatchObject({
      code: 'CAP_EXCEEDED',
      facts: {
        level: 'village',
        levelLabel: 'village',
        requestedFen: 100_001,
        capFen: 100_000,
        cumulativeCapFen: null,
        roomFen: 100_000,
        nextLevel: 'township',
      },
    });
    expect(ask('county', 5)).toMatchObject({ facts: { level: 'county', nextLevel: null, openLevel: 'village' } });
    expect(ask('township', 5)).toMatchObject({ facts: { nextLevel: 'county' } });
  });

  test('for its kind or its level says which', () => {
    const wrongKind = { level: 'village', requestedFen: 5, grantedByLevel: {}, aidKind: 'expenditure' } as const;
    expect(decideGrant(wrongKind, strictPolicy)).toMatchObject({ facts: { aidKind: 'expenditure' } });
    expect(ask('county', 5, policyWith(village))).toMatchObject({
      code: 'LADDER_LEVEL_MISSING',
      facts: { level: 'county' },
    });
  });

  test('for an unknown kind is not refused for its amount too', () => {
    const request = { level: 'village', requestedFen: 0, grantedByLevel: {}, aidKind: 'unknown' } as const;
    expect(decideGrant(request, strictPolicy)).toMatchObject({ code: 'AID_KIND_UNKNOWN' });
  });
});
