import * as contract from '@yimen/contracts';
import type { CaseTelling } from './telling.ts';

/** What is not ours to give goes to who can; a story that ends has its answer. */
export async function tellReferral(telling: CaseTelling): Promise<void> {
  const { story, place, caseId, window } = telling;
  if (!story.referral) return;
  const body = { toOfficeId: place.officeIdOf(story.referral.officeKey), need: story.referral.need.slice(0, 900) };
  await telling.act(contract.sendReferral, { params: { id: caseId }, body }, { by: window, after: 15 });
  if (place.referralLogin && story.stage.startsWith('closed')) await answer(telling, place.referralLogin);
}

async function answer(telling: CaseTelling, by: string): Promise<void> {
  const page = await telling.act(
    contract.getCase,
    { params: { id: telling.caseId } },
    { by: telling.window, after: 1 },
  );
  const [sent] = page.referrals;
  if (!sent) return;
  const params = { id: sent.id };
  const accepting = { params, body: { expectedVersion: sent.version } };
  const accepted = await telling.act(contract.acceptReferral, accepting, { by, after: 300 });
  const body = {
    resultKind: 'service' as const,
    resultAmountFen: null,
    resultText: '已上门了解情况并落实服务',
    expectedVersion: accepted.version ?? sent.version + 1,
  };
  await telling.act(contract.finishReferral, { params, body }, { by, after: 1200 });
}
