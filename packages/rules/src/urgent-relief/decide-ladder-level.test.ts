import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freePolicy, policyOf, STRICT, strictPolicy } from '../../testing/a-policy.ts';
import { decideGrant } from './decide-grant.ts';
import { decideLadderLevel } from './decide-ladder-level.ts';
import type { GrantedByLevel } from './ladder.ts';

function sharesOf(needFen: number, grantedByLevel: GrantedByLevel = {}, policy = strictPolicy) {
  const decision = decideLadderLevel({ needFen, grantedByLevel }, policy);
  if (!decision.allowed) throw new Error(decision.code);
  return decision.figures.shares.map((share) => [share.level, share.amountFen]);
}

describe('who pays what of a need', () => {
  test.each<[number, GrantedByLevel, readonly (readonly [string, number])[]]>([
    [80_000, {}, [['village', 80_000]]],
    [
      260_000,
      {},
      [
        ['village', 100_000],
        ['township', 160_000],
      ],
    ],
    [
      300_000,
      {},
      [
        ['village', 100_000],
        ['township', 200_000],
      ],
    ],
    [
      300_100,
      {},
      [
        ['village', 100_000],
        ['township', 200_000],
        ['county', 100],
      ],
    ],
    [100_000, { village: 100_000 }, [['township', 100_000]]],
    [100_000, { village: 100_000, township: 200_000 }, [['county', 100_000]]],
  ])('裕安区 四(三)2 strict: %i fen after %j', (need, granted, expected) => {
    expect(sharesOf(need, granted)).toEqual(expected);
  });

  test('without order the lowest level that may pay all of it takes it alone', () => {
    expect(sharesOf(150_000, {}, freePolicy)).toEqual([['township', 150_000]]);
    expect(sharesOf(100_000, {}, freePolicy)).toEqual([['village', 100_000]]);
    expect(sharesOf(200_001, {}, freePolicy)).toEqual([['county', 200_001]]);
  });

  test('no ladder, no plan; no amount, no plan', () => {
    expect(decideLadderLevel({ needFen: 1, grantedByLevel: {} }, policyOf(STRICT))).toMatchObject({
      code: 'POLICY_UNKNOWN',
    });
    expect(decideLadderLevel({ needFen: 0, grantedByLevel: {} }, strictPolicy)).toMatchObject({
      code: 'AMOUNT_INVALID',
    });
  });

  test('property: the plan adds up, and every share of it is granted when asked for in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 0, max: 100_000 }), (needFen, village) => {
        const decision = decideLadderLevel({ needFen, grantedByLevel: { village } }, strictPolicy);
        if (!decision.allowed) throw new Error(decision.code);
        const { shares, uncoveredFen } = decision.figures;
        expect(shares.reduce((sum, share) => sum + share.amountFen, uncoveredFen)).toBe(needFen);
        let granted: GrantedByLevel = { village };
        for (const { level, amountFen } of shares) {
          const request = { level, requestedFen: amountFen, grantedByLevel: granted, aidKind: 'urgent' } as const;
          expect(decideGrant(request, strictPolicy).allowed).toBe(true);
          granted = { ...granted, [level]: (granted[level] ?? 0) + amountFen };
        }
      }),
    );
  });
});
