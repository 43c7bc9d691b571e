import type { Change, ProgrammeResult, Words } from '@yimen/contracts';
import type { DeterminationRecord, Determined, HouseholdFacts, PolicyOn } from '@yimen/rules';
import { findCase } from '../casework/index.ts';
import { loadKnownFacts } from '../facts/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { showDetermination } from '../screening/index.ts';
import type { Services } from '../services.ts';
import { changedFacts, type WithMembers } from './changed-facts.ts';
import { changedPolicy } from './changed-policy.ts';
import type { UrgencyAnswers } from './classify-case-urgency.ts';
import { determineHousehold } from './determine-household.ts';
import { determinedOfRecord, getAssessment } from './open-assessment.ts';
import { sayingOf } from './show-assessment.ts';
import type { StandingOutcomes } from './store.ts';

/** Why a programme comes out as it does; undefined where it was not determined. */
export type FindSentences = (programme: string, personId: string | null) => ProgrammeResult['sentences'] | undefined;

export type ComparedWithPolicy = {
  readonly before: FindSentences;
  readonly after: FindSentences;
  readonly facts: readonly Change[];
  readonly policy: readonly Words[];
};

/** What stands for a household, beside what another policy makes of all that is known of it now. */
export async function compareWithPolicy(
  services: Pick<Services, 'vault' | 'policy' | 'rulebook'>,
  tx: Tx,
  { caseId, assessmentId }: Pick<StandingOutcomes, 'caseId' | 'assessmentId'>,
  policyFor: (regionCode: string) => PolicyOn,
): Promise<ComparedWithPolicy> {
  const found = await findCase(tx, caseId);
  if (!found) throw refused('NOT_FOUND');
  const { stored, kept } = await getAssessment(services, tx, assessmentId);
  // Answers of the contract's own shape, written by intake or an assessment.
  const known = await loadKnownFacts(services.vault, tx, found, found.urgency_answers as UrgencyAnswers);
  const policy = policyFor(found.region_code);
  const { determined } = determineHousehold(services.rulebook, policy, known);
  const now = { stored: { members: [...known.members] }, determined };
  const after = sentencesOf(now, showDetermination(determined, sayingOf(now.stored)));
  if (!kept) return { before: () => undefined, after, facts: [], policy: [] };
  const was = { stored, determined: await determinedOfRecord(services, tx, kept) };
  const { outcomes, explanations } = kept.record;
  const shown = showDetermination({ ...was.determined, outcomes }, { explanations, ...sayingOf(stored) });
  return {
    before: sentencesOf(was, shown),
    after,
    facts: changedFacts(withoutLadder(was, kept.record, determined.facts), now),
    policy: changedPolicy(was.determined, determined),
  };
}

/** What the ladder left at the time is read from the case whenever it is assessed: that it is not read here is no change. */
function withoutLadder(was: WithMembers, { origins }: DeterminationRecord, now: HouseholdFacts): WithMembers {
  const ofRegister = new Set(
    origins.filter(({ on, provenance }) => on === 'event' && provenance === 'register').map(({ id }) => id),
  );
  const events = was.determined.facts.events?.map((event, index) =>
    Object.fromEntries(
      Object.entries(event).filter(([id]) => !ofRegister.has(id) || now.events?.[index]?.[id] !== undefined),
    ),
  );
  const determined: Determined = { ...was.determined, facts: { ...was.determined.facts, ...(events && { events }) } };
  return { ...was, determined };
}

function sentencesOf(
  { stored: { members } }: WithMembers,
  { programmes }: { readonly programmes: readonly ProgrammeResult[] },
): FindSentences {
  return (programme, personId) =>
    programmes.find(
      ({ id, on, index }) =>
        id === programme && (on === 'person' ? (members[index]?.personId ?? null) : null) === personId,
    )?.sentences;
}
