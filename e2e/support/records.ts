import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import { SYSTEM_CONTEXT } from '../../packages/server/src/platform/db/access-context.ts';
import { aStaffReport, PLACES, reliefActs } from '../../packages/server/src/testing/index.ts';
import { insertBatch } from '../../packages/server/src/testing/store.ts';
import type { House } from './house.ts';

/** One record for every `$name` in the paths of the portal. */
export type Records = Readonly<Record<string, string>>;

export async function makeRecords({ api, county }: House): Promise<Records> {
  const acts = reliefActs(api, county);
  const session = await county.as('town.window');
  const { caseId, householdId } = await acts.openCase();
  const { body: proposed } = await acts.propose(caseId);
  await acts.approve(proposed.grantId, 'society.keeper');
  await acts.handOut(caseId, proposed.grantId, 'society.keeper');
  await acts.propose(caseId, { level: 'township', amountFen: 60_000 });
  const paper = { paperId: null, label: '银行卡', why: '用于发放救助', byWhom: 'applicant' as const };
  const issued = await api.call(
    contract.issueOneTimeNotice,
    { params: { id: caseId }, body: { items: [paper], reissueReason: null } },
    { session },
  );
  if (issued.status !== 200) throw new Error(issued.text);
  const { body: file } = await api.call(contract.getCase, { params: { id: caseId } }, { session });
  const report = await api.call(contract.createReport, { body: aStaffReport() }, { session });
  const release = await api.call(
    contract.draftPolicyRelease,
    { body: { title: '调整备用金限额', reason: '按年度工作安排', effectiveOn: '2026-07-01' } },
    { session: await county.as('county.clerk') },
  );
  const run = await api.call(
    contract.startRedetermination,
    { body: { on: '2026-01-01' } },
    { session: await county.as('county.clerk') },
  );
  const batchId = randomUUID();
  await api.services.database.transact(SYSTEM_CONTEXT, (tx) =>
    insertBatch(tx, {
      id: batchId,
      batch_no: 'PC-1',
      fund_id: county.funds.fiscal,
      region_code: PLACES.county,
      office_id: idOf(county.offices, 'bureau'),
      count: 1,
      total_fen: 1,
      made_by: idOf(county.accounts, 'county.finance2'),
      made_at: api.clock.now(),
    }),
  );
  return {
    caseId,
    householdId,
    noticeId: file.notices[0]?.id ?? '',
    reportId: report.body.reportId,
    officeId: idOf(county.offices, 'town'),
    fundId: county.funds.fiscal,
    batchId,
    releaseId: release.body.id,
    runId: run.body.id,
    packId: 'anhui-luan-yuan',
  };
}

/** `/cases/$caseId` with the id of the record. */
export function anyParams(path: string, records: Records): string {
  return path.replaceAll(/\$(\w+)/g, (_whole, name: string) => idOf(records, name));
}

function idOf(ids: Records, name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`no record for ${name}`);
  return id;
}
