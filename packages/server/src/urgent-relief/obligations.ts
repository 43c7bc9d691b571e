import {
  type FactValues,
  type GrantedByLevel,
  ladderFacts,
  type PolicyOn,
  readLadder,
  readLadderCounting,
} from '@yimen/rules';
import type { AskLadder } from '../assessment/index.ts';
import type { AskObligations } from '../casework/index.ts';
import { findCase } from '../casework/index.ts';
import { findEpisode } from './episode-store.ts';
import { findGranted, isCountedByPerson } from './ladder-count.ts';
import { showLadder } from './ladder-view.ts';
import { countOpen, findHeadPersonId } from './queries.ts';

/** What urgent relief still owes to a case: grants undecided, money unpaid, papers owed, overrides unchecked. */
export const urgentReliefObligations: AskObligations = async (tx, caseId) => {
  const counts = await countOpen(tx, caseId);
  const open = [
    { count: counts.grants, words: { zh: '有救助尚未办完', en: 'A grant is not finished' } },
    { count: counts.payments, words: { zh: '有款项尚未发放', en: 'A payment is not made' } },
    { count: counts.papers, words: { zh: '有手续尚未补齐或追回未完', en: 'Papers are owed or a recovery runs' } },
    { count: counts.checks, words: { zh: '有越级救助尚未核查', en: 'An emergency override is not checked' } },
  ];
  return {
    open: open.filter((one) => one.count > 0).map((one) => one.words),
    aided: counts.aided > 0,
    referred: false,
  };
};

/**
 * The ladder of the case's incident as the assessment shows it, and the room left under it; where caps are a person's,
 * those of the head of household.
 */
export const askLadder: AskLadder = async ({ tx }, caseId, policy) => {
  const found = await findCase(tx, caseId);
  if (!found) return { view: showLadder(policy, {}), facts: {} };
  const householdId = found.household_id;
  const episodeId = await findEpisode(tx, {
    householdId,
    eventKind: found.event_kind,
    occurredOn: found.occurred_on,
  });
  const personId = isCountedByPerson(policy) ? await findHeadPersonId(tx, householdId) : undefined;
  const granted = await findGranted(tx, policy, episodeId, { householdId, personId });
  return { view: showLadder(policy, granted), facts: roomUnder(policy, granted, personId) };
};

/** Nothing where nobody can say what counts against the caps. */
function roomUnder(policy: PolicyOn, granted: GrantedByLevel, personId: string | undefined): FactValues {
  const ladder = readLadder(policy);
  const counting = readLadderCounting(policy);
  if (!ladder.known || !counting.known || (counting.per === 'person' && personId === undefined)) return {};
  return ladderFacts(ladder, granted);
}
