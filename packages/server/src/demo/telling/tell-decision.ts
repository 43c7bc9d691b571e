import * as contract from '@yimen/contracts';
import type { DemoGrant } from '../cases/plan-grants.ts';
import type { CaseTelling } from './telling.ts';

/** Discussed where the amount asks for it, then signed by as many as the level needs. */
export async function tellDecision(telling: CaseTelling, grant: DemoGrant, grantId: string): Promise<void> {
  await tellConference(telling, grant);
  const { story, place } = telling;
  const approvers = {
    village: [`${story.societyKey}.keeper`],
    township: [`${story.windowKey}.approver`],
    county: ['minzheng.approver1', 'minzheng.approver2'],
  }[grant.level];
  let expectedVersion = 1;
  for (const key of approvers) {
    const signed = await telling.act(
      contract.approveGrant,
      { params: { id: grantId }, body: { comment: null, expectedVersion } },
      { by: place.loginOfPost(key), after: 30 },
    );
    expectedVersion = signed.version;
    if (signed.state === 'approved') return;
  }
}

/** The offices meet the day after; who will sign writes down what they agreed, never who proposed. */
async function tellConference(telling: CaseTelling, { conference, amountFen }: DemoGrant): Promise<void> {
  if (!conference) return;
  const by = telling.place.loginOfPost('minzheng.approver1');
  const params = { id: telling.caseId };
  await telling.act(contract.getUrgentRelief, { params }, { by, after: 1_200 });
  const body = {
    heldOn: telling.today(),
    participants: conference.seats.map((seat) => ({ ...seat })),
    conclusion: 'agreed' as const,
    agreedFen: amountFen,
    minutes: conference.minutes,
  };
  await telling.act(contract.recordCaseConference, { params, body }, { by, after: 0 });
}
