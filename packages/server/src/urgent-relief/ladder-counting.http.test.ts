import * as contract from '@yimen/contracts';
import type { CountedOver, CountedPer, Pack, PolicySet } from '@yimen/rules';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { aMember, type Proposal, reliefActs, smallCounty } from '../testing/index.ts';

/** `npm run test:faults` runs the thousand; `npm test` a short form of the same. */
const ROUNDS = Number(process.env['YIMEN_FAULT_ROUNDS'] ?? 6);
const START = '2026-03-02T02:00:00.000Z';

/** Counties beside Yu'an with its ladder, each counting in another way. */
const PLACES_COUNTED = {
  householdYear: { code: '341522000000', per: 'household', over: 'calendarYear' },
  householdTwelveMonths: { code: '341523000000', per: 'household', over: 'twelveMonths' },
  personIncident: { code: '341524000000', per: 'person', over: 'incident' },
  personYear: { code: '341525000000', per: 'person', over: 'calendarYear' },
} as const;
type PlaceName = keyof typeof PLACES_COUNTED;

const set = loadPolicySet(POLICIES_DIRECTORY);
const api = await startTestApi({ now: START, policy: withNeighbours(set), settings: { poolSize: 24 } });
const owner = new pg.Pool({ connectionString: api.database.migratorUrl, max: 2 });
afterAll(() => owner.end());
beforeEach(() => api.clock.set(START));

function withNeighbours({ packs, ...rest }: PolicySet): PolicySet {
  const yuan = packs.get('anhui-luan-yuan');
  if (!yuan) throw new Error('no pack of Yu’an');
  const neighbours = Object.entries(PLACES_COUNTED).map(([id, place]) => [id, counted(yuan, id, place)] as const);
  return { ...rest, packs: new Map([...packs, ...neighbours]) };
}

function counted(
  pack: Pack,
  id: string,
  { code, per, over }: { code: string; per: CountedPer; over: CountedOver },
): Pack {
  const values: Readonly<Record<string, string>> = {
    'urgentRelief.ladderScope': per,
    'urgentRelief.ladderWindow': over,
  };
  const parameters = pack.parameters.map((parameter) => ({
    ...parameter,
    values: parameter.values.map((one) => ({ ...one, value: values[parameter.id] ?? one.value })),
  }));
  return { ...pack, id, regions: [code.slice(0, 6)], parameters };
}

let serial = 0;
async function countyThat(name: PlaceName) {
  const { code } = PLACES_COUNTED[name];
  serial += 1;
  const prefix = `${serial}.`;
  const staffed = await smallCounty(api, {
    prefix,
    places: { county: code, town: code, village: code, otherVillage: code, otherTown: code, farVillage: code },
  });
  // Nobody stays signed in from one year to the next.
  const sessions = new Map<string, ReturnType<typeof api.signInAs>>();
  const county = {
    ...staffed,
    as: (login: string) => {
      const key = `${login} ${api.clock.now().toISOString()}`;
      const session = sessions.get(key) ?? api.signInAs(`${prefix}${login}`);
      sessions.set(key, session);
      return session;
    },
  };
  const acts = reliefActs(api, county);
  const here = { hukouRegionCode: code, residenceRegionCode: code };
  const open = (day: string, kind: contract.EventKind, householdId?: string) =>
    acts.openCase({
      household: householdId
        ? { is: 'known', householdId: householdId as never }
        : {
            is: 'new',
            regionCode: code,
            members: [aMember(here), aMember({ ...here, relation: 'spouse', supportRelation: 'mutual' })],
            searched: true,
          },
      event: { kind, occurredOn: day, placeRegionCode: code, placeDetail: null, description: '突发困难' },
      urgencyAnswers: { noFoodOrShelter: true },
    });
  const aid = async (caseId: string, amountFen: number, change: Proposal = {}) => {
    const proposed = await acts.propose(caseId, { amountFen, ...change });
    if (proposed.status !== 200) return proposed.problem.code;
    const approved = await acts.approve(proposed.body.grantId, 'society.keeper');
    return approved.status === 200 ? 'granted' : approved.problem.code;
  };
  const payees = async (caseId: string) => (await acts.panel(caseId)).payees.map((payee) => payee.personId);
  return { ...acts, county, open, aid, payees };
}

describe('R-127 the caps are counted as the place decided', () => {
  test('per household and calendar year: another incident of the year counts on, a new year starts anew', async () => {
    const { open, aid, panel } = await countyThat('householdYear');
    const fire = await open('2026-03-01', 'fire');
    expect(await aid(fire.caseId, 60_000)).toBe('granted');
    const illness = await open('2026-03-01', 'serious-illness', fire.householdId);
    const { ladder } = await panel(illness.caseId);
    expect(ladder.steps[0]).toMatchObject({ grantedFen: 60_000, roomFen: 40_000 });
    expect(ladder.scope).toEqual({ zh: '按每户每个自然年计算', en: 'counted per household and calendar year' });
    expect(await aid(illness.caseId, 40_001)).toBe('CAP_EXCEEDED');
    expect(await aid(illness.caseId, 40_000)).toBe('granted');
    api.clock.set('2027-01-04T02:00:00.000Z');
    const next = await open('2027-01-03', 'other-accident', fire.householdId);
    expect(await aid(next.caseId, 100_000)).toBe('granted');
  });

  test('per household and twelve months: what was approved a year ago no longer counts', async () => {
    const { open, aid, panel } = await countyThat('householdTwelveMonths');
    const fire = await open('2026-03-01', 'fire');
    expect(await aid(fire.caseId, 70_000)).toBe('granted');
    api.clock.set('2027-03-01T02:00:00.000Z');
    const illness = await open('2027-02-27', 'serious-illness', fire.householdId);
    expect(await aid(illness.caseId, 30_001)).toBe('CAP_EXCEEDED');
    expect(await aid(illness.caseId, 20_000)).toBe('granted');
    api.clock.set('2027-03-02T02:00:00.000Z');
    const accident = await open('2027-03-01', 'other-accident', fire.householdId);
    expect((await panel(accident.caseId)).ladder.steps[0]).toMatchObject({ grantedFen: 20_000, roomFen: 80_000 });
    expect(await aid(accident.caseId, 80_001)).toBe('CAP_EXCEEDED');
    expect(await aid(accident.caseId, 80_000)).toBe('granted');
  });

  test('per person and incident: each who receives has a cap, and a later incident has its own', async () => {
    const { open, aid, payees } = await countyThat('personIncident');
    const fire = await open('2026-03-01', 'fire');
    const [first = '', second = ''] = await payees(fire.caseId);
    const followUp = { newFact: '另一名成员也受伤住院' };
    expect(await aid(fire.caseId, 100_000, { payeePersonId: first })).toBe('granted');
    expect(await aid(fire.caseId, 1, { payeePersonId: first, followUp })).toBe('CAP_EXCEEDED');
    expect(await aid(fire.caseId, 100_000, { payeePersonId: second, followUp })).toBe('granted');
    const illness = await open('2026-03-01', 'serious-illness', fire.householdId);
    expect(await aid(illness.caseId, 100_000, { payeePersonId: first })).toBe('granted');
  });

  test('per person and year: the other incident of the year counts on for the same person only', async () => {
    const { open, aid, payees } = await countyThat('personYear');
    const fire = await open('2026-03-01', 'fire');
    const [first = '', second = ''] = await payees(fire.caseId);
    expect(await aid(fire.caseId, 100_000, { payeePersonId: first })).toBe('granted');
    const illness = await open('2026-03-01', 'serious-illness', fire.householdId);
    expect(await aid(illness.caseId, 1, { payeePersonId: first })).toBe('CAP_EXCEEDED');
    expect(await aid(illness.caseId, 100_000, { payeePersonId: second })).toBe('granted');
  });

  test('per person and year: a household that everybody has left still shows its case and ladder', async () => {
    const { open, panel, payees, county } = await countyThat('personYear');
    const { caseId, householdId } = await open('2026-03-01', 'fire');
    const session = await county.as('town.window');
    for (const [index, personId] of (await payees(caseId)).entries()) {
      const body = { on: '2026-03-02', reason: '全家迁往外省定居', expectedVersion: index + 1 };
      const left = await api.call(contract.removeMember, { params: { id: householdId, personId }, body }, { session });
      expect(left.status).toBe(200);
    }
    expect((await panel(caseId)).ladder.steps[0]).toMatchObject({ grantedFen: 0, open: true });
  });

  test('a grant called off gives its room of the year back', async () => {
    const { open, aid, propose, approve, county } = await countyThat('householdYear');
    const fire = await open('2026-03-01', 'fire');
    const proposed = await propose(fire.caseId, { amountFen: 100_000 });
    const approved = await approve(proposed.body.grantId, 'society.keeper');
    const illness = await open('2026-03-01', 'serious-illness', fire.householdId);
    expect(await aid(illness.caseId, 1)).toBe('CAP_EXCEEDED');
    const body = { reason: '当事人放弃领取', expectedVersion: approved.body.version };
    const session = await county.as('town.window');
    await api.call(contract.cancelGrant, { params: { id: proposed.body.grantId }, body }, { session });
    expect(await aid(illness.caseId, 100_000)).toBe('granted');
  });

  test.each(['householdYear', 'householdTwelveMonths'] as const)(
    `%s: ${ROUNDS} households, 2 to 12 incidents approved at once: never over the common cap`,
    { timeout: 60_000 + ROUNDS * 5_000 },
    async (place) => {
      const { county, open, propose, approve } = await countyThat(place);
      for (let round = 0; round < ROUNDS; round++) {
        const amountFen = [60_000, 40_000, 25_000, 100_000][round % 4] ?? 50_000;
        const first = await open('2026-01-01', 'fire');
        const days = Array.from(
          { length: 1 + ((round * 3) % 11) },
          (_, day) => `2026-01-${String(day + 2).padStart(2, '0')}`,
        );
        const others = [];
        for (const day of days) others.push(await open(day, 'fire', first.householdId));
        const proposed = [];
        for (const { caseId } of [first, ...others]) proposed.push(await propose(caseId, { amountFen }));
        expect(proposed.map((one) => one.status)).toEqual(proposed.map(() => 200));
        const approved = await Promise.all(proposed.map((one) => approve(one.body.grantId, 'society.keeper')));
        const won = approved.filter((one) => one.status === 200).length;
        expect(won).toBe(Math.min(proposed.length, Math.floor(100_000 / amountFen)));
        const lost = approved.filter((one) => one.status !== 200).map((one) => one.problem.code);
        expect(lost).toEqual(lost.map(() => 'CAP_EXCEEDED'));
        expect(await offCounters(first.householdId)).toBe(0);
        // Back into the box, so that the next household finds money in it.
        const session = await county.as('town.window');
        for (const { status, body } of approved) {
          if (status !== 200) continue;
          const ending = { reason: '测试撤回，退回互助资金', expectedVersion: body.version };
          await api.call(contract.cancelGrant, { params: { id: body.id }, body: ending }, { session });
        }
        expect(await offCounters(first.householdId)).toBe(0);
      }
    },
  );
});

/** Counters of a household over their cap, or that say something else than was really granted. */
async function offCounters(householdId: string): Promise<number> {
  const { rows } = await owner.query<{ off: string }>(
    `SELECT count(*) AS off FROM yimen.cap_counter_level l JOIN yimen.cap_counter c ON c.id = l.counter_id
      WHERE c.holder_id = $1 AND (l.granted_fen > l.cap_fen OR l.cumulative_fen > l.cumulative_cap_fen OR l.granted_fen <> (
        SELECT coalesce(sum(g.amount_fen), 0) FROM yimen.relief_grant g WHERE g.cap_counter_id = c.id AND g.level = l.level AND g.state IN ('approved', 'paid')))`,
    [householdId],
  );
  return Number(rows[0]?.off);
}
