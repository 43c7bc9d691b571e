import * as contract from '@yimen/contracts';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { reliefActs, smallCounty } from '../testing/index.ts';
import { urgentReliefReactions } from './reactions.ts';

// Time only goes on: a sweep that ran on a day does not run on an earlier one.
const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
const staffed = await smallCounty(api);
// The papers take weeks: nobody stays signed in that long.
const county = { ...staffed, as: (login: string) => api.signInAs(login) };
const { openCase, panel, propose, approve, handOut } = reliefActs(api, county);
const owner = new pg.Pool({ connectionString: api.database.migratorUrl, max: 1 });
afterAll(() => owner.end());

async function aided() {
  const { caseId } = await openCase();
  const proposed = await propose(caseId, { amountFen: 50_000 });
  await approve(proposed.body.grantId, 'society.keeper');
  const paid = await handOut(caseId, proposed.body.grantId, 'society.keeper');
  expect(paid.body.papersDue).toBeGreaterThan(2);
  return caseId;
}

async function papersOf(caseId: string) {
  return (await panel(caseId)).papers;
}

async function decisions(caseId: string) {
  const { rows } = await owner.query<{ state: string; summary: string; post_id: string; due_at: Date }>(
    `SELECT state, summary, post_id, due_at FROM yimen.task WHERE case_id = $1 AND kind = 'decide-overdue-paper' ORDER BY started_at`,
    [caseId],
  );
  return rows;
}

/** One paper grows late on its own day. */
async function moveDue(paperId: string, dueAt: string) {
  const task = `id = (SELECT task_id FROM yimen.relief_paper WHERE id = $1)`;
  await owner.query(`UPDATE yimen.task SET due_at = $2 WHERE ${task}`, [paperId, dueAt]);
}

async function sweepOn(at: string) {
  api.clock.set(at);
  await api.worker.drain();
}

describe('papers that stay away', () => {
  test('all late papers of a case are one task of whoever decides, longer when more grow late, over when all are settled', async () => {
    const caseId = await aided();
    const [first, ...others] = await papersOf(caseId);
    if (!first) throw new Error('no paper owed');
    await moveDue(first.id, '2026-03-05T10:00:00.000Z');
    await sweepOn('2026-03-05T11:00:00.000Z');
    const [alone] = await decisions(caseId);
    expect(alone).toMatchObject({ state: 'open', post_id: county.posts['town.approver'] });
    expect(alone?.summary).toContain(`逾期未补 1 项：${first.label.zh}`);

    await sweepOn('2026-03-20T02:00:00.000Z');
    const together = await decisions(caseId);
    expect(together).toHaveLength(1);
    expect(together[0]?.due_at).toEqual(alone?.due_at);
    expect(together[0]?.summary).toContain(`逾期未补 ${others.length + 1} 项`);
    for (const paper of [first, ...others]) expect(together[0]?.summary).toContain(paper.label.zh);

    for (const paper of [first, ...others.slice(1)]) await settle(paper.id);
    const [left] = await decisions(caseId);
    expect(left?.state).toBe('open');
    expect(left?.summary).toContain(`逾期未补 1 项：${others[0]?.label.zh}`);
    expect(left?.summary).not.toContain(first.label.zh);
    const waive = { reason: '证件已在火灾中烧毁', expectedVersion: 1 };
    const waived = await api.call(
      contract.waivePaper,
      { params: { id: others[0]?.id ?? '' }, body: waive },
      { session: await county.as('town.approver') },
    );
    expect(waived.status).toBe(200);
    expect((await decisions(caseId)).map((task) => task.state)).toEqual(['done']);
  });

  test('papers grown late told to two workers at once still make one task', async () => {
    api.clock.set('2026-03-12T02:00:00.000Z');
    const caseId = await aided();
    api.clock.set('2026-04-01T02:00:00.000Z');
    const react = urgentReliefReactions(api.services)['task.escalated'];
    const { promise: isTold, resolve: told } = Promise.withResolvers<void>();
    const tell = () =>
      api.services.database.transact(SYSTEM_CONTEXT, async (tx) => {
        await react?.(tx, { kind: 'collect-paper', caseId }, api.clock.now());
        told();
        // Not yet committed while the other worker is at it.
        await owner.query('SELECT pg_sleep(0.2)');
      });
    const first = tell();
    await isTold;
    await Promise.all([first, tell()]);
    expect(await decisions(caseId)).toHaveLength(1);
  });

  test('a paper in time opens no task', async () => {
    api.clock.set('2026-04-07T02:00:00.000Z');
    const caseId = await aided();
    for (const paper of await papersOf(caseId)) await settle(paper.id);
    await sweepOn('2026-04-30T02:00:00.000Z');
    expect(await decisions(caseId)).toHaveLength(0);
  });

  test('a paper that came after the decision was called for and before a new one: two tasks, one open at a time', async () => {
    api.clock.set('2026-05-06T02:00:00.000Z');
    const caseId = await aided();
    const [first, ...others] = await papersOf(caseId);
    await moveDue(first?.id ?? '', '2026-05-08T10:00:00.000Z');
    await sweepOn('2026-05-08T11:00:00.000Z');
    await settle(first?.id ?? '');
    await sweepOn('2026-05-29T02:00:00.000Z');
    const tasks = await decisions(caseId);
    expect(tasks.map((task) => task.state)).toEqual(['done', 'open']);
    expect(tasks[1]?.summary).toContain(`逾期未补 ${others.length} 项`);
  });
});

async function settle(paperId: string) {
  const body = { note: '已收', photoIds: [], expectedVersion: 1 };
  const filed = await api.call(
    contract.fulfilPaper,
    { params: { id: paperId }, body },
    { session: await county.as('town.window') },
  );
  expect(filed.problem?.code).toBeUndefined();
}
