import * as contract from '@yimen/contracts';
import { aStaffReport } from '../../packages/server/src/testing/reports.ts';
import { settleThroughBank } from './bank-story.ts';
import { grantAid } from './grant-aid.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import { send } from './send.ts';

/**
 * People at work: report, accept, take in, propose, approve, hand out; one pair of finance officers sends money through
 * the bank. Each begins again until told to go home.
 */
export function putPeopleToWork(rig: Rig, ledger: Ledger, people: number): { goHome(): Promise<void> } {
  let isOver = false;
  const stories = [...Array.from({ length: people }, () => handOutInCash), settleThroughBank];
  const loops = stories.map(async (story) => {
    while (!isOver) await story(rig, ledger);
  });
  return {
    goHome: async () => {
      isOver = true;
      await Promise.all(loops);
    },
  };
}

async function handOutInCash(rig: Rig, ledger: Ledger): Promise<void> {
  const report = await send(rig, ledger, {
    route: contract.createReport,
    login: 'village.assistant',
    body: aStaffReport({ reporterPhone: '12800000001', occurredOn: null }),
  });
  if (!report) return;
  ledger.reports.push(report.reportId);
  const accepted = await send(rig, ledger, {
    route: contract.acceptReport,
    login: 'town.window',
    params: { id: report.reportId },
    body: { expectedVersion: 1 },
  });
  if (accepted) ledger.accepted.push(report.reportId);

  const order = await grantAid(rig, ledger, 'cash');
  if (!order) return;
  const paid = await send(rig, ledger, {
    route: contract.payGrant,
    login: 'society.keeper',
    params: { id: order.paymentId },
    body: { signedBy: '本人', receiptPhotoId: null, note: null },
  });
  if (paid) ledger.payments.push({ id: paid.paymentId, caseId: order.caseId, papers: paid.papersDue });
}
