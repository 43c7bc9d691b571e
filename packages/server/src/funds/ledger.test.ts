import { expect, test } from 'vitest';
import { withSession } from '../platform/runtime/index.ts';
import {
  createFund,
  findPayingAccount,
  getPayingAccount,
  issuePettyCash,
  openPettyCash,
  receiveMoney,
  releaseGrant,
  transfer,
} from './index.ts';
import { fundsTest, PLACES, refusalOf, selectAccount } from './testing/index.ts';

const { aGrant, actor, api, balance, county, inSystem, now } = await fundsTest();
const by = () => ({ actor: actor('county.finance1'), now: now() });

test('money leaves one account and enters another; without cover nothing moves', async () => {
  const society = await inSystem((tx) => getPayingAccount(tx, { money: 'society', regionCode: PLACES.village }));
  const move = (amountFen: number) =>
    inSystem((tx) =>
      transfer(tx, {
        fundId: society.fundId,
        fromAccountId: society.fromAccountId,
        toAccountId: society.reservedAccountId,
        amountFen,
        kind: 'reserve',
        regionCode: PLACES.village,
        memo: '测试',
        ...by(),
      }),
    );
  expect(await refusalOf(move(3_000_001))).toBe('INSUFFICIENT_FUNDS');
  expect(await balance(society.fromAccountId)).toBe(3_000_000);
  const grant = await aGrant({ money: 'society', amountFen: 100_000 });
  expect(await balance(society.fromAccountId)).toBe(2_900_000);
  expect(await balance(society.reservedAccountId)).toBe(100_000);
  await inSystem((tx) => releaseGrant(tx, grant, actor('town.approver'), now(), '撤回'));
  expect(await balance(society.fromAccountId)).toBe(3_000_000);
});

test('village-society money, petty cash and the budget never mix', async () => {
  const [society, box, other] = await inSystem(async (tx) => [
    await getPayingAccount(tx, { money: 'society', regionCode: PLACES.village }),
    await getPayingAccount(tx, { money: 'pettyCash', regionCode: PLACES.village }),
    await getPayingAccount(tx, { money: 'society', regionCode: PLACES.otherVillage }),
  ]);
  for (const [from, to, fundId] of [
    [society, box, society.fundId],
    [box, society, society.fundId],
    [society, other, society.fundId],
    [society, other, other.fundId],
    [other, other, society.fundId],
  ] as const) {
    const moved = inSystem((tx) =>
      transfer(tx, {
        fundId,
        fromAccountId: from.fromAccountId,
        toAccountId: to.reservedAccountId,
        amountFen: 1,
        kind: 'reserve',
        regionCode: PLACES.village,
        memo: '混用',
        ...by(),
      }),
    );
    expect(await refusalOf(moved)).toBe('FUNDS_DO_NOT_MIX');
  }
});

test('each place is paid from its own money', async () => {
  await inSystem(async (tx) => {
    const society = await getPayingAccount(tx, { money: 'society', regionCode: PLACES.village });
    const box = await getPayingAccount(tx, { money: 'pettyCash', regionCode: PLACES.village });
    const budget = await getPayingAccount(tx, { money: 'fiscal', regionCode: PLACES.village });
    expect(society.officeId).toBe(county.offices['society']);
    expect(box).toMatchObject({ officeId: county.offices['town'], fundId: county.funds.fiscal });
    expect(budget).toMatchObject({ officeId: county.offices['bureau'], fundId: county.funds.fiscal });
    expect(budget.fromAccountId).not.toBe(box.fromAccountId);
    expect(await findPayingAccount(tx, { money: 'society', regionCode: PLACES.town })).toBeUndefined();
    expect(await findPayingAccount(tx, { money: 'fiscal', regionCode: '110101000000' })).toBeUndefined();
    expect(await refusalOf(getPayingAccount(tx, { money: 'society', regionCode: '341503103201' }))).toBe(
      'INSUFFICIENT_FUNDS',
    );
  });
});

test('a functional zone pays from its own budget, never from the county or city around it', async () => {
  await inSystem(async (tx) => {
    const zone = await tx
      .selectFrom('region')
      .select('code')
      .where('kind', '=', 'functional-zone')
      .where('level', '=', 'county')
      .executeTakeFirstOrThrow();
    expect(await findPayingAccount(tx, { money: 'fiscal', regionCode: zone.code })).toBeUndefined();
    const lead = county.offices['education'] ?? '';
    const { fundId } = await createFund(tx, {
      kind: 'fiscal',
      name: '高新区救助资金',
      regionCode: zone.code,
      officeId: lead,
      now: now(),
    });
    const paying = await getPayingAccount(tx, { money: 'fiscal', regionCode: zone.code });
    expect(paying).toMatchObject({ fundId, officeId: lead });
  });
});

test('a township clerk finds the account of the county that pays, though he may not open it', async () => {
  const clerk = {
    scope: 'region',
    regionFrom: PLACES.town,
    regionTo: '341503100999',
    officeId: county.offices['town'] ?? '',
  } as const;
  await api.services.database.transact(clerk, async (tx) => {
    const paying = await getPayingAccount(tx, { money: 'fiscal', regionCode: PLACES.village });
    const seen = await tx.selectFrom('fund_account').select('id').where('id', '=', paying.fromAccountId).execute();
    expect(seen).toEqual([]);
  });
});

test('what may feed a fund depends on whose it is', async () => {
  const receive = (fundId: string, source: 'lottery' | 'donation' | 'collective' | 'government-input') =>
    refusalOf(
      inSystem((tx) => receiveMoney(tx, { fundId, source, amountFen: 100, from: '某单位', voucherNo: 'V1', ...by() })),
    );
  expect(await receive(county.funds.fiscal, 'lottery')).toBeUndefined();
  expect(await receive(county.funds.fiscal, 'donation')).toBe('FUNDS_DO_NOT_MIX');
  expect(await receive(county.funds.society, 'donation')).toBeUndefined();
  expect(await receive(county.funds.society, 'lottery')).toBe('FUNDS_DO_NOT_MIX');
});

test('the box is filled up to what lies free in it and beside it, so that a release always fits', async () => {
  const office = county.offices['otherTown'] ?? '';
  const grant = await aGrant({ place: PLACES.farVillage, amountFen: 300_000 });
  const available = await inSystem((tx) =>
    selectAccount(tx, county.funds.fiscal, county.offices['bureau'] ?? '', 'available'),
  );
  const box = await inSystem((tx) => selectAccount(tx, county.funds.fiscal, office, 'petty-cash'));
  const issue = inSystem((tx) =>
    transfer(tx, {
      fundId: county.funds.fiscal,
      fromAccountId: available,
      toAccountId: box,
      amountFen: 300_000,
      kind: 'issue',
      regionCode: PLACES.otherTown,
      memo: '补充',
      ...by(),
    }),
  );
  expect(await refusalOf(issue)).toBe('CAP_EXCEEDED');
  expect(await inSystem((tx) => releaseGrant(tx, grant, actor('town.approver'), now(), '撤回'))).toBe(300_000);
  expect(await balance(box)).toBe(5_000_000);
});

test('the ceiling is what the policy says today, not what it said when the box was opened', async () => {
  const officeId = county.offices['hospital'] ?? '';
  const regionCode = '341503102000';
  await inSystem((tx) => openPettyCash(tx, { fundId: county.funds.fiscal, officeId, regionCode, ceilingFen: 1_000 }));
  const issue = (amountFen: number) =>
    inSystem((tx) =>
      issuePettyCash(tx, api.services, actor('county.finance1'), {
        officeId,
        amountFen,
        requestId: null,
        voucherNo: 'V',
        now: now(),
      }),
    );
  expect(await refusalOf(issue(5_000_001))).toBe('CAP_EXCEEDED');
  expect(await refusalOf(issue(5_000_000))).toBeUndefined();
});

test('an office opens each account once', async () => {
  const again = inSystem((tx) =>
    openPettyCash(tx, {
      fundId: county.funds.fiscal,
      officeId: county.offices['town'] ?? '',
      regionCode: PLACES.town,
      ceilingFen: 1,
    }),
  );
  await expect(again).rejects.toThrow(/fund_account_once/);
});

test('no program and no owner rewrites the ledger', async () => {
  const attempts = {
    app: [
      'UPDATE yimen.transfer SET amount_fen = 1',
      'DELETE FROM yimen.transfer',
      'TRUNCATE yimen.transfer',
      'UPDATE yimen.fund_account SET balance_fen = 1e9',
      'DELETE FROM yimen.fund_account',
      'DELETE FROM yimen.payment',
      'DELETE FROM yimen.payment_batch',
      'UPDATE yimen.bank_return_line SET outcome = $$success$$',
      'UPDATE yimen.payment_check SET at = now()',
    ],
    owner: ['UPDATE yimen.transfer SET amount_fen = 1', 'DELETE FROM yimen.transfer', 'TRUNCATE yimen.transfer'],
  };
  for (const [url, statements, reason] of [
    [api.database.appUrl, attempts.app, /permission denied/],
    [api.database.migratorUrl, attempts.owner, /insert-only/],
  ] as const) {
    for (const statement of statements) {
      await expect(
        withSession(url, (client) => client.query(statement)),
        statement,
      ).rejects.toThrow(reason);
    }
  }
});

test('a balance only follows transfers: the ceiling is all an application may set', async () => {
  const box = await inSystem((tx) =>
    selectAccount(tx, county.funds.fiscal, county.offices['town'] ?? '', 'petty-cash'),
  );
  const elsewhere = { scope: 'region', regionFrom: PLACES.otherTown, regionTo: '341503101999' } as const;
  await api.services.database.transact(elsewhere, async (_tx, client) => {
    await client.query('SELECT yimen.set_petty_cash_ceiling($1, 1)', [box]);
  });
  await inSystem(async (tx) => {
    const row = await tx
      .selectFrom('fund_account')
      .select('ceiling_fen')
      .where('id', '=', box)
      .executeTakeFirstOrThrow();
    expect(row.ceiling_fen).toBe(5_000_000);
  });
});
