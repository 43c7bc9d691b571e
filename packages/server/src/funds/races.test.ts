import { describe, expect, test } from 'vitest';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { confirmCount } from './confirm-count.ts';
import { countPettyCash } from './count-petty-cash.ts';
import { exportBatch } from './export-batch.ts';
import { handOutPayment, issuePettyCash, transfer } from './index.ts';
import { makeBatch } from './make-batch.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { readReturnFile } from './read-return-file.ts';
import { requestReplenishment } from './request-replenishment.ts';
import { fundsTest, outcomesOf, PLACES, selectAccount } from './testing/index.ts';
import { sha256 } from './write-bank-file.ts';

const { aGrant, actor, balance, county, inSystem, now, payments, services } = await fundsTest();
/** 1,000 in the long form (`YIMEN_RACE_ROUNDS=1000`). */
const ROUNDS = Number(process.env['YIMEN_RACE_ROUNDS'] ?? 50);
const bureau = county.offices['bureau'] ?? '';
const fundId = county.funds.fiscal;
const town = await boxOf('town');
const other = await boxOf('otherTown');
const available = await inSystem((tx) => selectAccount(tx, fundId, bureau, 'available'));

async function boxOf(office: 'town' | 'otherTown') {
  const officeId = county.offices[office] ?? '';
  return inSystem(async (tx) => ({
    officeId,
    regionCode: PLACES[office],
    pettyCash: await selectAccount(tx, fundId, officeId, 'petty-cash'),
    reserved: await selectAccount(tx, fundId, officeId, 'reserved'),
  }));
}

type Way = {
  from: string;
  to: string;
  amountFen: number;
  kind: 'reserve' | 'release' | 'issue' | 'return-issue';
  regionCode?: string;
};
function move({ from, to, amountFen, kind, regionCode = PLACES.town }: Way) {
  return inSystem((tx) =>
    transfer(tx, {
      fundId,
      fromAccountId: from,
      toAccountId: to,
      amountFen,
      kind,
      regionCode,
      memo: '竞争',
      actor: actor('town.cash'),
      now: now(),
    }),
  );
}

/** Leaves exactly this much in the box. */
async function drainTo(box: typeof town, amountFen: number) {
  const held = await balance(box.pettyCash);
  const difference = held - amountFen;
  if (difference > 0) await move({ from: box.pettyCash, to: available, amountFen: difference, kind: 'return-issue' });
  if (difference < 0) await move({ from: available, to: box.pettyCash, amountFen: -difference, kind: 'issue' });
}

test(`${ROUNDS} × two officers want 800 of 1,000: one gets it, never both, never none`, {
  timeout: 10_000 + ROUNDS * 1_000,
}, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await drainTo(town, 100_000);
    const take = () => move({ from: town.pettyCash, to: town.reserved, amountFen: 80_000, kind: 'reserve' });
    expect(await outcomesOf([take, take])).toEqual({ done: 1, INSUFFICIENT_FUNDS: 1 });
    expect(await balance(town.pettyCash)).toBe(20_000);
    await move({ from: town.reserved, to: town.pettyCash, amountFen: 80_000, kind: 'release' });
  }
});

test('50 at once want 100 each of 2,000: exactly 20 get it', async () => {
  await drainTo(town, 200_000);
  const take = () => move({ from: town.pettyCash, to: town.reserved, amountFen: 10_000, kind: 'reserve' });
  expect(await outcomesOf(Array.from({ length: 50 }, () => take))).toEqual({ done: 20, INSUFFICIENT_FUNDS: 30 });
  expect(await balance(town.pettyCash)).toBe(0);
  await move({ from: town.reserved, to: town.pettyCash, amountFen: 200_000, kind: 'release' });
});

test('opposite transfers between the same accounts do not deadlock', async () => {
  await drainTo(town, 2_000_000);
  const there = () => move({ from: town.pettyCash, to: available, amountFen: 1_000, kind: 'return-issue' });
  const back = () => move({ from: available, to: town.pettyCash, amountFen: 1_000, kind: 'issue' });
  expect(await outcomesOf(Array.from({ length: 100 }, (_, index) => (index % 2 ? there : back)))).toEqual({
    done: 100,
  });
  expect(await balance(town.pettyCash)).toBe(2_000_000);
});

test('two townships are filled while the last of the budget goes: the budget is never overdrawn, no box above its ceiling', async () => {
  await drainTo(town, 1_000_000);
  await drainTo(other, 1_000_000);
  const spare = (await balance(available)) - 500_000;
  const parking = await inSystem((tx) => selectAccount(tx, fundId, bureau, 'reserved'));
  await move({ from: available, to: parking, amountFen: spare, kind: 'reserve', regionCode: PLACES.county });
  const fill = (box: typeof town) => () =>
    inSystem((tx) =>
      issuePettyCash(tx, services, actor('county.finance1'), {
        officeId: box.officeId,
        amountFen: 100_000,
        requestId: null,
        voucherNo: 'V',
        now: now(),
      }),
    );
  expect(await outcomesOf(Array.from({ length: 20 }, (_, index) => fill(index % 2 ? town : other)))).toEqual({
    done: 5,
    INSUFFICIENT_FUNDS: 15,
  });
  await move({ from: parking, to: available, amountFen: spare, kind: 'release', regionCode: PLACES.county });
  await drainTo(town, 4_900_000);
  expect(await outcomesOf(Array.from({ length: 10 }, () => fill(town)))).toEqual({ done: 1, CAP_EXCEEDED: 9 });
  await drainTo(town, 2_000_000);
});

test('one request is issued once, however many press the button', async () => {
  await drainTo(town, 1_000_000);
  const asked = await inSystem((tx) =>
    requestReplenishment(tx, services, actor('town.cash'), {
      officeId: town.officeId,
      amountFen: 100_000,
      reason: '余额不足，请求补充',
      now: now(),
    }),
  );
  const issue = () =>
    inSystem((tx) =>
      issuePettyCash(tx, services, actor('county.finance1'), {
        officeId: town.officeId,
        amountFen: 100_000,
        requestId: asked.id,
        voucherNo: 'V',
        now: now(),
      }),
    );
  expect(await outcomesOf(Array.from({ length: 8 }, () => issue))).toEqual({ done: 1, STATE_CONFLICT: 7 });
  expect(await balance(town.pettyCash)).toBe(1_100_000);
});

test('a payment is handed out once, also when the grant has more to pay', async () => {
  const stages = Array.from({ length: 6 }, () => ({ plannedOn: '2026-03-02', amountFen: 1_000 }));
  for (let round = 0; round < 10; round++) {
    const { paymentId } = await aGrant({ amountFen: 6_000, stages });
    const handOut = { paymentId, signedBy: '王某', receiptPhotoId: null, actor: actor('town.cash'), now: now() };
    const give = () => inSystem((tx) => handOutPayment(tx, handOut));
    expect(await outcomesOf(Array.from({ length: 6 }, () => give))).toEqual({ done: 1, STATE_CONFLICT: 5 });
  }
});

test('a stock-take is confirmed once, and counting meanwhile books no difference twice', async () => {
  for (let round = 0; round < 20; round++) {
    const held = (await balance(town.pettyCash)) + (await balance(town.reserved));
    const counts: string[] = [];
    const count = async () => {
      const given = { officeId: town.officeId, countedFen: held - 500, explanation: '短少', now: now() };
      counts.push((await inSystem((tx) => countPettyCash(tx, actor('town.cash'), given))).id);
    };
    const confirm = (id: string) => () =>
      inSystem((tx) => confirmCount(tx, actor('town.approver'), { id, expectedVersion: 1, now: now() }));
    await count();
    const first = counts[0] ?? '';
    await outcomesOf([confirm(first), count, confirm(first)]);
    await count();
    // Whatever was counted when, only the last count stands, and the missing 500 are booked once.
    for (const id of counts) await outcomesOf([confirm(id)]);
    expect((await balance(town.pettyCash)) + (await balance(town.reserved))).toBe(held - 500);
  }
});

describe('batches', () => {
  async function checkedGrant() {
    const grant = await aGrant({ method: 'bank', amountFen: 1_000 });
    await inSystem((tx) =>
      checkPayment(tx, services, actor('county.finance1'), { id: grant.paymentId, expectedVersion: 1, now: now() }),
    );
    return grant;
  }
  const make = (paymentIds: string[]) => () =>
    inSystem((tx) => makeBatch(tx, actor('county.finance2'), { fundId, paymentIds, now: now() }));

  test('an order is checked once by one person', async () => {
    const { paymentId } = await aGrant({ method: 'bank', amountFen: 1_000 });
    const check = () =>
      inSystem((tx) =>
        checkPayment(tx, services, actor('county.finance1'), { id: paymentId, expectedVersion: 1, now: now() }),
      );
    expect((await outcomesOf(Array.from({ length: 6 }, () => check)))['done']).toBe(1);
  });

  test('of overlapping batches made at once a payment is in one', async () => {
    for (let round = 0; round < 10; round++) {
      const [a, b, c] = [await checkedGrant(), await checkedGrant(), await checkedGrant()];
      const outcomes = await outcomesOf([
        make([a.paymentId, b.paymentId]),
        make([b.paymentId, a.paymentId]),
        make([c.paymentId, b.paymentId]),
      ]);
      expect(outcomes['done'], JSON.stringify(outcomes)).toBe(1);
    }
  });

  test('the same return file read five times at once is booked once', async () => {
    const { id: grantId, paymentId } = await checkedGrant();
    const batch = await make([paymentId])();
    await inSystem((tx) => checkBatch(tx, actor('county.finance1'), { id: batch.id, expectedVersion: 1, now: now() }));
    await inSystem((tx) => exportBatch(tx, services, batch.id, now()));
    const bytes = Buffer.from(`支付单号,金额,处理结果\n${paymentId},10.00,成功\n`);
    const read = () =>
      inSystem((tx) =>
        readReturnFile(tx, services, actor('county.finance2'), {
          batchId: batch.id,
          lines: parseReturnFile(bytes),
          sha256: sha256(bytes),
          now: now(),
        }),
      );
    expect(await outcomesOf([read, read, read, read, read])).toEqual({ done: 1, FILE_ALREADY_READ: 4 });
    expect((await payments(grantId))[0]?.state).toBe('paid');
  });
});
