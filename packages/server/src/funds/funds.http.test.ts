import * as contract from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { handOutPayment } from './index.ts';
import { fundsTest } from './testing/index.ts';

const { aGrant, api, county, inSystem } = await fundsTest();
const as = async (login: string) => ({ session: await county.as(login) });
const town = county.offices['town'] ?? '';
const otherTown = county.offices['otherTown'] ?? '';
const finance = await as('county.finance1');
const second = await as('county.finance2');

async function audited(action: string) {
  return inSystem((tx) =>
    tx.selectFrom('audit_entry').selectAll().where('action', '=', action).orderBy('id').execute(),
  );
}

describe('funds', () => {
  test('the county sees its funds and every village society; a village sees its own', async () => {
    const { body } = await api.call(contract.listFunds, { query: { limit: 100 } }, finance);
    expect(body.items.map((fund) => fund.kind).sort()).toEqual(['fiscal', 'society', 'society', 'society']);
    const fiscal = body.items.find((fund) => fund.kind === 'fiscal');
    expect(fiscal).toMatchObject({ receivedFen: 100_000_000, availableFen: 100_000_000, reservedFen: 0 });
    const village = await api.call(contract.listFunds, {}, await as('society.keeper'));
    expect(village.body.items.map((fund) => [fund.kind, fund.availableFen])).toEqual([['society', 3_000_000]]);
  });

  test('a township sees of the county fund its own box and nothing else', async () => {
    const { body } = await api.call(contract.listFunds, { query: { kind: 'fiscal' } }, await as('town.cash'));
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ availableFen: 5_000_000, receivedFen: 0 });
    expect(new Set(body.items[0]?.accounts.map((account) => account.officeId))).toEqual(new Set([town]));
  });

  test('one fund is shown as in the list; outside the remit it is missing, byte for byte', async () => {
    const keeper = await as('society.keeper');
    const listed = await api.call(contract.listFunds, {}, keeper);
    const one = await api.call(contract.getFund, { params: { id: county.funds.society } }, keeper);
    expect(one.body).toEqual(listed.body.items[0]);
    const far = await as('far-society.keeper');
    const foreign = await api.call(contract.getFund, { params: { id: county.funds.society } }, far);
    const missing = await api.call(contract.getFund, { params: { id: crypto.randomUUID() } }, far);
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    expect(
      (await api.call(contract.getFund, { params: { id: county.funds.fiscal } }, await as('town.window'))).status,
    ).toBe(403);
    expect((await audited('get-fund')).filter((entry) => entry.subject_id === county.funds.society)).not.toEqual([]);
  });

  test('a township opens the county fund and finds only its own box in it', async () => {
    const { body } = await api.call(contract.getFund, { params: { id: county.funds.fiscal } }, await as('town.cash'));
    expect(body).toMatchObject({ availableFen: 5_000_000, receivedFen: 0 });
    expect(new Set(body.accounts.map((account) => account.officeId))).toEqual(new Set([town]));
  });

  test('pages of funds and transfers follow each other without gaps or repeats', async () => {
    const pageAfter = async (cursor: string | null) =>
      (await api.call(contract.listFunds, { query: { limit: 1, ...(cursor ? { cursor } : {}) } }, finance)).body;
    const seen: string[] = [];
    for (let page = await pageAfter(null); ; page = await pageAfter(page.nextCursor)) {
      seen.push(...page.items.map((fund) => fund.id));
      if (page.nextCursor === null) break;
    }
    expect(new Set(seen).size).toBe(4);
    const whole = await api.call(contract.listTransfers, { params: { id: county.funds.fiscal } }, finance);
    const first = await api.call(
      contract.listTransfers,
      { params: { id: county.funds.fiscal }, query: { limit: 2 } },
      finance,
    );
    const next = await api.call(
      contract.listTransfers,
      { params: { id: county.funds.fiscal }, query: { limit: 2, cursor: first.body.nextCursor ?? '' } },
      finance,
    );
    expect([...first.body.items, ...next.body.items]).toEqual(whole.body.items.slice(0, 4));
  });

  test('money received names its source; the wrong source and a foreign fund are refused', async () => {
    const body = { source: 'collective', amountFen: 100_000, from: '甲村经济合作社', voucherNo: 'SJ-1' } as const;
    const keeper = await as('society.keeper');
    expect((await api.call(contract.receiveMoney, { params: { id: county.funds.society }, body }, keeper)).status).toBe(
      200,
    );
    expect(
      (await api.call(contract.receiveMoney, { params: { id: county.funds.fiscal }, body }, finance)).problem.code,
    ).toBe('FUNDS_DO_NOT_MIX');
    const foreign = await api.call(
      contract.receiveMoney,
      { params: { id: county.funds.society }, body },
      await as('far-society.keeper'),
    );
    const missing = await api.call(
      contract.receiveMoney,
      { params: { id: crypto.randomUUID() }, body },
      await as('far-society.keeper'),
    );
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    const lines = await api.call(contract.listTransfers, { params: { id: county.funds.society } }, keeper);
    expect(lines.body.items[0]).toMatchObject({
      kind: 'receipt',
      fromAccount: '集体经济',
      amountFen: 100_000,
      memo: '甲村经济合作社 · SJ-1',
    });
  });

  test('the same command sent twice moves money once', async () => {
    const key = crypto.randomUUID();
    const body = { source: 'donation', amountFen: 7_700, from: '某人', voucherNo: 'SJ-2' } as const;
    const send = () =>
      api.call(contract.receiveMoney, { params: { id: county.funds.society }, body }, { ...finance, key });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const lines = await api.call(
      contract.listTransfers,
      { params: { id: county.funds.society }, query: { limit: 100 } },
      finance,
    );
    expect(lines.body.items.filter((line) => line.amountFen === 7_700)).toHaveLength(1);
  });
});

describe('petty cash', () => {
  test('ask, issue, spend, count, confirm: the book shows each with the money held after it', async () => {
    const keeper = await as('town.cash');
    const box = async () => (await api.call(contract.getPettyCash, { params: { officeId: town } }, keeper)).body;
    const grant = await aGrant({ amountFen: 4_000_000 });
    const give = {
      paymentId: grant.paymentId,
      signedBy: '王某',
      receiptPhotoId: null,
      actor: { accountId: county.accounts['town.cash'] ?? '' },
      now: api.clock.now(),
    };
    await inSystem((tx) => handOutPayment(tx, give));
    expect((await box()).account).toMatchObject({
      balanceFen: 1_000_000,
      reservedFen: 0,
      ceilingFen: 5_000_000,
      spentSinceIssueFen: 4_000_000,
      needsReplenishing: true,
    });

    const tooMuch = await api.call(
      contract.requestReplenishment,
      { params: { officeId: town }, body: { amountFen: 4_000_001, reason: '余额不足限额三成' } },
      keeper,
    );
    expect(tooMuch.problem.code).toBe('CAP_EXCEEDED');
    const asked = await api.call(
      contract.requestReplenishment,
      { params: { officeId: town }, body: { amountFen: 4_000_000, reason: '余额不足限额三成' } },
      keeper,
    );
    expect(asked.status).toBe(200);
    const twice = await api.call(
      contract.requestReplenishment,
      { params: { officeId: town }, body: { amountFen: 1, reason: '余额不足限额三成' } },
      keeper,
    );
    expect(twice.problem.code).toBe('STATE_CONFLICT');
    expect(
      (await box()).account.availableActions.find((one) => one.act === 'request-replenishment')?.blockedBy?.zh,
    ).toBe('已有一份待办申请');

    const issue = (amountFen: number) =>
      api.call(
        contract.issuePettyCash,
        { params: { officeId: town }, body: { amountFen, requestId: asked.body.id, voucherNo: 'BF-1' } },
        finance,
      );
    expect((await issue(4_000_001)).problem.code).toBe('CAP_EXCEEDED');
    expect((await issue(4_000_000)).status).toBe(200);
    expect((await issue(1)).problem.code).toBe('STATE_CONFLICT');

    const counted = await api.call(
      contract.countPettyCash,
      { params: { officeId: town }, body: { countedFen: 4_999_500, explanation: '找零误差' } },
      keeper,
    );
    expect(counted.body).toMatchObject({ bookFen: 5_000_000, differenceFen: -500 });
    expect((await box()).account).toMatchObject({ balanceFen: 5_000_000 });
    const reviewer = await as('town.reviewer');
    const confirmed = await api.call(
      contract.confirmCount,
      { params: { id: counted.body.id }, body: { expectedVersion: 1 } },
      reviewer,
    );
    expect(confirmed.status).toBe(200);
    const page = await box();
    expect(page.items.map((line) => [line.kind, line.amountFen, line.balanceFen])).toEqual([
      ['shortage', -500, 4_999_500],
      ['issue', 4_000_000, 5_000_000],
      ['spend', -4_000_000, 1_000_000],
      ['issue', 5_000_000, 5_000_000],
    ]);
    expect(page.counts).toMatchObject([{ differenceFen: -500, confirmedBy: '人员 town.reviewer' }]);
    const rest = await api.call(contract.getPettyCash, { params: { officeId: town }, query: { limit: 2 } }, keeper);
    const older = await api.call(
      contract.getPettyCash,
      { params: { officeId: town }, query: { limit: 2, cursor: rest.body.nextCursor ?? '' } },
      keeper,
    );
    expect([...rest.body.items, ...older.body.items]).toEqual(page.items);
  });

  test('a surplus is booked from its own source; who counted does not confirm', async () => {
    const keeper = await as('other-town.cash');
    const counted = await api.call(
      contract.countPettyCash,
      { params: { officeId: otherTown }, body: { countedFen: 5_000_300, explanation: null } },
      keeper,
    );
    const own = await api.call(
      contract.confirmCount,
      { params: { id: counted.body.id }, body: { expectedVersion: 1 } },
      keeper,
    );
    expect(own.problem.code).toBe('NOT_ALLOWED');
    const full = await api.call(
      contract.confirmCount,
      { params: { id: counted.body.id }, body: { expectedVersion: 1 } },
      await as('other-town.approver'),
    );
    expect(full.problem.code).toBe('CAP_EXCEEDED');
    await aGrant({ place: '341503101202', amountFen: 100_000 });
    const done = await api.call(
      contract.confirmCount,
      { params: { id: counted.body.id }, body: { expectedVersion: 1 } },
      await as('other-town.approver'),
    );
    expect(done.status).toBe(200);
    const again = await api.call(
      contract.confirmCount,
      { params: { id: counted.body.id }, body: { expectedVersion: 2 } },
      await as('other-town.approver'),
    );
    expect(again.problem.code).toBe('STATE_CONFLICT');
  });

  test('the box of another township is as missing as none at all', async () => {
    const stranger = await as('other-town.cash');
    for (const route of [contract.getPettyCash, contract.requestReplenishment, contract.countPettyCash] as const) {
      const body =
        route === contract.requestReplenishment
          ? { amountFen: 1, reason: '余额不足限额' }
          : { countedFen: 1, explanation: null };
      const given = route.method === 'GET' ? {} : { body };
      const foreign = await api.call(route, { params: { officeId: town }, ...given } as never, stranger);
      const missing = await api.call(route, { params: { officeId: crypto.randomUUID() }, ...given } as never, stranger);
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
    const list = await api.call(contract.listPettyCash, {}, stranger);
    expect(list.body.items.map((box) => box.officeId)).toEqual([otherTown]);
  });
});

describe('payments and batches', () => {
  test('from the order to the reconciled batch, with the audit log knowing counts and never accounts', async () => {
    const grant = await aGrant({ method: 'bank', amountFen: 160_000, account: '9990000000007777', payeeName: '=王某' });
    const list = await api.call(contract.listPayments, { query: { state: 'ordered' } }, finance);
    const order = list.body.items.find((one) => one.id === grant.paymentId);
    expect(order?.fundId).toBe(county.funds.fiscal);
    expect(order).toMatchObject({
      payeeAccountMasked: '***7777',
      checksNeeded: 1,
      fundName: '区临时救助资金',
      availableActions: [{ act: 'check-payment', blockedBy: null }],
    });
    expect(list.text).not.toContain('9990000000007777');
    const seenByTown = await api.call(
      contract.listPayments,
      { query: { state: 'ordered' } },
      await as('town.approver'),
    );
    expect(seenByTown.body.items.find((one) => one.id === grant.paymentId)).toMatchObject({
      fundName: '区临时救助资金',
      availableActions: [],
    });

    expect(
      (
        await api.call(
          contract.checkPayment,
          { params: { id: grant.paymentId }, body: { expectedVersion: 1 } },
          finance,
        )
      ).status,
    ).toBe(200);
    const made = await api.call(
      contract.makeBatch,
      { body: { fundId: county.funds.fiscal, paymentIds: [grant.paymentId] } },
      second,
    );
    expect(made.status).toBe(200);
    const on = { params: { id: made.body.id } };
    const own = await api.call(contract.getBatch, on, second);
    expect(own.body.availableActions.map((one) => [one.act, one.blockedBy === null])).toEqual([
      ['check-batch', false],
      ['cancel-batch', true],
    ]);
    expect((await api.call(contract.checkBatch, { ...on, body: { expectedVersion: 1 } }, second)).problem.code).toBe(
      'OWN_WORK_BLOCKED',
    );
    expect((await api.call(contract.checkBatch, { ...on, body: { expectedVersion: 1 } }, finance)).status).toBe(200);

    const files = [await api.call(contract.exportBatch, on, second), await api.call(contract.exportBatch, on, second)];
    expect(files.map((file) => file.status)).toEqual([200, 200]);
    expect(files[0]?.text).toBe(files[1]?.text);
    expect(files[0]?.text).toContain("'=王某,农商银行,9990000000007777,1600.00");
    expect(files[0]?.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''PC\d+\.csv$/);
    const [entry] = await audited('export-batch');
    expect(entry?.details).toMatchObject({ count: 1 });
    expect(JSON.stringify(await audited('export-batch'))).not.toContain('9990000000007777');

    const wrong = await api.call(contract.readReturnFile, { ...on, body: 'hello' as never }, second);
    expect(wrong.problem.code).toBe('FILE_UNREADABLE');
    const text = `支付单号,收款人姓名,金额,处理结果\n${grant.paymentId},=王某,1600.00,成功\n`;
    const read = await api.call(contract.readReturnFile, { ...on, body: text as never }, second);
    expect(read.body).toMatchObject({ success: 1, stillOpen: 0 });
    const done = await api.call(
      contract.reconcileBatch,
      { ...on, body: { note: null, expectedVersion: read.body.version } },
      finance,
    );
    expect(done.status).toBe(200);
    const shown = await api.call(contract.listBatches, {}, finance);
    expect(shown.body.items[0]).toMatchObject({ state: 'reconciled', paidCount: 1, openCount: 0, strangeLines: 0 });
  });

  test('posts without the permission do none of it', async () => {
    const clerk = await as('county.clerk');
    const id = crypto.randomUUID();
    const answers = await Promise.all([
      api.call(contract.checkPayment, { params: { id }, body: { expectedVersion: 1 } }, clerk),
      api.call(contract.makeBatch, { body: { fundId: id, paymentIds: [id] } }, clerk),
      api.call(contract.exportBatch, { params: { id } }, clerk),
      api.call(contract.readReturnFile, { params: { id }, body: 'x' as never }, clerk),
      api.call(
        contract.issuePettyCash,
        { params: { officeId: town }, body: { amountFen: 1, requestId: null, voucherNo: 'x' } },
        clerk,
      ),
      api.call(contract.listFunds, {}, await as('town.window')),
    ]);
    expect(answers.map((answer) => answer.problem.code)).toEqual(Array(6).fill('NOT_ALLOWED'));
  });
});
