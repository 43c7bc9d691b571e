import * as contract from '@yimen/contracts';
import type { CaseTelling } from './telling.ts';

/** What is owed is settled, then the case ends in aid, referral or its reason. */
export async function tellEnd(telling: CaseTelling): Promise<void> {
  const { closing, stage, grants } = telling.story;
  if (!closing || !stage.startsWith('closed')) return;
  const isCounty = grants.some((grant) => grant.level === 'county') && closing.outcome === 'aid';
  const by = isCounty ? telling.clerk : telling.window;
  await settlePapers(telling, by);
  const params = { id: telling.caseId };
  const page = await telling.act(contract.getCase, { params }, { by, after: 5 });
  const body = { outcome: closing.outcome, reason: closing.reason, expectedVersion: page.version };
  await telling.act(contract.closeCase, { params, body }, { by, after: 5 });
}

async function settlePapers(telling: CaseTelling, by: string): Promise<void> {
  const panel = await telling.act(contract.getUrgentRelief, { params: { id: telling.caseId } }, { by, after: 2_000 });
  for (const { id, version } of panel.papers.filter((one) => one.state === 'due')) {
    const body = { note: '已收齐', photoIds: [], expectedVersion: version };
    await telling.act(contract.fulfilPaper, { params: { id }, body }, { by, after: 10 });
  }
  for (const check of panel.afterChecks.filter((one) => !one.done)) {
    const body = { justified: true, finding: '情况属实，越级救助必要', expectedVersion: 1 };
    const moment = { by: telling.clerk, after: 60 };
    await telling.act(contract.recordAfterCheck, { params: { id: check.taskId }, body }, moment);
  }
}
