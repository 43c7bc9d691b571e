import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import pg from 'pg';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/api.ts';
import { aReport, aStaffReport, PLACES, smallCounty } from '../testing/index.ts';

import { isReceiptNumber } from './receipt-number.ts';

const OFFICE_HOURS = '2026-03-02T02:00:00.000Z';
const NIGHT = '2026-03-02T15:00:00.000Z';
const api = await startTestApi({ now: OFFICE_HOURS });
const county = await smallCounty(api);
const { pool } = api.services.database;

beforeEach(() => api.clock.set(OFFICE_HOURS));

async function tell(change: Parameters<typeof aReport>[0] = {}) {
  const answer = await api.call(contract.reportInPublic, { body: aReport(change) });
  expect(answer.problem?.code).toBeUndefined();
  return answer.body;
}

async function seen(id: string, login = 'town.window') {
  return api.call(contract.getReport, { params: { id } }, { session: await api.signInAs(login) });
}

describe('somebody tells of a need', () => {
  test('the public page answers with a receipt, a window, a moment and a code that is kept nowhere', async () => {
    const receipt = await tell();
    expect(isReceiptNumber(receipt.receiptNo)).toBe(true);
    expect(receipt).toMatchObject({ windowName: '甲镇救助窗口', windowPhone: '0564-0000000', dutyPaged: false });
    // cn parameters: an urgent report is taken up within 2 hours.
    expect(receipt.expectedBy).toBe('2026-03-02T04:00:00.000Z');
    expect(receipt.followCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await tablesHolding(receipt.followCode)).toEqual([]);
  });

  test.each([
    ['now', '2026-03-02T03:00:00.000Z'],
    ['today', '2026-03-02T04:00:00.000Z'],
    ['soon', '2026-03-03T16:00:00.000Z'],
  ] as const)('claimed %s, the window has until %s', async (claimedUrgency, until) => {
    const { reportId } = await tell({ claimedUrgency, eventKind: 'job-loss' });
    const { body } = await seen(reportId);
    expect(body.clock).toMatchObject({ dueAt: until, state: expect.stringMatching(/running|warned/) });
  });

  test('the same command twice is one report with one receipt', async () => {
    const key = randomUUID();
    const body = aReport({ whatHappened: '同一条报告发了两次' });
    const first = await api.call(contract.reportInPublic, { body }, { key });
    const again = await api.call(contract.reportInPublic, { body }, { key });
    expect(again.text).toBe(first.text);
    const copies = await Promise.all(
      Array.from({ length: 10 }, () => api.call(contract.reportInPublic, { body }, { key })),
    );
    expect(new Set(copies.map(({ text }) => text))).toEqual(new Set([first.text]));
    const fresh = randomUUID();
    const race = await Promise.all(
      Array.from({ length: 10 }, () => api.call(contract.reportInPublic, { body }, { key: fresh })),
    );
    expect(new Set(race.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await tablesHolding(first.body.followCode)).toEqual([]);
  });

  test('a report lands at the window of the place, whatever the hukou of the person (R-047)', async () => {
    const elsewhere = fakeResidentId({ birthDate: '1950-01-01', sex: 'male', serial: 7 });
    const { reportId, windowName } = await tell({
      placeRegionCode: PLACES.farVillage,
      subjectIdNumber: elsewhere,
      subjectName: '外地人',
    });
    expect(windowName).toBe('乙镇救助窗口');
    expect((await seen(reportId, 'other-town.window')).status).toBe(200);
    const tasks = await api.call(contract.listMyTasks, {}, { session: await county.as('other-town.window') });
    expect(tasks.body.items.map((task) => task.reportId)).toContain(reportId);
  });

  test('a place that does not exist, a date to come and a wrong ID number are told beside their fields', async () => {
    for (const [change, path] of [
      [{ placeRegionCode: '999999999999' }, 'placeRegionCode'],
      [{ occurredOn: '2026-03-03' }, 'occurredOn'],
      [{ subjectIdNumber: '999999195001010000' }, 'subjectIdNumber'],
    ] as const) {
      const { problem } = await api.call(contract.reportInPublic, { body: aReport(change) });
      expect(problem.fieldErrors?.map((error) => error.path)).toEqual([path]);
    }
  });

  test('numbers and places are masked or sealed; who told is known to the window, not to every reader', async () => {
    const { body } = await api.call(
      contract.createReport,
      {
        body: aStaffReport({
          subjectPhone: '12812345678',
          subjectName: '王某',
          reporterName: '李举报',
          reporterPhone: '12887654321',
          channel: 'hotline',
        }),
      },
      { session: await county.as('hotline.agent') },
    );
    const window = (await seen(body.reportId)).body;
    expect(window).toMatchObject({
      subjectPhoneMasked: '128****5678',
      reporterPhoneMasked: '128****4321',
      reporterName: '李举报',
      placeDetail: '一组 3 号',
      anonymous: false,
    });
    const assistant = (await seen(body.reportId, 'village.assistant')).body;
    expect(assistant).toMatchObject({ reporterName: null, reporterPhoneMasked: null });
    for (const secret of ['12812345678', '12887654321', '李举报']) expect(await tablesHolding(secret)).toEqual([]);
  });
});

describe('photos', () => {
  test('what the reporter photographed is seen by the window of the place and by nobody else', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer();
    const photo = await api.call(contract.uploadPhoto, { body: picture as never });
    const { reportId } = await tell({ photoIds: [photo.body.photoId] });
    expect((await seen(reportId)).body.photoIds).toEqual([photo.body.photoId]);
    const look = async (login: string) =>
      (
        await api.call(
          contract.getPhoto,
          { params: { id: photo.body.photoId } },
          { session: await api.signInAs(login) },
        )
      ).status;
    expect([await look('town.window'), await look('other-town.window'), await look('hospital.contact')]).toEqual([
      200, 404, 404,
    ]);
    const again = await api.call(contract.reportInPublic, { body: aReport({ photoIds: [photo.body.photoId] }) });
    expect(again.problem.code).toBe('NOT_FOUND');
  });
});

describe('out of hours', () => {
  test('a report at night calls the duty person of the window', async () => {
    const byDay = await tell({});
    api.clock.set(NIGHT);
    const receipt = await tell({ claimedUrgency: 'now', eventKind: 'fire' });
    expect(receipt.dutyPaged).toBe(true);
    const { rows } = await pool.query<{ recipient_masked: string; words_zh: string }>(
      'SELECT recipient_masked, words_zh FROM yimen.message WHERE report_id = $1',
      [receipt.reportId],
    );
    expect(rows).toEqual([]); // outside any remit nothing is seen
    const messages = await api.call(
      contract.listMessages,
      { query: { reportId: receipt.reportId } },
      { session: await api.signInAs('town.window') },
    );
    expect(messages.body.items).toMatchObject([{ template: 'duty-page', recipientMasked: '128****0000' }]);
    expect(messages.body.items[0]?.words.zh).toContain(receipt.receiptNo);
    expect((await seen(receipt.reportId)).body.events.map((event) => event.words.zh)).toContain(
      '非办公时间，已通知值班人员',
    );
    const { body } = await api.call(
      contract.listReports,
      { query: { limit: 100 } },
      { session: await api.signInAs('town.window') },
    );
    const paged = (id: string) => body.items.find((row) => row.id === id)?.dutyPaged;
    expect([paged(receipt.reportId), paged(byDay.reportId)]).toEqual([true, false]);
  });

  test('a town without anybody on the roster does not lose the report: the window sees that nobody was called', async () => {
    api.clock.set(NIGHT);
    const receipt = await tell({ placeRegionCode: PLACES.farVillage });
    expect(receipt.dutyPaged).toBe(false);
    expect((await seen(receipt.reportId, 'other-town.window')).body.events.map((event) => event.words.zh)).toContain(
      '非办公时间，值班表上无人值班',
    );
    const { body } = await api.call(contract.followReport, {
      body: { receiptNo: receipt.receiptNo, followCode: receipt.followCode },
    });
    expect(body.steps.map((step) => step.words.zh)).not.toContain('非办公时间，值班表上无人值班');
  });
});

describe('anonymous means anonymous (PR11)', () => {
  test('nothing of the browser, the address or a session that came along is kept anywhere', async () => {
    const session = await county.as('town.surveyor');
    const canary = `canary-${randomUUID()}`;
    const { body } = await api.call(
      contract.reportInPublic,
      { body: aReport({ whatHappened: '匿名反映的情况' }) },
      {
        session,
        headers: {
          'user-agent': canary,
          'x-forwarded-for': '203.0.113.77',
          referer: `http://x/${canary}`,
          'accept-language': canary,
        },
      },
    );
    for (const trace of [canary, '203.0.113.77']) expect(await tablesHolding(trace)).toEqual([]);
    const { rows } = await asOwner<Record<string, unknown>>(
      `SELECT account_id, post_id, office_id, client FROM yimen.audit_entry WHERE subject_id = '${body.reportId}'`,
    );
    expect(rows).toEqual([{ account_id: null, post_id: null, office_id: null, client: null }]);
    const report = await asOwner<Record<string, unknown>>(
      `SELECT anonymous, reporter_account_id, reporter_office_id, reporter_name_encrypted, reporter_phone_encrypted FROM yimen.report WHERE id = '${body.reportId}'`,
    );
    expect(report.rows).toEqual([
      {
        anonymous: true,
        reporter_account_id: null,
        reporter_office_id: null,
        reporter_name_encrypted: null,
        reporter_phone_encrypted: null,
      },
    ]);
    expect(
      await tablesHolding(session.accountId, ['report', 'report_event', 'idempotency', 'outbox_event', 'message']),
    ).toEqual([]);
    const step = (await seen(body.reportId)).body.events[0];
    expect(step?.by).toBeNull();
  });
});

describe('foreign equals missing', () => {
  test('a report of another town and one that never was answer alike, byte for byte, to reading and to every act', async () => {
    const { reportId } = await tell({ placeRegionCode: PLACES.farVillage });
    const session = await county.as('town.window');
    const acts = [
      (id: string) => api.call(contract.getReport, { params: { id } }, { session }),
      (id: string) => api.call(contract.acceptReport, { params: { id }, body: { expectedVersion: 1 } }, { session }),
      (id: string) =>
        api.call(
          contract.closeReport,
          { params: { id }, body: { outcome: 'not-found', reason: '现场没有找到', expectedVersion: 1 } },
          { session },
        ),
      (id: string) =>
        api.call(
          contract.mergeReport,
          { params: { id }, body: { intoId: reportId, reason: null, expectedVersion: 1 } },
          { session },
        ),
    ];
    for (const act of acts) {
      const [foreign, missing] = [await act(reportId), await act(randomUUID())];
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
  });
});

/** Tables with this text in any column, as the owner sees them. */
async function tablesHolding(text: string, only?: readonly string[]): Promise<string[]> {
  const { rows } = await asOwner<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'yimen' AND table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of rows.filter((row) => only === undefined || only.includes(row.name))) {
    const hits = await asOwner<{ n: number }>(
      `SELECT count(*)::int AS n FROM yimen."${name}" t WHERE t::text LIKE '%${text}%'`,
    );
    if (hits.rows[0]?.n) found.push(name);
  }
  return found;
}

async function asOwner<T extends object>(query: string): Promise<{ rows: T[] }> {
  const client = new pg.Client({ connectionString: api.database.migratorUrl });
  await client.connect();
  try {
    return await client.query<T>(query);
  } finally {
    await client.end();
  }
}
