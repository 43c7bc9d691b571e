import * as contract from '@yimen/contracts';
import type { CaseTelling } from './telling.ts';

/** Above what the township may pay the case goes to the county, which takes it on unless the story stops there. */
export async function tellHandUp(telling: CaseTelling): Promise<void> {
  const { story, window, clerk } = telling;
  const params = { id: telling.caseId };
  const page = await telling.act(contract.getCase, { params }, { by: window, after: 20 });
  const asking = { reason: '村、乡镇两级救助后生活仍有严重困难，申报区级救助', expectedVersion: page.version };
  const up = await telling.act(contract.handUpCase, { params, body: asking }, { by: window, after: 5 });
  if (story.stage === 'handed-up') return;
  const body = { expectedVersion: up.version ?? 0 };
  await telling.act(contract.acceptHandOver, { params, body }, { by: clerk, after: 60 });
}
