import { describe, expect, test } from 'vitest';
import { WHOLE_TABLE } from '../platform/testing/index.ts';
import { cancelBatch } from './cancel-batch.ts';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { exportBatch } from './export-batch.ts';
import { makeBatch } from './make-batch.ts';
import { parseReturnFile } from './parse-return-file.ts';
import { readReturnFile } from './read-return-file.ts';
import { reconcileBatch } from './reconcile-batch.ts';
import { showBatch } from './show-funds.ts';
import { approveAllForTest } from './testing/approve-all.ts';
import { fundsTest, refusalOf } from './testing/index.ts';
import { plantFaults } from './testing/plant-faults.ts';
import { sha256 } from './write-bank-file.ts';

const { aGrant, actor, balance, county, inSystem, now, payments, services } = await fundsTest();
const fundId = county.funds.fiscal;
const CHECKER = 'county.finance1';
const MAKER = 'county.finance2';

async function ready(wish: Parameters<typeof aGrant>[0] = {}) {
  const made = await aGrant({ method: 'bank', amountFen: 50_000, money: 'fiscal', ...wish });
  for (const id of made.paymentIds)
    await inSystem((tx) => checkPayment(tx, services, actor(CHECKER), { id, expectedVersion: 1, now: now() }));
  return made;
}
const make = (paymentIds: readonly string[], login = MAKER, fund = fundId) =>
  inSystem((tx) => makeBatch(tx, actor(login), { fundId: fund, paymentIds, now: now() }));
const check = (id: string, login = CHECKER, expectedVersion = 1) =>
  inSystem((tx) => checkBatch(tx, actor(login), { id, expectedVersion, now: now() }));
const exported = (id: string) => inSystem((tx) => exportBatch(tx, services, id, now()));
const show = (id: string) => inSystem((tx) => showBatch(tx, id, { ...actor(MAKER), permissions: new Set() }));
const read = (batchId: string, text: string | Buffer) => {
  const bytes = Buffer.from(text);
  return inSystem((tx) =>
    readReturnFile(tx, services, actor(MAKER), {
      batchId,
      lines: parseReturnFile(bytes),
      sha256: sha256(bytes),
      now: now(),
    }),
  );
};
const reconcile = async (id: string, note: string | null = null) => {
  const { version } = await show(id);
  return inSystem((tx) => reconcileBatch(tx, actor(CHECKER), { id, expectedVersion: version, note, now: now() }));
};
async function sent(paymentIds: readonly string[]) {
  const { id } = await make(paymentIds);
  await check(id);
  await exported(id);
  return id;
}
/** 5,000 in the long form (`YIMEN_BATCH_LINES=5000`). */
const LINES = Number(process.env['YIMEN_BATCH_LINES'] ?? 2_000);
const HEAD = '批次号,支付单号,收款人姓名,金额,处理结果,失败原因';

describe('making and checking', () => {
  test('only approved bank payments of one fund that are due go in', async () => {
    const good = await ready();
    const unchecked = await aGrant({ method: 'bank', amountFen: 50_000 });
    const cash = await aGrant({ method: 'cash', amountFen: 50_000 });
    const later = await ready({ stages: [{ plannedOn: '2026-05-01', amountFen: 50_000 }] });
    for (const unfit of [unchecked, cash, later]) {
      expect(await refusalOf(make([unfit.paymentId]))).toBe('BATCH_EMPTY');
      expect(await refusalOf(make([good.paymentId, unfit.paymentId]))).toBe('STATE_CONFLICT');
    }
    const society = await ready({ money: 'society' });
    expect(await refusalOf(make([good.paymentId, society.paymentId]))).toBe('FUNDS_DO_NOT_MIX');
    expect(await refusalOf(make([good.paymentId, crypto.randomUUID()]))).toBe('NOT_FOUND');
    const batch = await make([good.paymentId, good.paymentId]);
    expect(await show(batch.id)).toMatchObject({ count: 1, totalFen: 50_000, state: 'drafted' });
    expect(await refusalOf(make([good.paymentId]))).toBe('BATCH_EMPTY');
  });

  test('township petty cash and county budget are accounts of one fund and may share a batch', async () => {
    const [a, b] = [await ready(), await ready({ money: 'pettyCash' })];
    const id = await sent([a.paymentId, b.paymentId]);
    await read(id, `${HEAD}\n,${a.paymentId},,500.00,成功,\n,${b.paymentId},,500.00,成功,\n`);
    expect((await show(id)).paidCount).toBe(2);
  });

  test('who ordered or checked a payment does not make the batch; who made it does not check it', async () => {
    const { paymentId } = await ready();
    expect(await refusalOf(make([paymentId], CHECKER))).toBe('OWN_WORK_BLOCKED');
    expect(await refusalOf(make([paymentId], 'town.approver'))).toBe('OWN_WORK_BLOCKED');
    const { id } = await make([paymentId]);
    expect(await refusalOf(check(id, MAKER))).toBe('OWN_WORK_BLOCKED');
    expect(await refusalOf(check(id, 'town.approver'))).toBe('OWN_WORK_BLOCKED');
    const substitute = { ...actor(CHECKER), behalfAccountId: actor(MAKER).accountId };
    expect(await refusalOf(inSystem((tx) => checkBatch(tx, substitute, { id, expectedVersion: 1, now: now() })))).toBe(
      'OWN_WORK_BLOCKED',
    );
    expect(await refusalOf(check(id, CHECKER, 2))).toBe('VERSION_CONFLICT');
    expect(await refusalOf(exported(id))).toBe('STATE_CONFLICT');
    await check(id);
    expect(await refusalOf(check(id, CHECKER, 2))).toBe('STATE_CONFLICT');
  });

  test('a cancelled batch frees its payments; after the export nothing is cancelled', async () => {
    const { paymentId } = await ready();
    const first = await make([paymentId]);
    await inSystem((tx) => cancelBatch(tx, { id: first.id, expectedVersion: 1, reason: '金额有误', now: now() }));
    expect(await refusalOf(exported(first.id))).toBe('STATE_CONFLICT');
    const id = await sent([paymentId]);
    const version = (await show(id)).version;
    expect(
      await refusalOf(
        inSystem((tx) => cancelBatch(tx, { id, expectedVersion: version, reason: '金额有误', now: now() })),
      ),
    ).toBe('STATE_CONFLICT');
  });
});

describe('the bank file', () => {
  test('is the same bytes whenever it is downloaded, also after some payments failed and were replaced', async () => {
    const [a, b] = [
      await ready({ payeeName: '=HYPERLINK("http://x","张三")' }),
      await ready({ payeeName: '\u3000＠某' }),
    ];
    const { id } = await make([a.paymentId, b.paymentId]);
    await check(id);
    const first = await exported(id);
    expect((await payments(a.id))[0]?.state).toBe('sent');
    await read(id, `${HEAD}\n,${a.paymentId},,500.00,失败,户名不符\n,${b.paymentId},,500.00,成功,\n`);
    const again = await exported(id);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect((await show(id)).fileSha256).toBe(sha256(first.bytes).toString('hex'));
    expect(first.bytes.toString('utf8')).toContain('9990000000001234');
  });

  test('the file that went out comes back with results and settles, hostile names included', async () => {
    const names = [
      '=1+1',
      '+86',
      '-2',
      '@某',
      '|calc',
      '%x',
      '＝某',
      '\t=某',
      '王\r\n某',
      '某"某',
      '某,某',
      "'某",
      '欧阳·娜娜',
      '𬱟𠅤',
    ];
    const grants = [];
    for (const payeeName of names) grants.push(await ready({ payeeName }));
    const { id } = await make(grants.map((one) => one.paymentId));
    await check(id);
    const { bytes } = await exported(id);
    const lines = bytes.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    const answered = lines.map((text, index) => `${text},${index === 0 ? '处理结果' : '成功'}`).join('\r\n');
    expect(await read(id, answered)).toMatchObject({
      success: names.length,
      failure: 0,
      duplicate: 0,
      unknown: 0,
      mismatch: 0,
      stillOpen: 0,
    });
    expect((await reconcile(id)).version).toBeGreaterThan(1);
  });
});

describe('the return file', () => {
  test('success is spent, failure stays set aside, and both are told', async () => {
    const [good, bad] = [await ready(), await ready()];
    const id = await sent([good.paymentId, bad.paymentId]);
    const [reserved, before] = [good.paying.reservedAccountId, await balance(good.paying.reservedAccountId)];
    const { batchNo } = await show(id);
    await read(
      id,
      `${HEAD}\n${batchNo},${good.paymentId},王某,500.00,成功,\n${batchNo},${bad.paymentId},王某,500.00,失败,账户已销户\n`,
    );
    expect(await balance(reserved)).toBe(before - 50_000);
    expect((await payments(bad.id))[0]).toMatchObject({ state: 'failed', failure_reason: '账户已销户' });
    const events = await inSystem((tx) =>
      tx
        .selectFrom('outbox_event')
        .select(['type', 'payload'])
        .where('type', 'in', ['payment.paid', 'payment.failed'])
        .modifyEnd(WHOLE_TABLE)
        .execute(),
    );
    const told = events.filter(({ payload }) =>
      [good.paymentId, bad.paymentId].includes((payload as { paymentId: string }).paymentId),
    );
    expect(told.map(({ type, payload }) => [type, (payload as { grantPaid?: boolean }).grantPaid]).sort()).toEqual([
      ['payment.failed', undefined],
      ['payment.paid', true],
    ]);
  });

  test('strange lines are kept and shown, and book nothing', async () => {
    const [a, b, c, d] = [await ready(), await ready({ payeeName: '李四' }), await ready(), await ready()];
    const id = await sent([a, b, c, d].map((one) => one.paymentId));
    const before = await balance(a.paying.reservedAccountId);
    const result = await read(
      id,
      [
        HEAD,
        `,${a.paymentId},王某,501.00,成功,`,
        `,${b.paymentId},王五,500.00,成功,`,
        `,${c.paymentId},王某,500.00,处理中,`,
        `,${crypto.randomUUID()},王某,500.00,成功,`,
        `,${d.paymentId},王某,500.00,成功,`,
        `,${d.paymentId},王某,500.00,失败,反悔`,
      ].join('\n'),
    );
    expect(result).toMatchObject({ success: 0, failure: 0, mismatch: 2, unknown: 2, duplicate: 2, stillOpen: 4 });
    expect(await balance(a.paying.reservedAccountId)).toBe(before);
    const shown = await show(id);
    expect(shown.returns[0]?.lines.map((line) => line.outcome)).toEqual([
      'amount-mismatch',
      'name-mismatch',
      'unknown',
      'unknown',
      'duplicate',
      'duplicate',
    ]);
    expect(await refusalOf(reconcile(id))).toBe('STATE_CONFLICT');
    await read(
      id,
      [
        HEAD,
        ...[a, c, d].map((one) => `,${one.paymentId},王某,500.00,成功,`),
        `,${b.paymentId},李四,500.00,失败,冻结`,
      ].join('\n'),
    );
    expect(await refusalOf(reconcile(id))).toBe('INVALID_INPUT');
    await reconcile(id, '银行首次回盘有误，已更正');
    expect((await show(id)).state).toBe('reconciled');
  });

  test('without the payment number the line number of our file decides, but never alone', async () => {
    const [a, b] = [await ready(), await ready()];
    const id = await sent([a.paymentId, b.paymentId]);
    expect(await refusalOf(read(id, '序号,金额,结果\n1,500.00,成功\n'))).toBe('BATCH_FILE_MISMATCH');
    expect(
      await read(id, '序号,户名,金额,结果\n2,王某,500.00,成功\n1,王*,500.00,失败\n3,王某,500.00,成功\n'),
    ).toMatchObject({
      success: 1,
      failure: 1,
      unknown: 1,
      stillOpen: 0,
    });
  });

  test('a file is read once, a later file brings the rest, a settled line is a duplicate', async () => {
    const [a, b] = [await ready(), await ready()];
    const id = await sent([a.paymentId, b.paymentId]);
    const part = `${HEAD}\n,${a.paymentId},王某,500.00,成功,\n`;
    expect(await read(id, part)).toMatchObject({ success: 1, stillOpen: 1 });
    expect(await refusalOf(read(id, part))).toBe('FILE_ALREADY_READ');
    expect(await read(id, `${part},${b.paymentId},王某,500.00,成功,\n`)).toMatchObject({
      success: 1,
      duplicate: 1,
      stillOpen: 0,
    });
  });

  test('a file of another batch is refused whole', async () => {
    const [a, b] = [await ready(), await ready()];
    const [first, second] = [await sent([a.paymentId]), await sent([b.paymentId])];
    const { batchNo } = await show(first);
    expect(await refusalOf(read(second, `${HEAD}\n${batchNo},${a.paymentId},王某,500.00,成功,\n`))).toBe(
      'BATCH_FILE_MISMATCH',
    );
    expect(await refusalOf(read(second, `${HEAD}\n${batchNo},${b.paymentId},王某,500.00,成功,\n`))).toBe(
      'BATCH_FILE_MISMATCH',
    );
    const file = `${HEAD}\n${batchNo},${a.paymentId},王某,500.00,成功,\n`;
    await read(first, file);
    expect(await refusalOf(read(second, file))).toBe('BATCH_FILE_MISMATCH');
    expect((await show(second)).openCount).toBe(1);
  });

  test('nothing is read before the file went out, and nothing after reconciliation', async () => {
    const { paymentId } = await ready();
    const { id } = await make([paymentId]);
    const file = `${HEAD}\n,${paymentId},王某,500.00,成功,\n`;
    expect(await refusalOf(read(id, file))).toBe('STATE_CONFLICT');
    await check(id);
    await exported(id);
    await read(id, file);
    await reconcile(id);
    expect(await refusalOf(read(id, `${file}\n`))).toBe('STATE_CONFLICT');
  });

  test('300 planted faults among thousands of lines: all found, none invented, the rest booked to the fen', async () => {
    const grants = [];
    for (let index = 0; index < LINES / 200; index++) {
      const stages = Array.from({ length: 200 }, (_, stage) => ({ plannedOn: '2026-03-02', amountFen: 1_000 + stage }));
      const amountFen = stages.reduce((sum, stage) => sum + stage.amountFen, 0);
      grants.push(await aGrant({ method: 'bank', money: 'fiscal', payeeName: `收款人${index}`, amountFen, stages }));
    }
    const ids = grants.flatMap((one) => one.paymentIds);
    await approveAllForTest(services, ids, actor(CHECKER).accountId, now());
    const id = await sent(ids);
    const { batchNo } = await show(id);
    const before = await balance(grants[0]?.paying.reservedAccountId ?? '');
    const { text, planted, paidFen } = plantFaults(await show(id), 300, 20261121);
    const result = await read(id, text);
    const found = (await show(id)).returns[0]?.lines.filter((line) => line.outcome !== 'success') ?? [];
    expect(found.map(({ lineNo, outcome }) => [lineNo, outcome])).toEqual(
      planted.filter((one) => one.outcome !== 'missing').map(({ lineNo, outcome }) => [lineNo, outcome]),
    );
    expect(result.stillOpen).toBe(planted.filter((one) => one.keepsOpen).length);
    expect(before - (await balance(grants[0]?.paying.reservedAccountId ?? ''))).toBe(paidFen);
    expect(planted).toHaveLength(300);
    expect(batchNo).toMatch(/^PC20260302\d{6}$/);
  });
});
