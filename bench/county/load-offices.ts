import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '@yimen/contracts';
import { createFund, receiveMoney } from '../../packages/server/src/funds/index.ts';
import { regionTree } from '../../packages/server/src/organisation/region-tree.ts';
import { openSession } from '../../packages/server/src/platform/auth/index.ts';
import { SYSTEM_CONTEXT } from '../../packages/server/src/platform/db/access-context.ts';
import type { Tx } from '../../packages/server/src/platform/db/database.ts';
import type { Services } from '../../packages/server/src/services.ts';

export type Seat = {
  readonly officeId: string;
  readonly postId: string;
  readonly accountId: string;
  readonly token: string;
};
export type Offices = {
  readonly villages: readonly string[];
  readonly township: { readonly code: string; readonly villages: readonly string[] };
  readonly window: Seat;
  readonly county: Seat;
  /** Keeper of the society of each village. */
  readonly keepers: Readonly<Record<string, Seat>>;
  readonly accountId: string;
};

const COUNTY = '341503000000';

/** Windows, a bureau and a society with money in every village, each with somebody signed in. */
export async function loadOffices(services: Services): Promise<Offices> {
  const tree = regionTree();
  const townships = tree.childrenOf(COUNTY);
  const villages = townships.flatMap((township) => tree.childrenOf(township.code).map((village) => village.code));
  const first = townships[0];
  if (!first) throw new Error('the county has no townships');
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    const county = await seat(services, tx, {
      kind: 'civil-affairs',
      name: '区民政局',
      region: COUNTY,
      role: 'county-clerk',
    });
    let window: Seat | undefined;
    for (const township of townships) {
      const opened = await seat(services, tx, {
        kind: 'township-window',
        name: `${township.name}救助窗口`,
        region: township.code,
        role: 'window-clerk',
      });
      if (township.code === first.code) window = opened;
    }
    const keepers: Record<string, Seat> = {};
    for (const village of villages) keepers[village] = await society(services, tx, village);
    if (!window) throw new Error('no window');
    return {
      villages,
      township: { code: first.code, villages: tree.childrenOf(first.code).map((one) => one.code) },
      window,
      county,
      keepers,
      accountId: window.accountId,
    };
  });
}

async function society(services: Services, tx: Tx, village: string): Promise<Seat> {
  const keeper = await seat(services, tx, {
    kind: 'mutual-aid-society',
    name: '互助社',
    region: village,
    role: 'society-keeper',
  });
  const now = services.clock.now();
  const fund = await createFund(tx, {
    kind: 'society',
    name: '互助社资金',
    regionCode: village,
    officeId: keeper.officeId,
    now,
  });
  await receiveMoney(tx, {
    fundId: fund.fundId,
    source: 'collective',
    amountFen: 50_000_000_000,
    from: '压测',
    voucherNo: village,
    actor: { accountId: keeper.accountId },
    now,
  });
  return keeper;
}

type Wanted = { readonly kind: string; readonly name: string; readonly region: string; readonly role: Role };

async function seat(services: Services, tx: Tx, { kind, name, region, role }: Wanted): Promise<Seat> {
  const [officeId, postId, accountId] = [randomUUID(), randomUUID(), randomUUID()];
  const now = services.clock.now();
  await tx
    .insertInto('office')
    .values({ id: officeId, kind, name, region_code: region, phone: '0564-0000000' })
    .execute();
  await tx
    .insertInto('account')
    .values({
      id: accountId,
      login: `bench-${postId.slice(0, 13)}`,
      name: '压测人员',
      password_hash: 'none',
      password_changed_at: now,
    })
    .execute();
  await tx
    .insertInto('post')
    .values({
      id: postId,
      office_id: officeId,
      role,
      scope: ROLES[role].scope,
      region_code: region,
      title: ROLES[role].zh,
    })
    .execute();
  await tx
    .insertInto('post_holder')
    .values({ id: randomUUID(), post_id: postId, account_id: accountId, kind: 'A', from_date: '2020-01-01' })
    .execute();
  const settings = { ...services.settings, session: { idleMinutes: 600, absoluteMinutes: 6000, maxLive: 1000 } };
  return {
    officeId,
    postId,
    accountId,
    token: await openSession(tx, settings, { accountId, limit: null, secondFactorAt: now, now }),
  };
}
