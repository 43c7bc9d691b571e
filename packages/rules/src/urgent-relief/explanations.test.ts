import { expect, test } from 'vitest';
import { aParameter, CAUTIONS, FREE, LADDER, policyOf, STRICT } from '../../testing/a-policy.ts';
import { officialCalendar } from '../../testing/official-calendar.ts';
import { outlineOf } from '../../testing/outline.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { decideAidKind } from './decide-aid-kind.ts';
import { decideConference } from './decide-conference.ts';
import { decideGrant } from './decide-grant.ts';
import { decideLadderLevel } from './decide-ladder-level.ts';
import { decidePaymentChecks } from './decide-payment-checks.ts';
import { decidePettyCashPayment } from './decide-petty-cash-payment.ts';
import { decideReceivingPlace } from './decide-receiving-place.ts';
import { decideSameEvent } from './decide-same-event.ts';
import { papersAfter } from './papers-after.ts';
import { requiredApprovals } from './required-approvals.ts';

const policy = policyOf(
  LADDER,
  STRICT,
  CAUTIONS,
  aParameter('urgentRelief.approvals', 'table', [
    { level: 'township', aboveFen: 0, approvers: 2, roles: ['a'], caseConference: false },
  ]),
  aParameter('payment.checks', 'table', [{ aboveFen: 0, checkers: 1, roles: ['b'] }]),
  aParameter('pettyCash.ceiling', 'fen', 500_000),
  aParameter('pettyCash.replenishBelow', 'basisPoints', 3_000),
  aParameter('urgentRelief.sameEventWindowDays', 'calendarDays', 180),
  aParameter('urgentRelief.incidentPlaceHandles', 'flag', true),
  aParameter('urgentRelief.papers', 'table', [
    { id: 'receipt', labelZh: '收据', labelEn: 'receipt', provider: 'worker', when: ['always'] },
  ]),
  aParameter('urgentRelief.papersWithin', 'limit', '10 workingDays'),
  aParameter('urgentRelief.afterCheckWithin', 'limit', '5 workingDays'),
  aParameter('clock.warnBefore', 'limit', '2 workingDays'),
);
const free = policyOf(LADDER, FREE, CAUTIONS);
const village = { level: 'village', labelZh: 'village', labelEn: 'village', capFen: 100_000, cumulativeCapFen: null };
const society = { money: 'society', administrativeAct: false };
const low = policyOf(aParameter('urgentRelief.ladder', 'table', [{ ...village, ...society }]), STRICT, CAUTIONS);
const fire = { kind: 'fire', occurredOn: '2026-02-01', documents: [] };
const earlier = { ...fire, grantId: 'g', paidFen: 5, paidOn: '2026-02-02' };

test.each<[string, { readonly explanation: Explanation }, readonly string[]]>([
  [
    'a grant that comes before the levels below',
    decideGrant(
      { level: 'township', requestedFen: 100, grantedByLevel: { village: 60_000 }, aidKind: 'urgent' },
      policy,
    ),
    [
      'urgentRelief.grant: no',
      '  urgentRelief.isUrgentKind: yes',
      '  urgentRelief.amountIsPositive: yes',
      '    requestedFen: 100 fen (officer)',
      '  urgentRelief.inOrder: no',
      '    urgentRelief.lowerLevelsExhausted: no',
      '      urgentRelief.requireExhaustion: true flag (nation law.1)',
      '      urgentRelief.room.village: 40000 fen (calculated)',
      '        urgentRelief.room.village.cap: 100000 fen (nation law.1)',
      '        urgentRelief.room.village.granted: 60000 fen (register)',
      '    urgentRelief.emergencyOverride: no',
      '  urgentRelief.withinLevelCap: yes',
      '    urgentRelief.withinLevelCap.total: 100 fen (calculated)',
      '      urgentRelief.withinLevelCap.granted: 0 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinLevelCap.cap: 200000 fen (nation law.1)',
      '  urgentRelief.withinCumulativeCap: yes',
      '    urgentRelief.withinCumulativeCap.total: 60100 fen (calculated)',
      '      urgentRelief.withinCumulativeCap.granted: 60000 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinCumulativeCap.cap: 300000 fen (nation law.1)',
    ],
  ],
  [
    'a grant ahead of the others for a reason',
    decideGrant(
      {
        level: 'county',
        requestedFen: 100,
        grantedByLevel: { village: 100_000, township: 1 },
        aidKind: 'urgent',
        emergencyOverride: { reason: 'x' },
      },
      policy,
    ),
    [
      'urgentRelief.grant: yes',
      '  urgentRelief.isUrgentKind: yes',
      '  urgentRelief.amountIsPositive: yes',
      '    requestedFen: 100 fen (officer)',
      '  urgentRelief.inOrder: yes',
      '    urgentRelief.lowerLevelsExhausted: no',
      '      urgentRelief.requireExhaustion: true flag (nation law.1)',
      '      urgentRelief.room.township: 199999 fen (calculated)',
      '        urgentRelief.room.township.cap: 200000 fen (nation law.1)',
      '        urgentRelief.room.township.granted: 1 fen (register)',
      '    urgentRelief.emergencyOverride: yes',
      '  urgentRelief.withinLevelCap: yes',
      '    urgentRelief.withinLevelCap.total: 100 fen (calculated)',
      '      urgentRelief.withinLevelCap.granted: 0 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinLevelCap.cap: null fen (nation law.1)',
      '  urgentRelief.withinCumulativeCap: yes',
      '    urgentRelief.withinCumulativeCap.total: 100101 fen (calculated)',
      '      urgentRelief.withinCumulativeCap.granted: 100001 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinCumulativeCap.cap: null fen (nation law.1)',
    ],
  ],
  [
    'a grant where any level may begin',
    decideGrant({ level: 'township', requestedFen: 100, grantedByLevel: {}, aidKind: 'urgent' }, free),
    [
      'urgentRelief.grant: yes',
      '  urgentRelief.isUrgentKind: yes',
      '  urgentRelief.amountIsPositive: yes',
      '    requestedFen: 100 fen (officer)',
      '  urgentRelief.anyOrder: yes',
      '    urgentRelief.requireExhaustion: false flag (nation law.1)',
      '  urgentRelief.withinLevelCap: yes',
      '    urgentRelief.withinLevelCap.total: 100 fen (calculated)',
      '      urgentRelief.withinLevelCap.granted: 0 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinLevelCap.cap: 200000 fen (nation law.1)',
      '  urgentRelief.withinCumulativeCap: yes',
      '    urgentRelief.withinCumulativeCap.total: 100 fen (calculated)',
      '      urgentRelief.withinCumulativeCap.granted: 0 fen (register)',
      '      requestedFen: 100 fen (officer)',
      '    urgentRelief.withinCumulativeCap.cap: 300000 fen (nation law.1)',
    ],
  ],
  [
    'aid of a kind nobody has said',
    decideGrant({ level: 'village', requestedFen: 1, grantedByLevel: {}, aidKind: 'unknown' }, policy),
    ['urgentRelief.isUrgentKind: unknown'],
  ],
  [
    'aid for expenditure',
    decideGrant({ level: 'village', requestedFen: 1, grantedByLevel: {}, aidKind: 'expenditure' }, policy),
    ['urgentRelief.isUrgentKind: no'],
  ],
  [
    'who pays which part of a need',
    decideLadderLevel({ needFen: 5_000_000, grantedByLevel: { village: 1 } }, policy),
    [
      'urgentRelief.plan: yes',
      '  needFen: 5000000 fen (officer)',
      '  urgentRelief.share.village: 99999 fen (calculated)',
      '    urgentRelief.cap.village: 100000 fen (nation law.1)',
      '  urgentRelief.share.township: 200000 fen (calculated)',
      '    urgentRelief.cap.township: 200000 fen (nation law.1)',
      '  urgentRelief.share.county: 4700001 fen (calculated)',
      '    urgentRelief.cap.county: null fen (nation law.1)',
    ],
  ],
  [
    'a need that the levels do not cover',
    decideLadderLevel({ needFen: 5_000_000, grantedByLevel: {} }, low),
    [
      'urgentRelief.plan: no',
      '  needFen: 5000000 fen (officer)',
      '  urgentRelief.share.village: 100000 fen (calculated)',
      '    urgentRelief.cap.village: 100000 fen (nation law.1)',
    ],
  ],
  ['a need that is none', decideLadderLevel({ needFen: 0, grantedByLevel: {} }, policy), ['needFen: 0 fen (officer)']],
  [
    'the kind of aid',
    decideAidKind({ suddenEvent: true, immediateNeed: null }),
    [
      'urgentRelief.isUrgentKind: unknown',
      '  suddenEvent: yes',
      '    suddenEvent: true flag (officer)',
      '  immediateNeed: unknown',
      '    immediateNeed: unknown (officer)',
    ],
  ],
  [
    'what a conference agreed',
    decideConference({ amountFen: 3, conferenceNeeded: true }, { agreedFen: 5, grantedFen: 1 }),
    [
      'urgentRelief.caseConference: yes',
      '  amountFen: 3 fen (officer)',
      '  agreedFen: 5 fen (register)',
      '  grantedFen: 1 fen (register)',
    ],
  ],
  [
    'a conference that was not held',
    decideConference({ amountFen: 3, conferenceNeeded: true }, undefined),
    ['urgentRelief.caseConference: no'],
  ],
  [
    'an amount that needs no conference',
    decideConference({ amountFen: 3, conferenceNeeded: false }, undefined),
    ['urgentRelief.caseConference: yes'],
  ],
  [
    'who checks a payment',
    decidePaymentChecks({ amountFen: 100 }, policy),
    [
      'payment.checkers: 1 count (calculated)',
      '  amountFen: 100 fen (register)',
      '  payment.checks: 1 count (nation law.1)',
    ],
  ],
  ['a payment of nothing', decidePaymentChecks({ amountFen: 0 }, policy), ['amountFen: 0 fen (register)']],
  [
    'what is left of the petty cash',
    decidePettyCashPayment({ amountFen: 100, balanceFen: 60 }, policy),
    [
      'pettyCash.pay: no',
      '  pettyCash.after: 0 fen (calculated)',
      '    balanceFen: 60 fen (register)',
      '    amountFen: 100 fen (officer)',
      '  pettyCash.ceiling: 500000 fen (nation law.1)',
      '  pettyCash.replenishBelow: 3000 basisPoints (nation law.1)',
    ],
  ],
  [
    'petty cash that pays nothing',
    decidePettyCashPayment({ amountFen: 0, balanceFen: 60 }, policy),
    ['pettyCash.pay: no', '  amountFen: 0 fen (officer)', '  balanceFen: 60 fen (register)'],
  ],
  [
    'where aid is handled',
    decideReceivingPlace({ aidKind: 'urgent', incidentHere: true, hukouHere: false, permitHere: null }, policy),
    [
      'urgentRelief.handledHere: yes',
      '  incidentHere: yes',
      '    incidentHere: true flag (officer)',
      '  hukouHere: no',
      '    hukouHere: false flag (officer)',
      '  permitHere: unknown',
      '    permitHere: unknown (officer)',
      '  urgentRelief.incidentPlaceHandles: true flag (nation law.1)',
    ],
  ],
  [
    'the same event again',
    decideSameEvent({ ...fire, earlier: [earlier] }, policy),
    [
      'urgentRelief.sameEvent: no',
      '  urgentRelief.noEarlierAid: no',
      '    earlierPaidFen: 5 fen (register)',
      '    urgentRelief.sameEventWindowDays: 180 calendarDays (nation law.1)',
      '  urgentRelief.newFact: no',
    ],
  ],
  [
    'the papers that follow',
    papersAfter(
      { paidAt: '2020-01-22T03:00:00Z', form: 'bank', overrideUsed: false, heldPaperIds: [] },
      policy,
      officialCalendar,
    ),
    [
      'urgentRelief.papersAfter: yes',
      '  urgentRelief.papersWithin: "10 workingDays" limit (nation law.1)',
      '  receipt: "2020-02-13" date (calculated)',
    ],
  ],
  [
    'who approves a grant',
    requiredApprovals({ level: 'township', amountFen: 100 }, policy),
    [
      'urgentRelief.approvers: 2 count (calculated)',
      '  amountFen: 100 fen (officer)',
      '  urgentRelief.approvals: 2 count (nation law.1)',
    ],
  ],
  [
    'a grant of nothing to approve',
    requiredApprovals({ level: 'township', amountFen: 0 }, policy),
    [
      'urgentRelief.approvers: 0 count (calculated)',
      '  amountFen: 0 fen (officer)',
      '  urgentRelief.approvals: 0 count (nation law.1)',
    ],
  ],
  [
    'a level nobody approves for',
    requiredApprovals({ level: 'county', amountFen: 5 }, policy),
    ['urgentRelief.approvals: unknown'],
  ],
  ['a payment where nobody says who checks', decidePaymentChecks({ amountFen: 5 }, low), ['payment.checks: unknown']],
])('%s is explained by every figure and where it comes from', (_, decision, lines) => {
  expect(outlineOf(decision.explanation)).toEqual(lines);
});

test('room is told by the cap that leaves less of it, with what counts against that cap', () => {
  const steps = [
    { level: 'village', labelZh: '村', labelEn: 'village', capFen: 150_000, cumulativeCapFen: null, money: 'society' },
    {
      level: 'township',
      labelZh: '乡',
      labelEn: 'town',
      capFen: 200_000,
      cumulativeCapFen: 300_000,
      money: 'pettyCash',
    },
    { level: 'county', labelZh: '县', labelEn: 'county', capFen: null, cumulativeCapFen: null, money: 'fiscal' },
  ].map((step) => ({ ...step, administrativeAct: true }));
  const roomWith = (capFen: number | null, village: number) => {
    const ladder = steps.map((step) => (step.level === 'township' ? { ...step, capFen } : step));
    const steep = policyOf(aParameter('urgentRelief.ladder', 'table', ladder), STRICT, CAUTIONS);
    const grantedByLevel = { village, township: 10 };
    const decision = decideGrant({ level: 'county', requestedFen: 1, grantedByLevel, aidKind: 'urgent' }, steep);
    const room = findNode(decision.explanation, 'urgentRelief.room.township');
    expect(room?.label).toEqual({ zh: '乡尚可救助的金额', en: 'room left at the town' });
    return [room, ...(room?.children ?? [])].map((one) => `${one?.value} ${one?.label.en}`);
  };
  expect(roomWith(200_000, 150_000)).toEqual([
    '149990 room left at the town',
    '300000 cumulative cap',
    '150010 already granted at this level and below',
  ]);
  expect(roomWith(null, 150_000)[1]).toBe('300000 cumulative cap');
  expect(roomWith(100_000, 150_000)).toEqual([
    '99990 room left at the town',
    '100000 cap of this level',
    '10 already granted at this level',
  ]);
});

function findNode(explanation: Explanation, id: string): Explanation | undefined {
  if (explanation.id === id) return explanation;
  return explanation.children.map((child) => findNode(child, id)).find((found) => found !== undefined);
}

test('a share and a paper are called by the words of the place', () => {
  const plan = decideLadderLevel({ needFen: 5, grantedByLevel: {} }, policy).explanation;
  expect(findNode(plan, 'urgentRelief.share.village')?.label).toEqual({
    zh: '由village承担的金额',
    en: 'share of the village',
  });
  const aid = { paidAt: '2020-01-22T03:00:00Z', form: 'bank', overrideUsed: false, heldPaperIds: [] } as const;
  const papers = papersAfter(aid, policy, officialCalendar);
  expect(findNode(papers.explanation, 'receipt')?.label).toEqual({
    zh: '补齐收据的最后一日',
    en: 'last day for the receipt',
  });
  expect(papers).toMatchObject({ figures: { duties: [{ label: { zh: '收据', en: 'receipt' }, provider: 'worker' }] } });
});
