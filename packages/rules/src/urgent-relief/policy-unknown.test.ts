import { describe, expect, test } from 'vitest';
import { aParameter, CAUTIONS, FREE, LADDER, policyOf } from '../../testing/a-policy.ts';
import { officialCalendar } from '../../testing/official-calendar.ts';
import type { Decision } from '../decision.ts';
import type { PolicyOn } from '../policy/policy-on.ts';
import { decideGrant } from './decide-grant.ts';
import { decideLadderLevel } from './decide-ladder-level.ts';
import { decidePaymentChecks } from './decide-payment-checks.ts';
import { decidePettyCashPayment } from './decide-petty-cash-payment.ts';
import { decideReceivingPlace } from './decide-receiving-place.ts';
import { decideSameEvent } from './decide-same-event.ts';
import { papersAfter } from './papers-after.ts';
import { refuseUnknown } from './refusal.ts';
import { requiredApprovals } from './required-approvals.ts';

const parameters = [
  LADDER,
  FREE,
  CAUTIONS,
  aParameter('urgentRelief.approvals', 'table', [{ level: 'village', aboveFen: 0, approvers: 1 }]),
  aParameter('payment.checks', 'table', [{ aboveFen: 0, checkers: 1 }]),
  aParameter('pettyCash.ceiling', 'fen', 500_000),
  aParameter('pettyCash.replenishBelow', 'basisPoints', 3_000),
  aParameter('urgentRelief.sameEventWindowDays', 'calendarDays', 180),
  aParameter('urgentRelief.incidentPlaceHandles', 'flag', true),
  aParameter('urgentRelief.papers', 'table', []),
  aParameter('urgentRelief.papersWithin', 'limit', '10 workingDays'),
  aParameter('urgentRelief.afterCheckWithin', 'limit', '5 workingDays'),
  aParameter('clock.warnBefore', 'limit', '2 workingDays'),
];

const grant = { level: 'village', requestedFen: 5, grantedByLevel: {}, aidKind: 'urgent' } as const;
const place = { aidKind: 'urgent', incidentHere: null, hukouHere: null, permitHere: null } as const;
const event = { kind: 'fire', occurredOn: '2026-02-01', documents: [], earlier: [] };
const paid = { paidAt: '2020-01-22T03:00:00Z', form: 'bank', overrideUsed: false, heldPaperIds: [] } as const;

const DECISIONS: readonly (readonly [string, (policy: PolicyOn) => Decision<unknown, string>, readonly string[]])[] = [
  [
    'a grant',
    (policy) => decideGrant(grant, policy),
    ['urgentRelief.ladder', 'urgentRelief.requireExhaustion', 'urgentRelief.cautionCauses'],
  ],
  [
    'a plan',
    (policy) => decideLadderLevel({ needFen: 5, grantedByLevel: {} }, policy),
    ['urgentRelief.ladder', 'urgentRelief.requireExhaustion'],
  ],
  ['approvals', (policy) => requiredApprovals({ level: 'village', amountFen: 5 }, policy), ['urgentRelief.approvals']],
  ['checks of a payment', (policy) => decidePaymentChecks({ amountFen: 5 }, policy), ['payment.checks']],
  [
    'petty cash',
    (policy) => decidePettyCashPayment({ amountFen: 5, balanceFen: 5 }, policy),
    ['pettyCash.ceiling', 'pettyCash.replenishBelow'],
  ],
  ['the same event', (policy) => decideSameEvent(event, policy), ['urgentRelief.sameEventWindowDays']],
  ['the place', (policy) => decideReceivingPlace(place, policy), ['urgentRelief.incidentPlaceHandles']],
  [
    'papers',
    (policy) => papersAfter(paid, policy, officialCalendar),
    ['urgentRelief.papers', 'urgentRelief.papersWithin', 'urgentRelief.afterCheckWithin', 'clock.warnBefore'],
  ],
];

describe('what the policy of the day does not say is never guessed', () => {
  test.each(DECISIONS)('%s', (_, decide, needed) => {
    expect(decide(policyOf(...parameters)).allowed).toBe(true);
    for (const id of needed) {
      const decision = decide(policyOf(...parameters.filter((one) => one.id !== id)));
      expect(decision).toMatchObject({
        allowed: false,
        code: 'POLICY_UNKNOWN',
        facts: { parameter: id, label: id, on: '2026-03-01' },
        explanation: { id, outcome: 'unknown' },
      });
    }
  });
});

test('a figure that is defined, but not for the day, is called by its name', () => {
  const missing = {
    known: false,
    id: 'cap',
    label: { zh: '封顶', en: 'cap' },
    on: '2026-03-01',
    reason: 'noValueOnDate',
  } as const;
  expect(refuseUnknown(missing)).toMatchObject({ facts: { parameter: 'cap', label: '封顶' } });
});

test('rows that lack who may sign have nobody by accident, and bring no conference', () => {
  const policy = policyOf(...parameters);
  expect(requiredApprovals({ level: 'village', amountFen: 5 }, policy)).toMatchObject({
    figures: { approvers: 1, roles: [], caseConference: false },
  });
  expect(decidePaymentChecks({ amountFen: 5 }, policy)).toMatchObject({ figures: { checkers: 1, roles: [] } });
  expect(decidePaymentChecks({ amountFen: -5 }, policy)).toMatchObject({
    code: 'AMOUNT_INVALID',
    facts: { amountFen: -5 },
  });
  expect(requiredApprovals({ level: 'village', amountFen: -5 }, policy)).toMatchObject({ facts: { amountFen: -5 } });
});
