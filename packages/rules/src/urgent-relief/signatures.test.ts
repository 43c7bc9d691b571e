import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { decidePaymentChecks } from './decide-payment-checks.ts';
import { decidePettyCashPayment } from './decide-petty-cash-payment.ts';
import type { LadderLevel } from './ladder.ts';
import { requiredApprovals } from './required-approvals.ts';

const approvals = aParameter('urgentRelief.approvals', 'table', [
  { level: 'township', aboveFen: 0, approvers: 1, roles: ['township-approver'], caseConference: false },
  { level: 'county', aboveFen: 2_000_000, approvers: 3, roles: ['county-approver'], caseConference: true },
  { level: 'county', aboveFen: 0, approvers: 1, roles: ['county-approver'], caseConference: false },
  { level: 'county', aboveFen: 300_000, approvers: 2, roles: ['county-approver'], caseConference: false },
]);
const checks = aParameter('payment.checks', 'table', [
  { aboveFen: 0, checkers: 1, roles: ['finance-officer'] },
  { aboveFen: 5_000_000, checkers: 2, roles: ['finance-officer'] },
]);
const ceiling = aParameter('pettyCash.ceiling', 'fen', 500_000);
const below = aParameter('pettyCash.replenishBelow', 'basisPoints', 3_000);
const policy = policyOf(approvals, checks, ceiling, below);

describe('signatures by amount', () => {
  test.each<[LadderLevel, number, number, boolean]>([
    ['township', 1, 1, false],
    ['county', 300_000, 1, false],
    ['county', 300_001, 2, false],
    ['county', 2_000_000, 2, false],
    ['county', 2_000_001, 3, true],
  ])('a %s grant of %i fen needs %i approvers', (level, amountFen, approvers, caseConference) => {
    expect(requiredApprovals({ level, amountFen }, policy)).toMatchObject({
      allowed: true,
      figures: { approvers, caseConference },
    });
  });

  test.each<[number, number, boolean]>([
    [500_000, 0, false],
    [500_000, 1_500_000, false],
    [500_000, 1_500_001, true],
    [1, 2_000_000, true],
  ])('R-120 %i fen after %i fen of the level is discussed first: %s', (amountFen, grantedFen, caseConference) => {
    const decision = requiredApprovals({ level: 'county', amountFen, grantedFen }, policy);
    // Signatures follow the amount signed for.
    expect(decision).toMatchObject({ figures: { approvers: amountFen > 300_000 ? 2 : 1, caseConference } });
  });

  test('a level without a row has no approver by accident', () => {
    expect(requiredApprovals({ level: 'village', amountFen: 1 }, policy)).toMatchObject({ code: 'POLICY_UNKNOWN' });
    expect(requiredApprovals({ level: 'county', amountFen: 0 }, policy)).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(requiredApprovals({ level: 'county', amountFen: 1 }, policyOf())).toMatchObject({ code: 'POLICY_UNKNOWN' });
  });

  test.each([
    [5_000_000, 1],
    [5_000_001, 2],
  ])('a payment of %i fen needs %i checkers besides its maker', (amountFen, checkers) => {
    expect(decidePaymentChecks({ amountFen }, policy)).toMatchObject({
      figures: { checkers, roles: ['finance-officer'] },
    });
  });

  test('a payment of nothing is none', () => {
    expect(decidePaymentChecks({ amountFen: 0 }, policy)).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect(decidePaymentChecks({ amountFen: 1 }, policyOf())).toMatchObject({ code: 'POLICY_UNKNOWN' });
  });
});

describe('petty cash (2020意见 第15条)', () => {
  test('T-100: what is short comes as an advance of the county, the balance ends at zero and asks for more', () => {
    expect(decidePettyCashPayment({ balanceFen: 120_000, amountFen: 200_000 }, policy)).toMatchObject({
      figures: {
        fromPettyCashFen: 120_000,
        countyAdvanceFen: 80_000,
        balanceAfterFen: 0,
        replenish: true,
        replenishFen: 500_000,
      },
    });
  });

  test('the explanation says whether the cash was enough', () => {
    expect(decidePettyCashPayment({ balanceFen: 100, amountFen: 100 }, policy).explanation.outcome).toBe('yes');
    expect(decidePettyCashPayment({ balanceFen: 99, amountFen: 100 }, policy).explanation.outcome).toBe('no');
  });

  test.each([
    [150_000, false, 0],
    [149_999, true, 350_001],
    [600_000, false, 0],
  ])('a balance of %i fen after payment asks for replenishment: %s, of %i fen', (after, replenish, replenishFen) => {
    expect(decidePettyCashPayment({ balanceFen: after + 1_000, amountFen: 1_000 }, policy)).toMatchObject({
      figures: { replenish, replenishFen },
    });
  });

  test('a ceiling that is short of the share it calls for is not filled beyond itself', () => {
    const double = policyOf(ceiling, aParameter('pettyCash.replenishBelow', 'basisPoints', 20_000));
    expect(decidePettyCashPayment({ balanceFen: 700_000, amountFen: 1 }, double)).toMatchObject({
      figures: { replenish: true, replenishFen: 0 },
    });
  });

  test('property: never below zero, and nothing lost between cash and advance', () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fen, fen, (balanceFen, amountFen) => {
        const decision = decidePettyCashPayment({ balanceFen, amountFen }, policy);
        expect(decision.allowed).toBe(amountFen > 0);
        if (!decision.allowed) return;
        const { fromPettyCashFen, countyAdvanceFen, balanceAfterFen } = decision.figures;
        expect(balanceAfterFen).toBeGreaterThanOrEqual(0);
        expect(fromPettyCashFen + countyAdvanceFen).toBe(amountFen);
        expect(balanceAfterFen + fromPettyCashFen).toBe(balanceFen);
      }),
    );
  });

  test.each([
    [-1, 100],
    [100, -1],
    [100, 1.5],
    [100, 0],
  ])('balance %d and amount %d are refused', (balanceFen, amountFen) => {
    expect(decidePettyCashPayment({ balanceFen, amountFen }, policy)).toMatchObject({
      code: 'AMOUNT_INVALID',
      facts: { amountFen, balanceFen },
    });
  });
});
