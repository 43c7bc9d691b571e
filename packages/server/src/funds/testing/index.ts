import { afterEach, expect } from 'vitest';
import { SYSTEM_CONTEXT } from '../../platform/db/access-context.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refused } from '../../platform/refused.ts';
import { startTestApi } from '../../platform/testing/index.ts';
import { PLACES, smallCounty } from '../../testing/index.ts';
import { getPayingAccount } from '../find-paying-account.ts';
import { planPayments, type Stage } from '../order-payments.ts';
import { insertPayments } from '../payment-store.ts';
import { reservation } from '../reserve-grant.ts';
import { transfer } from '../transfer.ts';
import {
  fileRelative,
  findLedgerFaults,
  type GrantWish,
  insertApprovedGrant,
  selectBalance,
  selectGrant,
  selectPayments,
} from './store.ts';

export * from './store.ts';
export { PLACES };

type Wish = Partial<Pick<GrantWish, 'amountFen' | 'method' | 'payeeName' | 'account' | 'idNumberIndex'>> & {
  readonly money?: 'society' | 'pettyCash' | 'fiscal';
  readonly place?: string;
  readonly stages?: readonly Stage[];
};

/** The small county with its funds; after every test of the file the books must balance. */
export async function fundsTest() {
  const api = await startTestApi();
  const county = await smallCounty(api);
  const { services } = api;
  const inSystem = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => services.database.transact(SYSTEM_CONTEXT, work);
  afterEach(async () => {
    expect(await inSystem(findLedgerFaults)).toEqual([]);
  });

  function actor(login: string): Actor {
    const accountId = county.accounts[login];
    if (!accountId) throw new Error(`nobody called ${login}`);
    // Use cases take who acts and the post; the rest of an actor is read by routes only.
    return {
      accountId,
      accountName: login,
      postId: county.posts[login] ?? '',
      role: 'finance-officer',
      behalfAccountId: null,
      behalfName: null,
    } as unknown as Actor;
  }

  /** Approved, set aside and ordered: as urgent relief leaves it. */
  async function aGrant(wish: Wish = {}) {
    const now = services.clock.now();
    return inSystem(async (tx) => {
      const regionCode = wish.place ?? PLACES.village;
      const paying = await getPayingAccount(tx, { money: wish.money ?? 'pettyCash', regionCode });
      const grant = await insertApprovedGrant(tx, services.vault, {
        fundId: paying.fundId,
        fromAccountId: paying.fromAccountId,
        officeId: paying.officeId,
        postId: county.posts['town.window'] ?? '',
        regionCode,
        townshipCode: PLACES.town,
        amountFen: wish.amountFen ?? 100_000,
        method: wish.method ?? 'cash',
        proposedBy: actor('town.window').accountId,
        approvedBy: actor('town.approver').accountId,
        payeeName: wish.payeeName ?? '王某',
        account: wish.account ?? '9990000000001234',
        idNumberIndex: wish.idNumberIndex ?? null,
        now,
      });
      const approver = actor('town.approver');
      await transfer(tx, reservation(grant, paying.reservedAccountId, approver, now));
      const payments = planPayments(services, grant, wish.stages ?? [], paying.reservedAccountId, approver, now);
      await insertPayments(tx, payments);
      const paymentIds = payments.map((payment) => payment.id);
      return { ...grant, paying, paymentIds, paymentId: paymentIds[0] ?? '' };
    });
  }

  return {
    api,
    county,
    services,
    inSystem,
    actor,
    aGrant,
    now: () => services.clock.now(),
    payments: (grantId: string) => inSystem((tx) => selectPayments(tx, grantId)),
    grant: (id: string) => inSystem((tx) => selectGrant(tx, id)),
    balance: (accountId: string) => inSystem((tx) => selectBalance(tx, accountId)),
    fileRelative: (login: string, index: Buffer) =>
      inSystem((tx) => fileRelative(tx, actor(login).accountId, index, actor(login).accountId, services.clock.now())),
  };
}

/** The code a use case refuses with, or `undefined` when it went through. */
export async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

/** All at once; how often each outcome came: `done`, the code of a refusal, or what the database said. */
export async function outcomesOf(works: readonly (() => Promise<unknown>)[]): Promise<Record<string, number>> {
  const settled = await Promise.allSettled(works.map((work) => work()));
  const counts: Record<string, number> = {};
  for (const one of settled) {
    const name = one.status === 'fulfilled' ? 'done' : nameOf(one.reason);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function nameOf(reason: unknown): string {
  if (reason instanceof Refused) return reason.code;
  return reason instanceof Error ? reason.message : 'unknown';
}
