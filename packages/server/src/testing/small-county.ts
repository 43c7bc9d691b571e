import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@yimen/contracts';
import { createFund, openPettyCash, receiveMoney, transfer } from '../funds/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Tx } from '../platform/db/database.ts';
import type { TestApi, TestSession } from '../platform/testing/api.ts';
import { insertAccounts, insertDuty, insertHolders, insertOffices, insertPosts } from './store.ts';

/** Real places of 裕安区: two towns with two villages and one. */
export const PLACES = {
  county: '341503000000',
  town: '341503100000',
  village: '341503100201',
  otherVillage: '341503100202',
  otherTown: '341503101000',
  farVillage: '341503101202',
} as const;

type PlaceName = keyof typeof PLACES;
type Staffed = {
  readonly login: string;
  readonly role: Role;
  readonly office: string;
  readonly place: PlaceName;
  readonly b?: string;
};

const OFFICES: readonly { key: string; kind: string; name: string; place: PlaceName; department?: string }[] = [
  { key: 'bureau', kind: 'civil-affairs', name: '区民政局', place: 'county', department: 'civil-affairs' },
  { key: 'town', kind: 'township-window', name: '甲镇救助窗口', place: 'town' },
  { key: 'otherTown', kind: 'township-window', name: '乙镇救助窗口', place: 'otherTown' },
  { key: 'society', kind: 'mutual-aid-society', name: '甲村互助社', place: 'village' },
  { key: 'otherSociety', kind: 'mutual-aid-society', name: '乙村互助社', place: 'otherVillage' },
  { key: 'farSociety', kind: 'mutual-aid-society', name: '丙村互助社', place: 'farVillage' },
  { key: 'education', kind: 'department', name: '区教体局', place: 'county', department: 'education' },
  { key: 'charity', kind: 'charity', name: '区慈善协会', place: 'county' },
  { key: 'hotline', kind: 'hotline', name: '12349 热线', place: 'county' },
  { key: 'hospital', kind: 'hospital', name: '区人民医院', place: 'county' },
  { key: 'platform', kind: 'platform', name: '平台运维', place: 'county' },
];

const STAFF: readonly Staffed[] = [
  { login: 'village.assistant', role: 'village-assistant', office: 'town', place: 'village' },
  { login: 'other-village.assistant', role: 'village-assistant', office: 'town', place: 'otherVillage' },
  { login: 'far-village.assistant', role: 'village-assistant', office: 'otherTown', place: 'farVillage' },
  { login: 'society.keeper', role: 'society-keeper', office: 'society', place: 'village' },
  { login: 'far-society.keeper', role: 'society-keeper', office: 'farSociety', place: 'farVillage' },
  { login: 'other-society.keeper', role: 'society-keeper', office: 'otherSociety', place: 'otherVillage' },
  { login: 'town.window', role: 'window-clerk', office: 'town', place: 'town', b: 'town.window-b' },
  { login: 'town.reviewer', role: 'township-reviewer', office: 'town', place: 'town' },
  { login: 'town.surveyor', role: 'surveyor', office: 'town', place: 'town' },
  { login: 'town.approver', role: 'township-approver', office: 'town', place: 'town', b: 'town.approver-b' },
  { login: 'town.cash', role: 'petty-cash-keeper', office: 'town', place: 'town' },
  { login: 'other-town.window', role: 'window-clerk', office: 'otherTown', place: 'otherTown' },
  { login: 'other-town.approver', role: 'township-approver', office: 'otherTown', place: 'otherTown' },
  { login: 'other-town.cash', role: 'petty-cash-keeper', office: 'otherTown', place: 'otherTown' },
  { login: 'county.clerk', role: 'county-clerk', office: 'bureau', place: 'county' },
  { login: 'county.approver1', role: 'county-approver', office: 'bureau', place: 'county' },
  { login: 'county.approver2', role: 'county-approver', office: 'bureau', place: 'county' },
  { login: 'county.finance1', role: 'finance-officer', office: 'bureau', place: 'county' },
  { login: 'county.finance2', role: 'finance-officer', office: 'bureau', place: 'county' },
  { login: 'education.handler', role: 'department-handler', office: 'education', place: 'county' },
  { login: 'charity.worker', role: 'charity-worker', office: 'charity', place: 'county' },
  { login: 'hotline.agent', role: 'hotline-agent', office: 'hotline', place: 'county' },
  { login: 'hospital.contact', role: 'reporter', office: 'hospital', place: 'county' },
  { login: 'county.inspector', role: 'inspector', office: 'bureau', place: 'county' },
  { login: 'county.auditor', role: 'auditor', office: 'bureau', place: 'county' },
  { login: 'system.admin', role: 'system-admin', office: 'platform', place: 'county' },
  { login: 'security.admin', role: 'security-admin', office: 'platform', place: 'county' },
  { login: 'audit.admin', role: 'audit-admin', office: 'platform', place: 'county' },
];

export type SmallCounty = {
  readonly offices: Readonly<Record<string, string>>;
  readonly posts: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, string>>;
  readonly funds: { readonly fiscal: string; readonly society: string };
  as(login: string): Promise<TestSession>;
};

export type SmallCountyOptions = {
  readonly pettyCashFen?: number;
  readonly societyFen?: number;
  /** Another locality, for its own policy pack; `prefix` keeps the sign-ins of several apart. */
  readonly places?: Readonly<Record<PlaceName, string>>;
  readonly prefix?: string;
};

/** A county with every post filled and money in every box, for tests of the offices at work. */
export async function smallCounty(
  api: Pick<TestApi, 'services' | 'signInAs'>,
  { pettyCashFen = 5_000_000, societyFen = 3_000_000, places = PLACES, prefix = '' }: SmallCountyOptions = {},
): Promise<SmallCounty> {
  const { database, clock } = api.services;
  const now = clock.now();
  const offices = keyed(OFFICES.map((office) => office.key));
  const logins = STAFF.flatMap((one) => [one.login, ...(one.b ? [one.b] : [])]);
  const accounts = keyed(logins);
  const posts = keyed(STAFF.map((one) => one.login));
  const funds = await database.transact(SYSTEM_CONTEXT, async (tx) => {
    await insertOffices(
      tx,
      OFFICES.map(({ key, kind, name, place, department }) => ({
        id: idOf(offices, key),
        kind,
        name,
        region_code: places[place],
        department: department ?? null,
        phone: '0564-0000000',
        is_public: true,
      })),
    );
    await insertAccounts(
      tx,
      logins.map((login) => ({ id: idOf(accounts, login), login: `${prefix}${login}`, name: `人员 ${login}`, now })),
    );
    await insertPosts(
      tx,
      STAFF.map(({ login, role, office, place }) => ({
        id: idOf(posts, login),
        office_id: idOf(offices, office),
        role,
        scope: ROLES[role].scope,
        region_code: places[place],
        title: ROLES[role].zh,
      })),
    );
    await insertHolders(
      tx,
      STAFF.flatMap(({ login, b }) => [
        holder(posts, accounts, login, login, 'A'),
        ...(b ? [holder(posts, accounts, login, b, 'B')] : []),
      ]),
    );
    await insertDuty(tx, {
      id: randomUUID(),
      office_id: idOf(offices, 'town'),
      account_id: idOf(accounts, 'town.window'),
      starts_at: new Date('2020-01-01'),
      ends_at: new Date('2035-01-01'),
      phone: '12800000000',
    });
    return fillFunds(tx, offices, {
      accountId: idOf(accounts, 'county.finance1'),
      pettyCashFen,
      societyFen,
      places,
      now,
    });
  });
  const sessions = new Map<string, Promise<TestSession>>();
  return {
    offices,
    posts,
    accounts,
    funds,
    as: (login) => {
      const known = sessions.get(login) ?? api.signInAs(`${prefix}${login}`);
      sessions.set(login, known);
      return known;
    },
  };
}

type Filling = {
  readonly accountId: string;
  readonly pettyCashFen: number;
  readonly societyFen: number;
  readonly places: Readonly<Record<PlaceName, string>>;
  readonly now: Date;
};

async function fillFunds(
  tx: Tx,
  offices: Readonly<Record<string, string>>,
  { accountId, pettyCashFen, societyFen, places, now }: Filling,
) {
  const actor = { accountId };
  const fiscal = await createFund(tx, {
    kind: 'fiscal',
    name: '区临时救助资金',
    regionCode: places.county,
    officeId: idOf(offices, 'bureau'),
    now,
  });
  await receiveMoney(tx, {
    fundId: fiscal.fundId,
    source: 'government-input',
    amountFen: 100_000_000,
    from: '区财政局',
    voucherNo: 'P1',
    actor,
    now,
  });
  for (const key of ['town', 'otherTown'] as const) {
    const box = await openPettyCash(tx, {
      fundId: fiscal.fundId,
      officeId: idOf(offices, key),
      regionCode: places[key],
      ceilingFen: 5_000_000,
    });
    await transfer(tx, {
      fundId: fiscal.fundId,
      fromAccountId: fiscal.availableAccountId,
      toAccountId: box.pettyCashAccountId,
      amountFen: pettyCashFen,
      kind: 'issue',
      regionCode: places[key],
      memo: '首次拨付',
      actor,
      now,
    });
  }
  const societies: string[] = [];
  for (const [key, place] of [
    ['society', 'village'],
    ['otherSociety', 'otherVillage'],
    ['farSociety', 'farVillage'],
  ] as const) {
    const fund = await createFund(tx, {
      kind: 'society',
      name: '村级互助资金',
      regionCode: places[place],
      officeId: idOf(offices, key),
      now,
    });
    await receiveMoney(tx, {
      fundId: fund.fundId,
      source: 'collective',
      amountFen: societyFen,
      from: '村集体',
      voucherNo: `S-${key}`,
      actor,
      now,
    });
    societies.push(fund.fundId);
  }
  return { fiscal: fiscal.fundId, society: societies[0] ?? '' };
}

/** Rising in the order of the list: of two posts filled at one moment, the first of the list is asked first. */
function keyed(keys: readonly string[]): Record<string, string> {
  const ids = keys.map(() => randomUUID()).sort();
  return Object.fromEntries(keys.map((key, index) => [key, ids[index] ?? '']));
}

function idOf(ids: Readonly<Record<string, string>>, key: string): string {
  const id = ids[key];
  if (id === undefined) throw new Error(`no ${key} in the small county`);
  return id;
}

function holder(
  posts: Readonly<Record<string, string>>,
  accounts: Readonly<Record<string, string>>,
  post: string,
  login: string,
  kind: 'A' | 'B',
) {
  return {
    id: randomUUID(),
    post_id: idOf(posts, post),
    account_id: idOf(accounts, login),
    kind,
    from_date: '2020-01-01',
  };
}
