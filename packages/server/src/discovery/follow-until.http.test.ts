import * as contract from '@yimen/contracts';
import { beforeEach, expect, test } from 'vitest';
import { startTestApi } from '../platform/testing/index.ts';
import { aReport, smallCounty } from '../testing/index.ts';

const MONDAY = '2026-03-02T02:00:00.000Z';
const api = await startTestApi({ now: MONDAY });
await smallCounty(api);

beforeEach(() => api.clock.set(MONDAY));

async function tell() {
  return (await api.call(contract.reportInPublic, { body: aReport() })).body;
}

async function by(login: string) {
  return { session: await api.signInAs(login) };
}

async function close(id: string, expectedVersion = 1) {
  const body = { outcome: 'no-need' as const, reason: '现场核实，邻里已帮扶到位', expectedVersion };
  const closed = await api.call(contract.closeReport, { params: { id }, body }, await by('town.window'));
  expect(closed.status).toBe(200);
}

function follow({ receiptNo, followCode }: { receiptNo: string; followCode: string }) {
  return api.call(contract.followReport, { body: { receiptNo, followCode } });
}

test('the code opens the page for 180 days after the end, and then answers as a wrong one does, to the byte (PR11)', async () => {
  const receipt = await tell();
  expect((await follow(receipt)).body.followUntil).toBeNull();
  api.clock.set('2026-12-31T02:00:00.000Z');
  expect((await follow(receipt)).status, 'open for as long as it is not settled').toBe(200);
  api.clock.set(MONDAY);
  await close(receipt.reportId);
  expect((await follow(receipt)).body).toMatchObject({ state: 'closed', followUntil: '2026-08-29' });
  api.clock.set('2026-08-29T15:59:59.000Z');
  expect((await follow(receipt)).status).toBe(200);
  api.clock.set('2026-08-29T16:00:00.000Z');
  const over = await follow(receipt);
  const wrong = await follow({ ...receipt, followCode: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' });
  expect([over.status, wrong.status]).toEqual([404, 404]);
  expect(over.text).toBe(wrong.text);
});

test('a merged report is followed until the one it joined has ended and 180 days more', async () => {
  const [first, second] = [await tell(), await tell()];
  const body = { intoId: first.reportId, reason: null, expectedVersion: 1 };
  const merged = await api.call(
    contract.mergeReport,
    { params: { id: second.reportId }, body },
    await by('town.window'),
  );
  expect(merged.status).toBe(200);
  api.clock.set('2027-03-02T02:00:00.000Z');
  expect((await follow(second)).body).toMatchObject({ state: 'merged', followUntil: null });
  await close(first.reportId);
  expect((await follow(second)).body.followUntil).toBe('2027-08-29');
  api.clock.set('2027-08-30T02:00:00.000Z');
  expect((await follow(second)).status).toBe(404);
});
