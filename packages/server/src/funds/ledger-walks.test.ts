import { seeded } from '@yimen/rules/testing/seeded';
import { expect, test } from 'vitest';
import { cancelBatch } from './cancel-batch.ts';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { exportBatch } from './export-batch.ts';
import { handOutPayment, issuePettyCash, receiveMoney, recoverToFund, releaseGrant } from './index.ts';
import { makeBatch } from './make-batch.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { readReturnFile } from './read-return-file.ts';
import { replacePayment } from './replace-payment.ts';
import { showBatch } from './show-funds.ts';
import { findLedgerFaults, fundsTest, refusalOf } from './testing/index.ts';
import { sha256 } from './write-bank-file.ts';

const { aGrant, actor, county, inSystem, now, payments, services } = await fundsTest();
const fundId = county.funds.fiscal;
const WALKS = 4;
const STEPS = 40;

type Made = Awaited<ReturnType<typeof aGrant>>;
type World = {
  readonly grants: Made[];
  readonly batches: string[];
  readonly pick: <T>(items: readonly T[]) => T | undefined;
  readonly amount: () => number;
};

/** Any act at any moment, sensible or not: it happens whole or is refused. */
const ACTS: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  receive: ({ amount }) =>
    inSystem((tx) =>
      receiveMoney(tx, {
        fundId,
        source: 'government-input',
        amountFen: amount(),
        from: '财政',
        voucherNo: 'W',
        actor: actor('county.finance1'),
        now: now(),
      }),
    ),
  issue: ({ amount }) =>
    inSystem((tx) =>
      issuePettyCash(tx, services, actor('county.finance1'), {
        officeId: county.offices['town'] ?? '',
        amountFen: amount(),
        requestId: null,
        voucherNo: 'W',
        now: now(),
      }),
    ),
  grant: async ({ grants, pick, amount }) => {
    const wish = {
      amountFen: amount(),
      method: pick(['cash', 'bank'] as const) ?? 'cash',
      money: pick(['society', 'pettyCash', 'fiscal'] as const) ?? 'fiscal',
    };
    grants.push(await aGrant(wish));
  },
  handOut: ({ grants, pick }) =>
    inSystem((tx) =>
      handOutPayment(tx, {
        paymentId: pick(grants)?.paymentId ?? '',
        signedBy: '本人',
        receiptPhotoId: null,
        actor: actor('town.cash'),
        now: now(),
      }),
    ),
  check: async ({ grants, pick }) => {
    const [payment] = await payments(pick(grants)?.id ?? '');
    return inSystem((tx) =>
      checkPayment(tx, services, actor('county.finance1'), {
        id: payment?.id ?? '',
        expectedVersion: payment?.version ?? 1,
        now: now(),
      }),
    );
  },
  release: ({ grants, pick }) =>
    inSystem((tx) => releaseGrant(tx, pick(grants) as Made, actor('town.approver'), now(), '撤回')),
  recover: ({ grants, pick, amount }) =>
    inSystem((tx) =>
      recoverToFund(tx, {
        grantId: pick(grants)?.id ?? '',
        amountFen: amount(),
        memo: '追回',
        actor: actor('county.finance1'),
        now: now(),
      }),
    ),
  batch: async ({ grants, batches, pick }) => {
    const paymentIds = [pick(grants), pick(grants)].flatMap((grant) => grant?.paymentId ?? []);
    batches.push(
      (await inSystem((tx) => makeBatch(tx, actor('county.finance2'), { fundId, paymentIds, now: now() }))).id,
    );
  },
  checkBatch: ({ batches, pick }) =>
    inSystem((tx) =>
      checkBatch(tx, actor('county.finance1'), { id: pick(batches) ?? '', expectedVersion: 1, now: now() }),
    ),
  cancelBatch: ({ batches, pick }) =>
    inSystem((tx) => cancelBatch(tx, { id: pick(batches) ?? '', expectedVersion: 1, reason: '撤销', now: now() })),
  exportBatch: ({ batches, pick }) => inSystem((tx) => exportBatch(tx, services, pick(batches) ?? '', now())),
  readReturn: async ({ batches, pick }) => {
    const id = pick(batches) ?? '';
    const shown = await inSystem((tx) => showBatch(tx, id, { ...actor('county.finance2'), permissions: new Set() }));
    const line = pick(shown.payments);
    const bytes = Buffer.from(
      `支付单号,金额,结果\n${line?.id},${((line?.amountFen ?? 0) / 100).toFixed(2)},${pick(['成功', '失败'])}\n`,
    );
    return inSystem((tx) =>
      readReturnFile(tx, services, actor('county.finance2'), {
        batchId: id,
        lines: parseReturnFile(bytes),
        sha256: sha256(bytes),
        now: now(),
      }),
    );
  },
  replace: async ({ grants, pick }) => {
    const failed = (await payments(pick(grants)?.id ?? '')).at(-1);
    return inSystem((tx) =>
      replacePayment(tx, services, actor('county.finance2'), {
        id: failed?.id ?? '',
        expectedVersion: failed?.version ?? 1,
        useCurrentAccount: false,
        now: now(),
      }),
    );
  },
};

for (let walk = 1; walk <= WALKS; walk++) {
  test(`random walk ${walk}: after each of ${STEPS} acts the books balance and cover every promise`, async () => {
    const next = seeded(walk);
    const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(next() * items.length)];
    const world: World = {
      grants: [await aGrant()],
      batches: [],
      pick,
      amount: () => 1 + Math.floor(next() * 3_000_000),
    };
    const did: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      const name = pick(Object.keys(ACTS)) ?? 'grant';
      if (/batch|return/i.test(name) && name !== 'batch' && world.batches.length === 0) continue;
      did.push(`${name}:${(await refusalOf(ACTS[name]?.(world) ?? Promise.resolve())) ?? 'done'}`);
      expect(await inSystem(findLedgerFaults), did.join(' ')).toEqual([]);
    }
    expect(did.filter((one) => one.endsWith(':done')).length).toBeGreaterThan(5);
  });
}
