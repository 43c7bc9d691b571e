import type { DemoGrant } from '../cases/plan-grants.ts';
import { hasReached, type Stage } from '../scenarios/scenario.ts';
import { tellDecision } from './tell-decision.ts';
import { tellHandUp } from './tell-hand-up.ts';
import { tellPayment } from './tell-payment.ts';
import { tellProposal } from './tell-proposal.ts';
import type { CaseTelling } from './telling.ts';

/** The grants a stage includes, each proposed, approved and paid as far as the stage goes. */
export async function tellGrants(telling: CaseTelling): Promise<void> {
  const { story } = telling;
  for (const grant of story.grants) {
    const part = partOf(story.stage, grant);
    if (part === 'none') break;
    if (grant.level === 'county') await tellHandUp(telling);
    const grantId = await tellProposal(telling, grant);
    if (grantId === undefined || part === 'proposed') return;
    await tellDecision(telling, grant, grantId);
    if (part === 'approved') return;
    await tellPayment(telling, grant, grantId);
  }
  if (story.stage === 'handed-up') await tellHandUp(telling);
}

type Part = 'none' | 'proposed' | 'approved' | 'paid';

const VILLAGE_PARTS: Partial<Record<Stage, Part>> = {
  intake: 'none',
  assessed: 'none',
  proposed: 'proposed',
  'approved-village': 'approved',
};
const COUNTY_PARTS: Partial<Record<Stage, Part>> = {
  'awaiting-conference': 'proposed',
  'district-approved': 'approved',
};

function partOf(stage: Stage, { level }: DemoGrant): Part {
  switch (level) {
    case 'village':
      return VILLAGE_PARTS[stage] ?? 'paid';
    case 'township':
      return hasReached(stage, 'paid-township') ? 'paid' : 'none';
    case 'county':
      return COUNTY_PARTS[stage] ?? (hasReached(stage, 'batch-sent') ? 'paid' : 'none');
  }
}
