import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { TestApi } from '../platform/testing/api.ts';
import { A_CEILING } from './a-ceiling.ts';
import type { Caller } from './access-callers.ts';
import type { Spot, Thing } from './access-world.ts';
import { aStaffReport } from './reports.ts';
import { PLACES, type SmallCounty } from './small-county.ts';
import { insertBatch, insertDuty, insertHeld } from './store.ts';

type Society = { readonly id: string; readonly region_code: string; readonly office_id: string };
type Given = {
  readonly api: TestApi;
  readonly home: SmallCounty;
  readonly other: SmallCounty & { readonly region: string };
  readonly societies: readonly Society[];
  readonly callers: readonly Caller[];
  readonly spots: readonly Spot[];
};

/** What hangs on no case: batches, duty, absences, filed relatives, and what people reported themselves far away. */
export async function makeExtras(given: Given): Promise<Thing[]> {
  const { api, home, other, societies, callers, spots } = given;
  const now = api.clock.now();
  const things: Thing[] = [];
  const add = (kind: Thing['kind'], id: string, rest: Partial<Thing> & { region: string }) =>
    void things.push({ kind, params: { id }, offices: [], accounts: [], ...rest });
  const idOf = (ids: Readonly<Record<string, string>>, key: string) => ids[key] ?? '';

  await api.services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    for (const [index, fund] of societies.entries()) {
      const id = randomUUID();
      const isHome = fund.region_code !== other.region;
      const made_by = idOf((isHome ? home : other).accounts, 'county.finance2');
      await insertBatch(tx, {
        id,
        batch_no: `ACCESS-${index}`,
        fund_id: fund.id,
        region_code: fund.region_code,
        office_id: fund.office_id,
        count: 1,
        total_fen: 1,
        made_by,
        made_at: now,
      });
      add('batch', id, { region: fund.region_code });
    }
    for (const [county, office, region] of [
      [home, 'town', PLACES.town],
      [home, 'otherTown', PLACES.otherTown],
      [other, 'town', other.region],
    ] as const) {
      // Over already: a duty that is removed by one caller would be gone for the next.
      const [id, office_id] = [randomUUID(), idOf(county.offices, office)];
      await insertDuty(tx, {
        id,
        office_id,
        account_id: idOf(county.accounts, 'town.surveyor'),
        starts_at: new Date('2026-02-01T01:00:00Z'),
        ends_at: new Date('2026-02-02T01:00:00Z'),
        phone: '12800000000',
      });
      add('duty', id, { region, offices: [office_id] });
    }
  });

  // Oneself, and whoever keeps the absences of the own office.
  for (const [county, login, seenBy] of [
    [home, 'town.reviewer', ['township-reviewer', 'window-clerk', 'township-approver']],
    [home, 'other-town.cash', []],
    [other, 'town.reviewer', []],
  ] as const) {
    const body = { fromAt: '2026-04-01T01:00:00Z', toAt: '2026-04-02T01:00:00Z', reason: '培训' };
    const recorded = await api.call(contract.recordAbsence, { body }, { session: await county.as(login) });
    add('absence', recorded.body.id, { region: '', seenBy });
  }
  for (const [county, clerk, about, region, serial] of [
    [home, 'town.window', 'town.reviewer', PLACES.town, 1],
    [home, 'other-town.window', 'other-town.cash', PLACES.otherTown, 3],
    [other, 'town.window', 'town.reviewer', other.region, 5],
  ] as const) {
    const idNumber = fakeResidentId({ birthDate: '1999-09-09', sex: 'male', serial });
    const filed = await api.call(
      contract.fileRelative,
      { body: { accountId: idOf(county.accounts, about), relation: 'spouse', name: '近亲', idNumber } },
      { session: await county.as(clerk) },
    );
    add('filing', filed.body.id, { region });
  }
  things.push({ kind: 'year', params: { year: '2016' }, region: '', offices: [], accounts: [], anywhere: true });

  for (const caller of callers.filter(({ role }) =>
    ['village-assistant', 'hotline-agent', 'reporter', 'department-handler', 'society-keeper'].includes(role),
  )) {
    const body = aStaffReport({ placeRegionCode: other.region, whatHappened: '路上见到的事', subjectName: null });
    const made = await api.call(contract.createReport, { body }, { session: caller.session });
    add('report', made.body.reportId, {
      region: other.region,
      offices: [caller.office],
      accounts: [caller.session?.accountId ?? ''],
    });
  }
  things.push({
    kind: 'local-pack',
    params: { packId: 'anhui-luan-yuan' },
    region: '',
    offices: [],
    accounts: [],
    anywhere: true,
  });
  for (const [county, region] of [
    [home, PLACES.county],
    [other, other.region],
  ] as const) {
    const session = await county.as('county.clerk');
    const release = { title: '核对权限', reason: '核对权限用的发布', effectiveOn: '2026-12-01' };
    const drafted = await api.call(contract.draftPolicyRelease, { body: release }, { session });
    const body = { content: A_CEILING, reason: '核对权限用', replaces: null, expectedVersion: 1 };
    const put = await api.call(contract.putPolicyChange, { params: { id: drafted.body.id }, body }, { session });
    add('policy-release', drafted.body.id, { region });
    add('policy-release-change', drafted.body.id, { region, params: { id: drafted.body.id, changeId: put.body.id } });
  }
  // Every post of the remit sees the run of its county; what it shows is of the own place.
  for (const [county, seenBy] of [
    [home, ['window-clerk', 'township-reviewer', 'township-approver', 'county-clerk', 'county-approver', 'inspector']],
    [other, []],
  ] as const) {
    const session = await county.as('county.clerk');
    const started = await api.call(contract.startRedetermination, { body: { on: '2026-03-01' } }, { session });
    add('redetermination', started.body.id, { region: '', seenBy });
    const id = started.body.id;
    for (const spot of spots.filter(({ region }) => (region === other.region) === (county === other))) {
      const held = { redetermination_id: id, household_id: spot.of('household'), case_id: spot.of('case') };
      await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
        insertHeld(tx, { ...held, region_code: spot.region, revision: 1, reason: 'differs', opened_at: now }),
      );
      add('held-household', id, { region: spot.region, params: { id, householdId: held.household_id } });
    }
  }
  // A township keeps its petty cash in the county's fund and sees that fund for it.
  const towns = [
    'township-reviewer',
    'township-approver',
    'petty-cash-keeper',
    'county-clerk',
    'county-approver',
    'finance-officer',
    'inspector',
    'auditor',
  ];
  add('fund', home.funds.fiscal, { region: PLACES.county, seenBy: towns });
  return things;
}
