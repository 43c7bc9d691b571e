import { randomUUID } from 'node:crypto';
import { listAudit } from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { aHolder, startTestApi } from '../testing/index.ts';
import { auditRoutes } from './list-audit.ts';
import { sealAudit } from './seal-audit.ts';

const api = await startTestApi({ routes: () => auditRoutes(() => [listAudit]) });
const { services } = api;
const subjectId = randomUUID();

async function write(regionCode: string | null, count: number, accountId: string | null = null): Promise<void> {
  await services.database.pool.query(
    `INSERT INTO yimen.audit_entry (at, action, outcome, account_id, region_code, subject_type, subject_id, request_id)
     SELECT $4, 'get-case', 'done', $1, $2, 'case', $5, gen_random_uuid() FROM generate_series(1, $3::int)`,
    [accountId, regionCode, count, services.clock.now(), subjectId],
  );
}

describe('the audit log as auditors read it', async () => {
  const reader = await aHolder(services, { role: 'audit-admin' });
  const session = await api.signInAs(reader.accountId);
  const clerk = await aHolder(services);
  await write('341503000000', 7, clerk.accountId);
  await write('110101000000', 3);

  test('comes page by page, without gaps or doubles', async () => {
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.call(listAudit, { query: { limit: 3, cursor, subjectId } }, { session });
      expect(page.status).toBe(200);
      ids.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  test('names who, and reading it is itself an entry', async () => {
    const { body } = await api.call(listAudit, { query: { accountId: clerk.accountId } }, { session });
    expect(body.items[0]).toMatchObject({
      action: 'get-case',
      accountName: '县级民政经办',
      outcome: 'done',
      sealed: false,
    });
    const own = await api.call(listAudit, { query: { action: 'list-audit' } }, { session });
    expect(own.body.items[0]).toMatchObject({
      accountId: reader.accountId,
      subjectType: 'audit',
      purpose: 'review',
      actionWords: { zh: '审计日志', en: 'Audit log' },
    });
  });

  test('tells which entries are chained', async () => {
    await sealAudit(services);
    const { body } = await api.call(listAudit, { query: { subjectId, limit: 1 } }, { session });
    expect(body.items[0]?.sealed).toBe(true);
  });

  test('shows an auditor of a county the acts of that county only', async () => {
    const auditor = await api.signInAs((await aHolder(services, { role: 'auditor' })).accountId);
    const { body } = await api.call(listAudit, { query: { subjectId } }, { session: auditor });
    expect(body.items).toHaveLength(7);
  });

  test('is closed to everybody else', async () => {
    const answer = await api.call(listAudit, {}, { session: await api.signInAs(clerk.accountId) });
    expect(answer.problem.code).toBe('NOT_ALLOWED');
  });

  test('can be limited to days of the office', async () => {
    const today = await api.call(
      listAudit,
      { query: { subjectId, from: '2026-03-02', to: '2026-03-02' } },
      { session },
    );
    expect(today.body.items).toHaveLength(10);
    const later = await api.call(listAudit, { query: { subjectId, from: '2026-03-03' } }, { session });
    expect(later.body.items).toHaveLength(0);
  });
});
