import { countedSince, requiredApprovals } from '@yimen/rules';
import { policyFor } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { takeFromCapCounter } from './cap-counter-store.ts';
import { type ConferenceHeldRow, takeFromConference } from './conference-store.ts';
import { takeFromCaps } from './episode-store.ts';
import type { GrantRow } from './grant-store.ts';
import { getLadderCounting, isCountedInIncident } from './ladder-count.ts';
import { getLadder } from './ladder-view.ts';
import { levelOf } from './level-permission.ts';

/** The caps as the place counts them, and what the conference agreed. @returns granted at the level, this grant included. */
export async function takeRoom(
  services: Services,
  tx: Tx,
  grant: GrantRow,
  conference: Pick<ConferenceHeldRow, 'id'> | undefined,
  now: Date,
): Promise<number> {
  const policy = policyFor(services, grant.region_code, now);
  // The place counts otherwise since this was proposed: the other counters know nothing of it.
  if ((grant.cap_counter_id === null) !== isCountedInIncident(getLadderCounting(policy)))
    throw refused('STATE_CONFLICT', { proposeAgain: true });
  const [inIncident, inCounter] = await inOneFlight(
    () => takeFromCaps(tx, grant.episode_id, grant.level, grant.amount_fen),
    async () => {
      if (!grant.cap_counter_id) return undefined;
      return takeFromCapCounter(tx, {
        counterId: grant.cap_counter_id,
        grantId: grant.id,
        level: grant.level,
        amountFen: grant.amount_fen,
        since: countedSince(getLadderCounting(policy).over, policy.on),
        steps: getLadder(policy).steps,
      });
    },
    async () => (conference ? takeFromConference(tx, conference.id, grant.amount_fen) : undefined),
  );
  return inCounter ?? inIncident;
}

/** Two grants proposed side by side, each below the figure of the case conference, are together above it. */
export function requireNotSplit(services: Services, grant: GrantRow, granted: number): void {
  if (grant.conference_needed) return;
  const policy = policyFor(services, grant.region_code, grant.proposed_at);
  const whole = { level: levelOf(grant.level), amountFen: grant.amount_fen, grantedFen: granted - grant.amount_fen };
  const approvals = requiredApprovals(whole, policy);
  if (approvals.allowed && approvals.figures.caseConference)
    throw refused('CASE_CONFERENCE_NEEDED', { amountFen: grant.amount_fen, grantedFen: whole.grantedFen });
}
