import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideConference } from './decide-conference.ts';

describe('2020意见 第15条: one case, one discussion', () => {
  test('an amount that needs none goes without', () => {
    expect(decideConference({ amountFen: 2_000_000, conferenceNeeded: false }, undefined).allowed).toBe(true);
  });

  test.each([
    ['nothing on record', undefined, 'CASE_CONFERENCE_NEEDED'],
    ['agreed to exactly this', { agreedFen: 3_000_000, grantedFen: 0 }, 'allowed'],
    ['agreed to one fen less', { agreedFen: 2_999_999, grantedFen: 0 }, 'CONFERENCE_AMOUNT_EXCEEDED'],
    ['half of it granted already', { agreedFen: 5_000_000, grantedFen: 2_500_000 }, 'CONFERENCE_AMOUNT_EXCEEDED'],
    ['was against it', { agreedFen: 0, grantedFen: 0 }, 'CONFERENCE_AMOUNT_EXCEEDED'],
  ])('30,000 yuan, conference: %s', (_, held, expected) => {
    const decision = decideConference({ amountFen: 3_000_000, conferenceNeeded: true }, held);
    expect(decision.allowed ? 'allowed' : decision.code).toBe(expected);
    expect(decision.explanation.outcome).toBe(decision.allowed ? 'yes' : 'no');
  });

  test('what is left of what was agreed is told, allowed or not', () => {
    const held = { agreedFen: 5_000, grantedFen: 1_000 };
    const ask = (amountFen: number, conferenceNeeded = true) => decideConference({ amountFen, conferenceNeeded }, held);
    expect(ask(4_000)).toMatchObject({ allowed: true, figures: { roomFen: 4_000 } });
    expect(ask(4_001)).toMatchObject({
      code: 'CONFERENCE_AMOUNT_EXCEEDED',
      facts: { agreedFen: 5_000, grantedFen: 1_000, roomFen: 4_000, amountFen: 4_001 },
    });
    expect(ask(4_001, false)).toMatchObject({ figures: { roomFen: null } });
    expect(decideConference({ amountFen: 5, conferenceNeeded: true }, undefined)).toMatchObject({
      facts: { amountFen: 5 },
    });
  });

  test('property: no sequence of allowed grants passes what was agreed', () => {
    const fen = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(fen, fc.array(fen, { maxLength: 12 }), (agreedFen, amounts) => {
        let grantedFen = 0;
        for (const amountFen of amounts) {
          const decision = decideConference({ amountFen, conferenceNeeded: true }, { agreedFen, grantedFen });
          if (decision.allowed) grantedFen += amountFen;
        }
        expect(grantedFen).toBeLessThanOrEqual(agreedFen);
      }),
    );
  });
});
