import {
  ageOn,
  classifyUrgency,
  createRulebook,
  createWorkingDayCalendar,
  decideAidKind,
  decideGrant,
  decideLadderLevel,
  decidePettyCashPayment,
  decideReceivingPlace,
  dueAfter,
  findDepartment,
  findPolicyForRegion,
  findProgramme,
  type GrantRequest,
  type PolicyOn,
  papersAfter,
  readLadder,
  requiredApprovals,
  resolveLimit,
} from '@yimen/rules';
import { checkFen, getVector, titleOf } from '@yimen/rules/testing';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadHolidays, loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY);
const calendar = createWorkingDayCalendar(loadHolidays());

function at(regionCode: string, on: string): PolicyOn {
  const policy = findPolicyForRegion(set, regionCode, on);
  if (!policy) throw new Error(`no policy for ${regionCode}`);
  return policy;
}

function grant(policy: PolicyOn, request: Partial<GrantRequest>) {
  return decideGrant({ level: 'county', requestedFen: 1, grantedByLevel: {}, aidKind: 'urgent', ...request }, policy);
}

const yuan = at('341503100001', '2026-03-01');

describe('六安市裕安区', () => {
  test(titleOf('T-080'), () => {
    const plan = decideLadderLevel({ needFen: checkFen('T-080', 'need'), grantedByLevel: {} }, yuan);
    const share = {
      level: 'village',
      amountFen: checkFen('T-080', 'village'),
      money: 'society',
      administrativeAct: false,
    };
    expect(plan).toMatchObject({ figures: { shares: [share], uncoveredFen: 0 } });
  });

  test(titleOf('T-081'), () => {
    const capFen = checkFen('T-081', 'villageMax');
    expect(grant(yuan, { level: 'village', requestedFen: capFen }).allowed).toBe(true);
    expect(grant(yuan, { level: 'village', requestedFen: capFen + 1 })).toMatchObject({ code: 'CAP_EXCEEDED' });
  });

  test(titleOf('T-083'), () => {
    const granted = { village: 100_000 };
    const rest = checkFen('T-083', 'cumulative') - granted.village;
    expect(grant(yuan, { level: 'township', requestedFen: rest, grantedByLevel: granted }).allowed).toBe(true);
    const full = { ...granted, township: rest };
    const one = grant(yuan, { level: 'township', requestedFen: 1, grantedByLevel: full });
    expect(one).toMatchObject({ code: 'CAP_EXCEEDED', facts: { nextLevel: 'county' } });
    expect(decideLadderLevel({ needFen: 1, grantedByLevel: full }, yuan)).toMatchObject({
      figures: { level: 'county' },
    });
  });

  test(titleOf('T-085'), () => {
    const request = {
      level: 'township',
      requestedFen: checkFen('T-085', 'need'),
      grantedByLevel: { village: 60_000 },
    } as const;
    expect(grant(yuan, request)).toMatchObject({ code: 'LADDER_NOT_EXHAUSTED', facts: { openRoomFen: 40_000 } });
    const emergencyOverride = { reason: '互助社账上没有资金，病人今晚手术' };
    const overridden = grant(yuan, { ...request, emergencyOverride });
    expect(overridden).toMatchObject({ allowed: true, figures: { overrideUsed: true } });
    const paid = { paidAt: '2026-03-02T02:00:00Z', form: 'bank', overrideUsed: true, heldPaperIds: [] } as const;
    expect(papersAfter(paid, yuan, calendar)).toMatchObject({ figures: { afterCheck: { dueOn: '2026-03-09' } } });
  });

  test(titleOf('T-089'), () => {
    const { kind } = decideAidKind({ suddenEvent: false, immediateNeed: false });
    expect(grant(yuan, { level: 'village', aidKind: kind })).toMatchObject({ code: 'EXPENDITURE_BY_PROCEDURE' });
  });

  test(titleOf('T-101'), () => {
    const decision = grant(yuan, { level: 'village', requestedFen: 50_000, causes: ['drunkDriving'] });
    expect(decision).toMatchObject({ allowed: true, figures: { cautions: ['drunkDriving'] } });
  });

  test(titleOf('T-100'), () => {
    const payment = { balanceFen: checkFen('T-100', 'balance'), amountFen: checkFen('T-100', 'amount') };
    expect(decidePettyCashPayment(payment, yuan)).toMatchObject({
      figures: { fromPettyCashFen: 120_000, countyAdvanceFen: 80_000, balanceAfterFen: 0, replenish: true },
    });
  });

  test('above 3,000 yuan the district decides with two approvers; 20,000 and more go to a case discussion', () => {
    const full = { village: 100_000, township: 200_000 };
    expect(grant(yuan, { requestedFen: 500_000, grantedByLevel: full }).allowed).toBe(true);
    const of = (amountFen: number) => requiredApprovals({ level: 'county', amountFen }, yuan);
    expect(of(100)).toMatchObject({ figures: { approvers: 2, caseConference: false } });
    expect(of(2_000_001)).toMatchObject({ figures: { approvers: 2, caseConference: true } });
  });

  test('before the plan took effect there is no ladder, and none is guessed', () => {
    expect(readLadder(at('341503100001', '2020-12-16'))).toMatchObject({ known: false, reason: 'noValueOnDate' });
    expect(readLadder(at('341503100001', '2020-12-17'))).toMatchObject({ known: true });
  });
});

describe('other places', () => {
  test(titleOf('T-092'), () => {
    const paid = { paidAt: '2020-01-22T03:00:00Z', form: 'cash', overrideUsed: false, heldPaperIds: [] } as const;
    const decision = papersAfter(paid, at('632801000000', '2025-06-01'), calendar);
    expect(decision).toMatchObject({ allowed: true });
    if (!decision.allowed) return;
    expect(new Set(decision.figures.duties.map((duty) => duty.dueOn))).toEqual(
      new Set([getVector('T-092').check['d10']]),
    );
    expect(decision.figures.duties[0]?.clauseId).toBe('qinghai-2025-report.limits');
  });

  test(titleOf('T-094'), () => {
    const gansu = at('620102000000', '2021-06-01');
    const amountFen = checkFen('T-094', 'amount');
    const needFen = checkFen('T-094', 'need');
    expect(decideLadderLevel({ needFen, grantedByLevel: {} }, gansu)).toMatchObject({
      figures: { shares: [{ level: 'township', amountFen }], uncoveredFen: needFen - amountFen },
    });
    expect(grant(gansu, { level: 'township', requestedFen: needFen })).toMatchObject({ facts: { roomFen: amountFen } });
  });

  test(titleOf('T-098'), () => {
    const worker = { aidKind: 'urgent', incidentHere: true, hukouHere: false, permitHere: false } as const;
    expect(decideReceivingPlace(worker, yuan)).toMatchObject({ figures: { way: 'here' } });
    const panjin = at('211102000000', '2026-03-01');
    expect(decideReceivingPlace(worker, panjin)).toMatchObject({ allowed: true, figures: { way: 'helpOnward' } });
  });

  test(titleOf('T-099'), () => {
    const jinjiang = at('350582000000', '2022-06-01');
    const levelOf = (needFen: number) => {
      const plan = decideLadderLevel({ needFen, grantedByLevel: {} }, jinjiang);
      return plan.allowed && plan.figures.level;
    };
    expect(levelOf(500_000)).toBe('township');
    expect(levelOf(500_100)).toBe('county');
    const within = resolveLimit(jinjiang, 'temporaryAid.decideWithin');
    expect(within).toMatchObject({ known: true, limit: { amount: 5, clock: 'workingDays' } });
  });

  test('淄博高新区: the Local Affairs Bureau leads, the province gives the figures', () => {
    const zone = at('3703Z1000000', '2021-06-01');
    expect(findDepartment(zone, 'lead')).toMatchObject({ name: { zh: '地方事业局' }, clause: { id: 'zibo-2017.6-1' } });
    expect(findDepartment(yuan, 'lead')).toMatchObject({ name: { zh: '区民政局' } });
    expect(grant(zone, { level: 'township', requestedFen: 300_000 }).allowed).toBe(true);
    expect(grant(zone, { level: 'township', requestedFen: 300_001 })).toMatchObject({ code: 'CAP_EXCEEDED' });
    expect(resolveLimit(zone, 'urgentRelief.papersWithin')).toMatchObject({
      fromPack: { id: 'shandong' },
      sourceClass: 'media',
      limit: { amount: 5, clock: 'calendarDays' },
    });
    expect(readLadder(at('3703Z1000000', '2017-08-01')).known).toBe(false);
  });
});

describe('published cases of urgent difficulty, with the parameters of their place', () => {
  test(titleOf('T-160'), () => {
    const changle = at('350112000000', '2024-09-09');
    const requestedFen = checkFen('T-160', 'amount');
    expect(grant(changle, { requestedFen })).toMatchObject({
      allowed: true,
      figures: { level: 'county', money: 'fiscal' },
    });
    const approvals = requiredApprovals({ level: 'county', amountFen: requestedFen }, changle);
    expect(approvals).toMatchObject({ figures: { approvers: 2, caseConference: true } });
  });

  test.each([
    ['T-161', '350921000000', '2023-04-13', 'county', 'amount'],
    ['T-162', '370982000000', '2024-08-27', 'county', 'gov'],
    ['T-163', '450327000000', '2025-01-03', 'county', 'amount'],
    ['T-165', '410883000000', '2023-03-21', 'county', 'temp'],
    ['T-167', '340421000000', '2023-07-15', 'township', 'amount'],
  ] as const)('%s is granted as published', (id, regionCode, on, level, key) => {
    const decision = grant(at(regionCode, on), { level, requestedFen: checkFen(id, key) });
    expect(decision, titleOf(id)).toMatchObject({ allowed: true, figures: { amountFen: checkFen(id, key), level } });
  });

  test(titleOf('T-162'), () => {
    // The township may decide 3,000; 10,000 goes to the city as a whole. Charity stands beside the ladder.
    const xintai = at('370982000000', '2024-08-27');
    const plan = decideLadderLevel({ needFen: checkFen('T-162', 'gov'), grantedByLevel: {} }, xintai);
    expect(plan).toMatchObject({ figures: { level: 'county', uncoveredFen: 0 } });
    const ladder = readLadder(xintai);
    expect(ladder.known && ladder.steps.map((step) => step.money)).toEqual(['pettyCash', 'fiscal']);
  });

  test(titleOf('T-167'), () => {
    const decision = grant(at('340421000000', '2023-07-15'), {
      level: 'township',
      requestedFen: checkFen('T-167', 'amount'),
    });
    expect(decision).toMatchObject({ figures: { money: 'society', administrativeAct: false } });
  });

  test(titleOf('T-169'), () => {
    const children = { aidKind: 'urgent', incidentHere: true, hukouHere: false, permitHere: null } as const;
    expect(decideReceivingPlace(children, at('610924000000', '2022-06-10'))).toMatchObject({
      figures: { way: 'here' },
    });
    expect(findProgramme(yuan, 'orphan')).toMatchObject({ leadDuty: 'children' });
  });

  test(titleOf('T-170'), () => {
    const zixing = at('431081000000', '2026-01-10');
    const within = resolveLimit(zixing, 'urgentRelief.payWithin');
    expect(within).toMatchObject({ known: true, limit: { amount: 2, clock: 'calendarDays' } });
    if (!within.known) return;
    const due = dueAfter({ limit: within.limit, startedAt: '2026-01-12T02:00:00Z' }, calendar);
    expect(due.dueOn).toBe('2026-01-14');
    expect(ageOn('1960-11-01', '2026-01-10')).toBe(Number(getVector('T-170').check['age']));
  });

  test(titleOf('T-171'), () => {
    const binzhou = at('610482000000', '2022-12-02');
    expect(findProgramme(binzhou, 'vagrantAid')).toMatchObject({ leadDuty: 'vagrants', benefits: ['kind', 'service'] });
    expect(findDepartment(binzhou, 'vagrants')).toMatchObject({ department: 'civil-affairs' });
  });

  test.each(['T-175', 'T-176'])('%s is charity: no rung of any ladder pays it, and no ladder is guessed', (id) => {
    const policy = at(id === 'T-175' ? '440604000000' : '611025000000', '2024-06-01');
    expect(readLadder(policy).known, titleOf(id)).toBe(false);
    expect(grant(policy, { requestedFen: 500_000 })).toMatchObject({ code: 'POLICY_UNKNOWN' });
    expect(findProgramme(policy, 'charityAid')).toMatchObject({ category: 'social', leadDuty: 'charity' });
  });

  test(titleOf('T-177'), () => {
    const event = { lifeInDanger: false, violenceOrSelfHarm: false, treatmentStopped: true };
    const result = createRulebook().determine(yuan, { household: {}, members: [{}], events: [event] });
    expect(result.ok && classifyUrgency(result.determined)).toMatchObject({
      figures: { established: getVector('T-177').check['class'], unknownFacts: [] },
      explanation: { children: [{ outcome: 'no' }, { outcome: 'yes', children: [{ id: 'treatmentStopped' }] }] },
    });
    const place = { aidKind: 'urgent', incidentHere: true, hukouHere: false, permitHere: false } as const;
    expect(decideReceivingPlace(place, yuan)).toMatchObject({ figures: { way: 'here' } });
  });
});
