import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aMember, anIntake, PLACES, reliefActs, smallCounty } from '../testing/index.ts';

/** `npm run test:faults` runs the thousand; `npm test` a short form of the same. */
const ROUNDS = Number(process.env['YIMEN_FAULT_ROUNDS'] ?? 10);
const TIMEOUT = 60_000 + ROUNDS * 2_000;

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z', settings: { poolSize: 24 } });
// Room for one township grant of 2,000 yuan, not for two; in the village for what every round grants.
const county = await smallCounty(api, { pettyCashFen: 300_000, societyFen: 3_000_000 + ROUNDS * 100_000 });
const acts = reliefActs(api, county);
const owner = new pg.Pool({ connectionString: api.database.migratorUrl, max: 2 });
afterAll(() => owner.end());

async function number(sql: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(sql);
  return Number(rows[0]?.n);
}

async function expectBooksToBalance(): Promise<void> {
  expect(
    await number(
      'SELECT count(*) AS n FROM yimen.episode_level WHERE granted_fen > cap_fen OR cumulative_fen > cumulative_cap_fen',
    ),
  ).toBe(0);
  expect(await number("SELECT count(*) AS n FROM yimen.fund_account WHERE role <> 'source' AND balance_fen < 0")).toBe(
    0,
  );
  expect(
    await number(
      'SELECT coalesce(max(abs(total)), 0) AS n FROM (SELECT sum(balance_fen) AS total FROM yimen.fund_account GROUP BY fund_id) s',
    ),
  ).toBe(0);
  // What the counters say is what was really granted.
  expect(
    await number(`SELECT count(*) AS n FROM yimen.episode_level l WHERE granted_fen <> coalesce((SELECT sum(g.amount_fen) FROM yimen.relief_grant g
    WHERE g.episode_id = l.episode_id AND g.level = l.level AND g.state IN ('approved', 'paid')), 0)`),
  ).toBe(0);
}

describe('Two officers at once', () => {
  test(`${ROUNDS} households, 2 to 20 approvals at once around the village cap: never over it`, {
    timeout: TIMEOUT,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const copies = 2 + (round % 19);
      const { caseId } = await acts.openCase();
      const payeePersonId = (await acts.panel(caseId)).payees[0]?.personId ?? '';
      const amountFen = [60_000, 40_000, 100_000, 25_000][round % 4] ?? 50_000;
      const proposed = await Promise.all(
        Array.from({ length: copies }, () => acts.propose(caseId, { amountFen, payeePersonId })),
      );
      const approved = await Promise.all(proposed.map((one) => acts.approve(one.body.grantId, 'society.keeper')));
      const won = approved.filter((one) => one.status === 200).length;
      // Not only never over the cap: exactly as many as fit.
      expect(won).toBe(Math.min(copies, Math.floor(100_000 / amountFen)));
      const others = approved.filter((one) => one.status !== 200).map((one) => one.problem.code);
      expect(others.filter((code) => code !== 'CAP_EXCEEDED')).toEqual([]);
    }
    await expectBooksToBalance();
  });

  test(`${ROUNDS} times two grants want the same petty cash: one is paid for, none overdraws`, {
    timeout: TIMEOUT,
  }, async () => {
    const override = {
      emergencyOverride: { reason: '互助社资金不足，情况紧急' },
      level: 'township' as const,
      amountFen: 200_000,
    };
    for (let round = 0; round < ROUNDS; round++) {
      const cases = await Promise.all([acts.openCase(), acts.openCase()]);
      const proposed = await Promise.all(cases.map(({ caseId }) => acts.propose(caseId, override)));
      const approved = await Promise.all(proposed.map((one) => acts.approve(one.body.grantId, 'town.approver')));
      expect(approved.map((one) => one.status).sort()).toEqual([200, 409]);
      expect(approved.find((one) => one.status === 409)?.problem.code).toBe('INSUFFICIENT_FUNDS');
      const winner = approved.find((one) => one.status === 200);
      const cancelled = await api.call(
        contract.cancelGrant,
        {
          params: { id: winner?.body.id ?? '' },
          body: { reason: '测试撤回，退回备用金', expectedVersion: winner?.body.version ?? 0 },
        },
        { session: await county.as('town.window') },
      );
      expect(cancelled.status).toBe(200);
    }
    await expectBooksToBalance();
  });

  test(`${ROUNDS} keys sent ten times at once and three times in a row: one effect each`, {
    timeout: TIMEOUT,
  }, async () => {
    const session = await county.as('town.window');
    const before = await number('SELECT count(*) AS n FROM yimen."case"');
    for (let round = 0; round < ROUNDS; round++) {
      const key = randomUUID();
      // Without an ID number: nothing but the key tells a copy from another person of that name.
      const body = anIntake({
        household: { is: 'new', regionCode: PLACES.village, members: [aMember({ idNumber: null })], searched: true },
      });
      const send = () => api.call(contract.takeIn, { body }, { session, key });
      const answers = [
        ...(await Promise.all(Array.from({ length: 10 }, send))),
        await send(),
        await send(),
        await send(),
      ];
      expect(new Set(answers.map((one) => `${one.status} ${one.text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(200);
      const other = await api.call(contract.takeIn, { body: { ...body, need: '另一份内容' } }, { session, key });
      expect(other.problem.code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
    expect(await number('SELECT count(*) AS n FROM yimen."case"')).toBe(before + ROUNDS);
  });

  test('two approvers sign the same grant at once: one signature each, the second version is told', async () => {
    const { caseId } = await acts.openCase();
    const proposed = await acts.propose(caseId, { amountFen: 50_000 });
    const both = await Promise.all([
      acts.approve(proposed.body.grantId, 'society.keeper'),
      acts.approve(proposed.body.grantId, 'society.keeper'),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(
      await number(`SELECT count(*) AS n FROM yimen.grant_approval WHERE grant_id = '${proposed.body.grantId}'`),
    ).toBe(1);
  });
});
