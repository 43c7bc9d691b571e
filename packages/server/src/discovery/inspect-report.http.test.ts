import * as contract from '@yimen/contracts';
import { expect, test } from 'vitest';
import { aHolder, startTestApi } from '../platform/testing/index.ts';
import { aReport, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ now: '2026-03-02T02:00:00.000Z' });
await smallCounty(api);

async function by(login: string) {
  return { session: await api.signInAs(login) };
}

test('whoever inspects a county opens the reports of its list, of no other county, and changes none', async () => {
  const { reportId } = (await api.call(contract.reportInPublic, { body: aReport() })).body;
  const inspector = await by('county.inspector');
  const listed = await api.call(contract.listReports, { query: { limit: 100 } }, inspector);
  expect(listed.body.items.map(({ id }) => id)).toContain(reportId);
  const opened = await api.call(contract.getReport, { params: { id: reportId } }, inspector);
  expect(opened.body).toMatchObject({
    id: reportId,
    reporterName: null,
    reporterPhoneMasked: null,
    availableActions: [],
  });
  const accepted = await api.call(
    contract.acceptReport,
    { params: { id: reportId }, body: { expectedVersion: 1 } },
    inspector,
  );
  expect(accepted.problem.code).toBe('NOT_ALLOWED');
  const elsewhere = await aHolder(api.services, { role: 'inspector', regionCode: '341502000000' });
  const other = await api.call(contract.getReport, { params: { id: reportId } }, await by(elsewhere.login));
  expect(other.problem.code).toBe('NOT_FOUND');
});
