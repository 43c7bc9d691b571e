import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { anIntake, smallCounty } from '../testing/index.ts';

const MONDAY = '2026-03-02T02:00:00.000Z';
const api = await startTestApi({ now: MONDAY });
const county = await smallCounty(api);

beforeEach(() => api.clock.set(MONDAY));

async function by(login = 'town.window') {
  return { session: await api.signInAs(login) };
}

async function openCase() {
  const { body, problem } = await api.call(contract.takeIn, { body: anIntake() }, await by());
  expect(problem?.code).toBeUndefined();
  return body.caseId;
}

async function send(caseId: string, office = 'education', login = 'town.window') {
  return api.call(
    contract.sendReferral,
    {
      params: { id: caseId },
      body: { toOfficeId: county.offices[office] ?? '', need: '孩子学费无着，请按教育救助办理' },
    },
    await by(login),
  );
}

async function sent(office = 'education') {
  const caseId = await openCase();
  const { body, problem } = await send(caseId, office);
  expect(problem?.code).toBeUndefined();
  return { caseId, id: body.id };
}

type Answering = { expectedVersion?: number; login?: string };
async function accept(id: string, { expectedVersion = 1, login = 'education.handler' }: Answering = {}) {
  return api.call(contract.acceptReferral, { params: { id }, body: { expectedVersion } }, await by(login));
}
async function giveBack(id: string, { expectedVersion = 1, login = 'education.handler' }: Answering = {}) {
  return api.call(
    contract.returnReferral,
    { params: { id }, body: { reason: '不属于本部门救助范围', expectedVersion } },
    await by(login),
  );
}
async function finish(id: string, { expectedVersion = 2, login = 'education.handler' }: Answering = {}) {
  return api.call(
    contract.finishReferral,
    {
      params: { id },
      body: { resultKind: 'money', resultAmountFen: 120_000, resultText: '已减免学费并发放助学金', expectedVersion },
    },
    await by(login),
  );
}
async function revoke(id: string, { expectedVersion = 1, login = 'town.window' }: Answering = {}) {
  return api.call(
    contract.revokeReferral,
    { params: { id }, body: { reason: '家属已自行解决', expectedVersion } },
    await by(login),
  );
}

async function page(caseId: string, login = 'town.window') {
  return api.call(contract.getCase, { params: { id: caseId } }, await by(login));
}

async function referralOf(caseId: string, login = 'town.window') {
  const [referral] = (await page(caseId, login)).body.referrals;
  if (!referral) throw new Error('no referral');
  return referral;
}

async function list(direction: 'in' | 'out', login: string) {
  return (await api.call(contract.listReferrals, { query: { direction } }, await by(login))).body.items;
}

async function tasksOf(login: string, caseId: string) {
  return (await api.call(contract.listMyTasks, { query: { limit: 100 } }, await by(login))).body.items
    .filter((task) => task.caseId === caseId)
    .map(({ kind }) => kind);
}

describe('R-060/R-061: another office is asked, and a clock runs until it answers', () => {
  test('the office asked sees the case and its household only from then on, with a task and a due moment', async () => {
    const caseId = await openCase();
    expect((await page(caseId, 'education.handler')).problem.code).toBe('NOT_FOUND');
    const { body } = await send(caseId);
    const seen = (await page(caseId, 'education.handler')).body;
    expect(seen.household.members).toHaveLength(1);
    expect(seen.participants.map(({ why }) => why)).toContain('referral');
    expect(await tasksOf('education.handler', caseId)).toEqual(['answer-referral']);
    // cn parameters: two working days from Monday end with Wednesday.
    expect(seen.referrals).toMatchObject([
      {
        id: body.id,
        state: 'sent',
        fromOffice: '甲镇救助窗口',
        toOffice: '区教体局',
        clock: { dueOn: '2026-03-04', unit: 'workingDays', limit: 2 },
      },
    ]);
    expect((await page(caseId, 'charity.worker')).problem.code).toBe('NOT_FOUND');
  });

  test('sent, accepted, done: the result is registered and the case may end as referred', async () => {
    const { caseId, id } = await sent();
    const early = await api.call(
      contract.closeCase,
      {
        params: { id: caseId },
        body: { outcome: 'referral', reason: '已转教育部门办理', expectedVersion: (await page(caseId)).body.version },
      },
      await by(),
    );
    expect(early.problem).toMatchObject({
      code: 'CASE_NOT_FINISHED',
      facts: { open: [{ zh: '区教体局尚未答复转办' }] },
    });
    expect((await accept(id)).body).toMatchObject({ version: 2 });
    expect((await referralOf(caseId)).clock?.dueOn).toBe('2026-03-16');
    expect((await finish(id)).body).toMatchObject({ version: 3 });
    expect(await referralOf(caseId)).toMatchObject({
      state: 'done',
      resultKind: 'money',
      resultAmountFen: 120_000,
      availableActions: [],
      clock: { state: 'stopped' },
    });
    expect(await tasksOf('education.handler', caseId)).toEqual([]);
    expect(
      (await page(caseId)).body.events
        .map(({ act }) => act)
        .filter((act) => act.startsWith('referral'))
        .reverse(),
    ).toEqual(['referral.sent', 'referral.accepted', 'referral.done']);
    const closed = await api.call(
      contract.closeCase,
      {
        params: { id: caseId },
        body: { outcome: 'referral', reason: '已转教育部门办理', expectedVersion: (await page(caseId)).body.version },
      },
      await by(),
    );
    expect(closed.problem?.code).toBeUndefined();
  });

  test('returned with a reason: the responsible post has it back as a task, and sending it on ends that task', async () => {
    const { caseId, id } = await sent();
    const before = (await tasksOf('town.window', caseId)).length;
    expect((await giveBack(id)).status).toBe(200);
    expect(await referralOf(caseId)).toMatchObject({ state: 'returned', returnReason: '不属于本部门救助范围' });
    expect(await tasksOf('education.handler', caseId)).toEqual([]);
    expect((await tasksOf('town.window', caseId)).length).toBe(before + 1);
    expect((await send(caseId, 'charity')).status).toBe(200);
    expect((await tasksOf('town.window', caseId)).length).toBe(before);
    const closing = await api.call(
      contract.closeCase,
      {
        params: { id: caseId },
        body: { outcome: 'referral', reason: '已转有关部门办理', expectedVersion: (await page(caseId)).body.version },
      },
      await by(),
    );
    expect(closing.problem.code).toBe('CASE_NOT_FINISHED');
  });

  test('revoked by the office that asked; then it cannot be answered', async () => {
    const { caseId, id } = await sent();
    expect((await revoke(id)).status).toBe(200);
    expect(await tasksOf('education.handler', caseId)).toEqual([]);
    expect((await accept(id, { expectedVersion: 2 })).problem).toMatchObject({
      code: 'STATE_CONFLICT',
      facts: { state: 'revoked' },
    });
  });
});

describe('who may ask whom', () => {
  test('not one’s own office, not an office without anybody who answers, not a closed or unknown one, not twice at once', async () => {
    const caseId = await openCase();
    for (const office of ['town', 'hospital', 'platform'])
      expect((await send(caseId, office)).problem).toMatchObject({
        code: 'INVALID_INPUT',
        fieldErrors: [{ path: 'toOfficeId' }],
      });
    const unknown = await api.call(
      contract.sendReferral,
      { params: { id: caseId }, body: { toOfficeId: randomUUID(), need: '请协助解决住处' } },
      await by(),
    );
    expect(unknown.problem.code).toBe('NOT_FOUND');
    expect((await send(caseId, 'charity')).status).toBe(200);
    expect((await send(caseId, 'charity')).problem).toMatchObject({ code: 'STATE_CONFLICT', facts: { state: 'sent' } });
  });

  test('the responsible office asks; a superior in whose remit the case lies does not ask behind its back', async () => {
    const caseId = await openCase();
    expect((await send(caseId, 'education', 'county.clerk')).problem.code).toBe('STATE_CONFLICT');
    expect((await send(caseId, 'education', 'other-town.window')).problem.code).toBe('NOT_FOUND');
  });

  test('each office is offered its own acts, on the case page and in its list', async () => {
    const { caseId, id } = await sent();
    const acts = async (login: string) => (await referralOf(caseId, login)).availableActions.map(({ act }) => act);
    expect(await acts('town.window')).toEqual(['revoke-referral']);
    expect(await acts('education.handler')).toEqual(['accept-referral', 'return-referral']);
    expect(await acts('county.clerk')).toEqual([]);
    expect(
      (await list('in', 'education.handler')).find((one) => one.id === id)?.availableActions.map(({ act }) => act),
    ).toEqual(['accept-referral', 'return-referral']);
    expect((await list('out', 'town.window')).map((one) => one.id)).toContain(id);
    expect(await list('in', 'charity.worker').then((items) => items.map((one) => one.id))).not.toContain(id);
    await accept(id);
    expect(await acts('education.handler')).toEqual(['finish-referral', 'return-referral']);
  });

  test('a referral of other offices and one that never was answer alike, byte for byte', async () => {
    const { id } = await sent();
    for (const [act, login] of [
      [accept, 'charity.worker'],
      [giveBack, 'charity.worker'],
      [finish, 'charity.worker'],
      [revoke, 'other-town.window'],
      [accept, 'county.clerk'],
      [revoke, 'county.clerk'],
    ] as const) {
      const [foreign, missing] = [await act(id, { login }), await act(randomUUID(), { login })];
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
  });

  test('money needs an amount, a service has none', async () => {
    const { id } = await sent();
    await accept(id);
    for (const [resultKind, resultAmountFen] of [
      ['money', null],
      ['service', 5000],
    ] as const) {
      const { problem } = await api.call(
        contract.finishReferral,
        { params: { id }, body: { resultKind, resultAmountFen, resultText: '已经办理', expectedVersion: 2 } },
        await by('education.handler'),
      );
      expect(problem).toMatchObject({ code: 'INVALID_INPUT', fieldErrors: [{ path: 'resultAmountFen' }] });
    }
  });
});

describe('two at once', () => {
  test('accepted and revoked, accepted and returned, finished twice: one wins, the other is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      for (const other of [revoke, giveBack, accept]) {
        const { caseId, id } = await sent();
        const answers = await Promise.all([accept(id), other(id)]);
        expect(
          answers.map(({ status }) => status).sort(),
          JSON.stringify(answers.map(({ problem }) => problem)),
        ).toEqual([200, 409]);
        const { state } = await referralOf(caseId);
        if (state !== 'accepted') continue;
        const ends = await Promise.all([finish(id), finish(id), revoke(id, { expectedVersion: 2 })]);
        expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      }
    }
  });

  test('a stale version is refused with what stands now', async () => {
    const { id } = await sent();
    await accept(id);
    expect((await finish(id, { expectedVersion: 1 })).problem).toMatchObject({
      code: 'VERSION_CONFLICT',
      facts: { theirs: { version: 2, state: 'accepted' } },
    });
  });

  test('two clerks ask the same office at once: it is asked once', async () => {
    const caseId = await openCase();
    const answers = await Promise.all([send(caseId), send(caseId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
