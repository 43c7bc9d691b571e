import { fakeResidentId } from '@yimen/rules';
import { expect, test } from 'vitest';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { exportBatch } from './export-batch.ts';
import { handOutPayment, planPayments, recoverToFund, releaseGrant } from './index.ts';
import { makeBatch } from './make-batch.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { openPayee } from './payee-snapshot.ts';
import { readReturnFile } from './read-return-file.ts';
import { replacePayment } from './replace-payment.ts';
import { fundsTest, refusalOf } from './testing/index.ts';
import { replacePayeeAccountForTest } from './testing/payee.ts';
import { sha256 } from './write-bank-file.ts';

const { aGrant, actor, balance, county, fileRelative, grant, inSystem, now, payments, services } = await fundsTest();
const fundId = county.funds.fiscal;
const check = (id: string, login = 'county.finance1', expectedVersion = 1) =>
  inSystem((tx) => checkPayment(tx, services, actor(login), { id, expectedVersion, now: now() }));
const handOut = (paymentId: string, signedBy = '王某') =>
  inSystem((tx) =>
    handOutPayment(tx, { paymentId, signedBy, receiptPhotoId: null, actor: actor('town.cash'), now: now() }),
  );

async function failedPayment() {
  const made = await aGrant({ method: 'bank', amountFen: 120_000 });
  await check(made.paymentId);
  const batch = await inSystem((tx) =>
    makeBatch(tx, actor('county.finance2'), { fundId, paymentIds: [made.paymentId], now: now() }),
  );
  await inSystem((tx) => checkBatch(tx, actor('county.finance1'), { id: batch.id, expectedVersion: 1, now: now() }));
  await inSystem((tx) => exportBatch(tx, services, batch.id, now()));
  const bytes = Buffer.from(`支付单号,金额,处理结果,失败原因\n${made.paymentId},1200.00,失败,账户已销户\n`);
  await inSystem((tx) =>
    readReturnFile(tx, services, actor('county.finance2'), {
      batchId: batch.id,
      lines: parseReturnFile(bytes),
      sha256: sha256(bytes),
      now: now(),
    }),
  );
  return made;
}

test('cash needs a signature, is spent once and closes the grant', async () => {
  const made = await aGrant({ amountFen: 60_000 });
  expect(await refusalOf(handOut(made.paymentId, '  '))).toBe('RECEIPT_NEEDED');
  const paid = await handOut(made.paymentId);
  expect(paid).toMatchObject({ grantPaid: true, amountFen: 60_000, caseId: made.case_id });
  expect(await grant(made.id)).toMatchObject({ state: 'paid', paid_fen: 60_000 });
  expect(await refusalOf(handOut(made.paymentId))).toBe('STATE_CONFLICT');
});

test('one approval is paid in stages; a stage waits for its day, the last one closes the grant', async () => {
  const stages = [
    { plannedOn: '2026-03-02', amountFen: 40_000 },
    { plannedOn: '2026-04-02', amountFen: 20_000 },
  ];
  const made = await aGrant({ amountFen: 60_000, stages });
  const [first = '', second = ''] = made.paymentIds;
  expect((await handOut(first)).grantPaid).toBe(false);
  expect(await refusalOf(handOut(second))).toBe('STATE_CONFLICT');
  expect((await grant(made.id)).state).toBe('approved');
  expect(await inSystem((tx) => releaseGrant(tx, made, actor('town.approver'), now(), '第二期不再需要'))).toBe(20_000);
  expect((await payments(made.id)).map((one) => one.state)).toEqual(['paid', 'cancelled']);
});

test('stages that do not add up to the grant are refused', async () => {
  const wrong = aGrant({ amountFen: 60_000, stages: [{ plannedOn: '2026-03-02', amountFen: 50_000 }] });
  expect(await refusalOf(wrong)).toBe('INVALID_INPUT');
});

test('a bank payment waits for somebody who neither proposed nor approved nor ordered', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 100_000 });
  expect((await payments(made.id))[0]).toMatchObject({ state: 'ordered', checks_needed: 1 });
  expect(await refusalOf(handOut(made.paymentId))).toBe('STATE_CONFLICT');
  expect(await refusalOf(check(made.paymentId, 'town.window'))).toBe('OWN_WORK_BLOCKED');
  expect(await refusalOf(check(made.paymentId, 'town.approver'))).toBe('OWN_WORK_BLOCKED');
  expect(await refusalOf(check(made.paymentId, 'county.finance1', 2))).toBe('VERSION_CONFLICT');
  await check(made.paymentId);
  expect((await payments(made.id))[0]?.state).toBe('approved');
  expect(await refusalOf(check(made.paymentId, 'county.finance2', 2))).toBe('STATE_CONFLICT');
});

test('above the amount of the policy two different people check', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 5_000_001, money: 'fiscal' });
  await check(made.paymentId);
  expect(await refusalOf(check(made.paymentId, 'county.finance1', 2))).toBe('ALREADY_APPROVED');
  expect((await payments(made.id))[0]).toMatchObject({ state: 'ordered', checks_needed: 2, checks_given: 1 });
  await check(made.paymentId, 'county.finance2', 2);
  expect((await payments(made.id))[0]?.state).toBe('approved');
});

test('a substitute cannot do for the absent what the absent may not do', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 100_000 });
  const substitute = { ...actor('county.finance1'), behalfAccountId: actor('town.approver').accountId };
  const checked = inSystem((tx) =>
    checkPayment(tx, services, substitute, { id: made.paymentId, expectedVersion: 1, now: now() }),
  );
  expect(await refusalOf(checked)).toBe('OWN_WORK_BLOCKED');
});

test('the database refuses an own check whatever the program believes', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 100_000 });
  for (const login of ['town.window', 'town.approver']) {
    const sneaked = inSystem((tx) =>
      tx
        .insertInto('payment_check')
        .values({
          payment_id: made.paymentId,
          account_id: actor(login).accountId,
          region_code: made.region_code,
          post_id: made.proposed_post_id,
          at: now(),
        })
        .execute(),
    );
    await expect(sneaked).rejects.toThrow(/cannot check/);
  }
});

test('R-171 a filed relative neither checks nor batches the money of the family', async () => {
  const index = services.vault.index(
    'id-number',
    fakeResidentId({ birthDate: '1960-05-05', sex: 'female', serial: 7 }),
  );
  await fileRelative('county.finance1', index);
  const made = await aGrant({ method: 'bank', amountFen: 100_000, idNumberIndex: index });
  expect(await refusalOf(check(made.paymentId))).toBe('RELATIVE_BLOCKED');
  await check(made.paymentId, 'county.finance2');
  const batch = inSystem((tx) =>
    makeBatch(tx, actor('county.finance1'), { fundId, paymentIds: [made.paymentId], now: now() }),
  );
  expect(await refusalOf(batch)).toBe('RELATIVE_BLOCKED');
});

test('without an account nothing is ordered by bank', async () => {
  const made = await aGrant({ amountFen: 100_000 });
  const byBank = { ...made, method: 'bank' };
  const planned = inSystem(async () =>
    planPayments(services, byBank, [], made.paying.reservedAccountId, actor('town.approver'), now()),
  );
  expect(await refusalOf(planned)).toBe('PAYEE_MISSING');
});

test('the bank refused: the money stays set aside, is ordered again to the frozen account and checked anew', async () => {
  const made = await failedPayment();
  const before = await balance(made.paying.reservedAccountId);
  expect((await payments(made.id))[0]).toMatchObject({ state: 'failed', failure_reason: '账户已销户' });
  const failedVersion = (await payments(made.id))[0]?.version ?? 0;
  const replaced = await inSystem((tx) =>
    replacePayment(tx, services, actor('county.finance2'), {
      id: made.paymentId,
      expectedVersion: failedVersion,
      useCurrentAccount: false,
      now: now(),
    }),
  );
  const [old, fresh] = await payments(made.id);
  expect([old?.state, fresh?.state, fresh?.replaces_id, fresh?.checks_given]).toEqual([
    'replaced',
    'ordered',
    made.paymentId,
    0,
  ]);
  expect(
    openPayee(services.vault, 'payment', replaced.id, fresh?.payee_snapshot_encrypted ?? Buffer.alloc(0)).account,
  ).toBe('9990000000001234');
  expect(await balance(made.paying.reservedAccountId)).toBe(before);
  expect(await refusalOf(check(replaced.id, 'county.finance2'))).toBe('OWN_WORK_BLOCKED');
});

test('ordered again to the account now on record', async () => {
  const made = await failedPayment();
  const version = (await payments(made.id))[0]?.version ?? 0;
  const again = () =>
    inSystem((tx) =>
      replacePayment(tx, services, actor('county.finance2'), {
        id: made.paymentId,
        expectedVersion: version,
        useCurrentAccount: true,
        now: now(),
      }),
    );
  expect(await refusalOf(again())).toBe('PAYEE_MISSING');
  await replacePayeeAccountForTest(
    services,
    made.personId,
    { bankName: '工商银行', account: '9990000000009876', name: '王某' },
    now(),
  );
  const replaced = await again();
  const fresh = (await payments(made.id)).find((one) => one.id === replaced.id);
  expect(openPayee(services.vault, 'payment', replaced.id, fresh?.payee_snapshot_encrypted ?? Buffer.alloc(0))).toEqual(
    { name: '王某', bankName: '工商银行', account: '9990000000009876' },
  );
});

test('a failed payment can be called off instead: its money returns', async () => {
  const made = await failedPayment();
  const before = await balance(made.paying.fromAccountId);
  expect(await inSystem((tx) => releaseGrant(tx, made, actor('town.approver'), now(), '撤回'))).toBe(120_000);
  expect(await balance(made.paying.fromAccountId)).toBe(before + 120_000);
});

test('a payment on its way to the bank is not called off', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 100_000 });
  await check(made.paymentId);
  await inSystem((tx) => makeBatch(tx, actor('county.finance2'), { fundId, paymentIds: [made.paymentId], now: now() }));
  expect(await refusalOf(inSystem((tx) => releaseGrant(tx, made, actor('town.approver'), now(), '撤回')))).toBe(
    'STATE_CONFLICT',
  );
});

test('R-184 recovered money is free again in the fund it came from, never more than was spent', async () => {
  const made = await aGrant({ amountFen: 60_000 });
  await handOut(made.paymentId);
  const recover = (amountFen: number) =>
    inSystem((tx) =>
      recoverToFund(tx, { grantId: made.id, amountFen, memo: '追回款', actor: actor('county.finance1'), now: now() }),
    );
  expect(await refusalOf(recover(999_999_999))).toBe('INSUFFICIENT_FUNDS');
  await recover(60_000);
});
