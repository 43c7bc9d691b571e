import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aParameter,
  CAUTIONS,
  FREE,
  freePolicy,
  LADDER,
  policyOf,
  STRICT,
  strictPolicy,
} from '../../testing/a-policy.ts';
import { decideGrant } from './decide-grant.ts';
import type { GrantRequest } from './grant-request.ts';
import { type GrantedByLevel, LADDER_LEVELS, type LadderLevel } from './ladder.ts';

function ask(request: Partial<GrantRequest>, policy = strictPolicy) {
  return decideGrant(
    { level: 'village', requestedFen: 100, grantedByLevel: {}, aidKind: 'urgent', ...request },
    policy,
  );
}

describe('裕安区 四(三)2 caps at their edges', () => {
  test.each<[string, LadderLevel, GrantedByLevel, number, string]>([
    ['village, its cap exactly', 'village', {}, 100_000, 'allowed'],
    ['village, one fen more', 'village', {}, 100_001, 'CAP_EXCEEDED level'],
    ['village, the rest of its cap', 'village', { village: 60_000 }, 40_000, 'allowed'],
    ['village, one fen over the rest', 'village', { village: 60_000 }, 40_001, 'CAP_EXCEEDED level'],
    ['township after the village', 'township', { village: 100_000 }, 200_000, 'allowed'],
    ['township, one fen over its cap', 'township', { village: 100_000 }, 200_001, 'CAP_EXCEEDED level'],
    ['township before the village', 'township', {}, 100, 'LADDER_NOT_EXHAUSTED'],
    ['township with one fen left below', 'township', { village: 99_999 }, 100, 'LADDER_NOT_EXHAUSTED'],
    ['district after both', 'county', { village: 100_000, township: 200_000 }, 5_000_000, 'allowed'],
    [
      'district with one fen left below',
      'county',
      { village: 100_000, township: 199_999 },
      100,
      'LADDER_NOT_EXHAUSTED',
    ],
    ['nothing at all', 'village', {}, 0, 'AMOUNT_INVALID'],
    ['less than nothing', 'village', {}, -1, 'AMOUNT_INVALID'],
    ['half a fen', 'village', {}, 0.5, 'AMOUNT_INVALID'],
    ['not a number', 'village', {}, Number.NaN, 'AMOUNT_INVALID'],
  ])('%s', (_, level, grantedByLevel, requestedFen, expected) => {
    const decision = ask({ level, grantedByLevel, requestedFen });
    const outcome = decision.allowed ? 'allowed' : [decision.code, decision.facts['cap']].filter(Boolean).join(' ');
    expect(outcome).toBe(expected);
  });

  test('the cumulative cap binds where the level itself still has room', () => {
    const steep = aParameter('urgentRelief.ladder', 'table', [
      {
        level: 'village',
        labelZh: '村',
        labelEn: 'village',
        capFen: 150_000,
        cumulativeCapFen: null,
        money: 'society',
        administrativeAct: false,
      },
      {
        level: 'township',
        labelZh: '乡',
        labelEn: 'township',
        capFen: 200_000,
        cumulativeCapFen: 300_000,
        money: 'pettyCash',
        administrativeAct: true,
      },
    ]);
    const policy = policyOf(steep, STRICT, CAUTIONS);
    const request = { level: 'township', grantedByLevel: { village: 150_000 } } as const;
    expect(ask({ ...request, requestedFen: 150_000 }, policy).allowed).toBe(true);
    expect(ask({ ...request, requestedFen: 150_001 }, policy)).toMatchObject({
      code: 'CAP_EXCEEDED',
      facts: { cap: 'cumulative', violatedCapFen: 300_000, grantedFen: 150_000, roomFen: 150_000 },
    });
  });
});

describe('emergency override (T-085)', () => {
  test('lifts the order with a reason, and is recorded', () => {
    const request = { level: 'township', requestedFen: 150_000, grantedByLevel: { village: 60_000 } } as const;
    expect(ask(request)).toMatchObject({
      code: 'LADDER_NOT_EXHAUSTED',
      facts: { openLevel: 'village', openRoomFen: 40_000 },
    });
    expect(ask({ ...request, emergencyOverride: { reason: ' ' } })).toMatchObject({ code: 'REASON_NEEDED' });
    expect(ask({ ...request, emergencyOverride: { reason: '互助社没有资金，病人今晚需要手术' } })).toMatchObject({
      allowed: true,
      figures: { overrideUsed: true, amountFen: 150_000 },
    });
  });

  test('stands in the explanation as met or not met, beside the order that was broken', () => {
    const request = { level: 'township', requestedFen: 150_000 } as const;
    const orderOf = (reason: string) => {
      const { explanation } = ask({ ...request, emergencyOverride: { reason } });
      return explanation.children.find((node) => node.id === 'urgentRelief.inOrder');
    };
    const children = (outcome: string) => [{ outcome: 'no' }, { id: 'urgentRelief.emergencyOverride', outcome }];
    expect(orderOf('今晚手术')).toMatchObject({ outcome: 'yes', children: children('yes') });
    expect(orderOf('')).toMatchObject({ outcome: 'no', children: children('no') });
  });

  test('never lifts a cap', () => {
    const override = { reason: '今晚需要手术' };
    expect(ask({ level: 'township', requestedFen: 200_001, emergencyOverride: override })).toMatchObject({
      code: 'CAP_EXCEEDED',
    });
  });

  test('is not counted as used when the order was kept anyway', () => {
    const kept = ask({ level: 'township', grantedByLevel: { village: 100_000 }, emergencyOverride: { reason: '急' } });
    expect(kept).toMatchObject({ allowed: true, figures: { overrideUsed: false } });
  });

  test('is not needed where the place does not ask for exhaustion', () => {
    expect(ask({ level: 'township' }, freePolicy)).toMatchObject({ allowed: true, figures: { overrideUsed: false } });
  });
});

describe('what else a grant depends on', () => {
  test('2020意见 第15条: expenditure aid does not go this way, an unclear kind waits for the facts', () => {
    expect(ask({ aidKind: 'expenditure' })).toMatchObject({ code: 'EXPENDITURE_BY_PROCEDURE' });
    expect(ask({ aidKind: 'unknown' })).toMatchObject({ code: 'AID_KIND_UNKNOWN' });
  });

  test('a figure missing for the day refuses, naming it', () => {
    expect(ask({}, policyOf(LADDER, CAUTIONS))).toMatchObject({
      code: 'POLICY_UNKNOWN',
      facts: { parameter: 'urgentRelief.requireExhaustion' },
    });
    expect(ask({}, policyOf(STRICT, CAUTIONS))).toMatchObject({ facts: { parameter: 'urgentRelief.ladder' } });
    expect(ask({}, policyOf(LADDER, FREE))).toMatchObject({ facts: { parameter: 'urgentRelief.cautionCauses' } });
  });

  test('a level the place does not have is refused', () => {
    const two = policyOf(aParameter('urgentRelief.ladder', 'table', []), STRICT, CAUTIONS);
    expect(ask({}, two)).toMatchObject({ code: 'LADDER_LEVEL_MISSING' });
  });

  test('T-101: own fault is noted for the human decision, never a refusal', () => {
    expect(ask({ causes: ['drunkDriving', 'fire'] })).toMatchObject({
      allowed: true,
      figures: { cautions: ['drunkDriving'] },
    });
  });

  test('every refusal and every grant explains itself with the figures used', () => {
    const refused = ask({ level: 'village', requestedFen: 100_001 });
    const capNode = refused.explanation.children.find((node) => node.id === 'urgentRelief.withinLevelCap');
    expect(refused.explanation.outcome).toBe('no');
    expect(ask({ requestedFen: 100_000 }).explanation.outcome).toBe('yes');
    expect(capNode).toMatchObject({
      outcome: 'no',
      children: [{ value: 100_001 }, { value: 100_000, source: { clauseId: 'law.1' } }],
    });
  });
});

describe('properties', () => {
  const level = fc.constantFrom(...LADDER_LEVELS);
  const wish = fc.record({ level, requestedFen: fc.integer({ min: 1, max: 250_000 }), override: fc.boolean() });

  test.each([
    ['in strict order', strictPolicy],
    ['without order', freePolicy],
  ])('no sequence of allowed grants passes a cap, %s', (_, policy) => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const granted: Record<LadderLevel, number> = { village: 0, township: 0, county: 0 };
        for (const one of wishes) {
          const emergencyOverride = one.override ? { reason: '危急' } : undefined;
          const decision = ask({ ...one, grantedByLevel: { ...granted }, emergencyOverride }, policy);
          if (decision.allowed) granted[one.level] += decision.figures.amountFen;
        }
        expect(granted.village).toBeLessThanOrEqual(100_000);
        expect(granted.township).toBeLessThanOrEqual(200_000);
        expect(granted.village + granted.township).toBeLessThanOrEqual(300_000);
      }),
      { numRuns: 500 },
    );
  });

  test('without override a level never pays while one below has room', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
        const granted: Record<LadderLevel, number> = { village: 0, township: 0, county: 0 };
        for (const one of wishes) {
          const decision = ask({ ...one, grantedByLevel: { ...granted } });
          if (!decision.allowed) continue;
          if (one.level !== 'village') expect(granted.village).toBe(100_000);
          if (one.level === 'county') expect(granted.township).toBe(200_000);
          granted[one.level] += decision.figures.amountFen;
        }
      }),
    );
  });

  test('what is allowed for an amount is allowed for any smaller one', () => {
    fc.assert(
      fc.property(wish, fc.integer({ min: 1, max: 250_000 }), (one, smaller) => {
        const granted = { village: 100_000, township: 50_000 };
        if (!ask({ ...one, grantedByLevel: granted }).allowed || smaller > one.requestedFen) return;
        expect(ask({ ...one, requestedFen: smaller, grantedByLevel: granted }).allowed).toBe(true);
      }),
    );
  });
});
