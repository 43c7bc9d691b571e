import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Actor } from '../platform/http/actor.ts';
import { checkBatch } from './check-batch.ts';
import { checkPayment } from './check-payment.ts';
import { confirmCount } from './confirm-count.ts';
import { countPettyCash } from './count-petty-cash.ts';
import { handOutPayment } from './index.ts';
import { issuePettyCash } from './issue-petty-cash.ts';
import { makeBatch } from './make-batch.ts';
import { requestReplenishment } from './request-replenishment.ts';
import { showBatch } from './show-funds.ts';
import { fundsTest, refusalOf } from './testing/index.ts';

const { aGrant, actor, county, inSystem, now, services } = await fundsTest();
const FIRST = 'county.finance1';
const SECOND = 'county.finance2';
const account = (login: string) => actor(login).accountId;
/** `by` acts while `absent` is away. */
const standingIn = (by: string, absent: string) => ({ ...actor(by), behalfAccountId: account(absent) });
const check = (id: string, who = actor(FIRST), expectedVersion = 1) =>
  inSystem((tx) => checkPayment(tx, services, who, { id, expectedVersion, now: now() }));
const write = (id: string, table: string, column: string, login: string) =>
  inSystem((tx) =>
    sql`UPDATE yimen.${sql.table(table)} SET ${sql.ref(column)} = ${account(login)} WHERE id = ${id}`.execute(tx),
  );

/** A check written past the use case. */
const sneakIn = (paymentId: string, by: string, absent: string | null = null) =>
  inSystem((tx) =>
    sql`INSERT INTO yimen.payment_check (payment_id, account_id, behalf_account_id, region_code, post_id, at)
      SELECT id, ${account(by)}, ${absent && account(absent)}, region_code, grant_id, now() FROM yimen.payment WHERE id = ${paymentId}`.execute(
      tx,
    ),
  );

test.each([
  ['proposed', 'relief_grant', 'proposed_behalf_account_id'],
  ['ordered', 'payment', 'ordered_behalf_account_id'],
])('who is back at work does not check a payment that a substitute %s', async (_, table, column) => {
  const made = await aGrant({ method: 'bank', amountFen: 100_000 });
  await write(table === 'payment' ? made.paymentId : made.id, table, column, FIRST);
  expect(await refusalOf(check(made.paymentId))).toBe('OWN_WORK_BLOCKED');
  await expect(sneakIn(made.paymentId, FIRST)).rejects.toThrow(/cannot check/);
  await expect(sneakIn(made.paymentId, 'town.cash', FIRST)).rejects.toThrow(/cannot check/);
  await check(made.paymentId, actor(SECOND));
});

test('nor one that a substitute approved, nor as the second of two checkers', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 5_000_001, money: 'fiscal' });
  await check(made.paymentId, standingIn(SECOND, FIRST));
  expect(await refusalOf(check(made.paymentId, actor(FIRST), 2))).toBe('ALREADY_APPROVED');
  await expect(sneakIn(made.paymentId, FIRST)).rejects.toThrow(/checks once/);

  const other = await aGrant({ method: 'bank', amountFen: 100_000 });
  await inSystem((tx) =>
    sql`INSERT INTO yimen.grant_approval (grant_id, account_id, behalf_account_id, region_code, case_id, post_id, at)
      SELECT id, ${account('town.cash')}, ${account(FIRST)}, region_code, case_id, proposed_post_id, now() FROM yimen.relief_grant WHERE id = ${other.id}`.execute(
      tx,
    ),
  );
  expect(await refusalOf(check(other.paymentId))).toBe('OWN_WORK_BLOCKED');
});

test('a batch that a substitute made is checked by neither, and made by nobody whose substitute checked its payments', async () => {
  const made = await aGrant({ method: 'bank', amountFen: 50_000, money: 'fiscal' });
  await check(made.paymentId, standingIn(FIRST, 'town.cash'));
  const make = (who: Actor) =>
    inSystem((tx) => makeBatch(tx, who, { fundId: county.funds.fiscal, paymentIds: [made.paymentId], now: now() }));
  expect(await refusalOf(make(standingIn('town.cash', SECOND)))).toBe('OWN_WORK_BLOCKED');
  const { id } = await make(standingIn('town.window', SECOND));
  const by = (who: Actor) => inSystem((tx) => checkBatch(tx, who, { id, expectedVersion: 1, now: now() }));
  expect(await refusalOf(by(actor(SECOND)))).toBe('OWN_WORK_BLOCKED');
  const shown = await inSystem((tx) =>
    showBatch(tx, id, { ...actor(SECOND), permissions: new Set(['payment.check']) }),
  );
  expect(shown.availableActions.find((one) => one.act === 'check-batch')?.blockedBy).not.toBeNull();
  const sneaked = inSystem((tx) =>
    sql`UPDATE yimen.payment_batch SET state = 'checked', checked_by = ${account(SECOND)} WHERE id = ${id}`.execute(tx),
  );
  await expect(sneaked).rejects.toMatchObject({ constraint: 'payment_batch_two_people' });
  await by(standingIn(FIRST, 'town.cash'));
});

test('a count and a request of a substitute are also those of the person away', async () => {
  const officeId = county.offices['town'] ?? '';
  const keeper = standingIn('town.reviewer', 'town.approver');
  const { id } = await inSystem((tx) =>
    countPettyCash(tx, keeper, { officeId, countedFen: 5_000_000, explanation: null, now: now() }),
  );
  const confirm = (login: string) =>
    inSystem((tx) => confirmCount(tx, actor(login), { id, expectedVersion: 1, now: now() }));
  expect(await refusalOf(confirm('town.approver'))).toBe('OWN_WORK_BLOCKED');
  const sneaked = inSystem((tx) =>
    sql`UPDATE yimen.petty_cash_count SET confirmed_by = ${account('town.approver')}, confirmed_at = now() WHERE id = ${id}`.execute(
      tx,
    ),
  );
  await expect(sneaked).rejects.toMatchObject({ constraint: 'petty_cash_count_two_people' });
  await confirm('county.approver1');

  const grant = await aGrant({ amountFen: 1_000_000 });
  const given = {
    paymentId: grant.paymentId,
    signedBy: '王某',
    receiptPhotoId: null,
    actor: actor('town.cash'),
    now: now(),
  };
  await inSystem((tx) => handOutPayment(tx, given));
  const wanted = { officeId, amountFen: 1_000_000, reason: '余额不足限额三成', now: now() };
  const request = await inSystem((tx) => requestReplenishment(tx, services, standingIn('town.cash', FIRST), wanted));
  const issue = (who: Actor) => {
    const issued = { officeId, amountFen: 1_000_000, requestId: request.id, voucherNo: 'B-1', now: now() };
    return inSystem((tx) => issuePettyCash(tx, services, who, issued));
  };
  expect(await refusalOf(issue(actor(FIRST)))).toBe('OWN_WORK_BLOCKED');
  await issue(actor(SECOND));
});
