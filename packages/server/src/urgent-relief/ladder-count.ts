import {
  countedSince,
  type GrantedByLevel,
  type Ladder,
  type LadderCounting,
  type LadderStep,
  type PolicyOn,
  readLadderCounting,
  windowKey,
} from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { type CapWindow, findCapGranted, openCapCounter } from './cap-counter-store.ts';
import { ensureEpisode, getEpisodeLevels, type Incident, listEpisodeLevels } from './episode-store.ts';

/** Whose caps they may be: the household's, or those of the person who receives the aid. */
export type CountHolders = { readonly householdId: string; readonly personId: string };

/** Where a grant counts: the incident it belongs to, the counter of its caps if that is another, and what was granted there. */
export type LadderCount = {
  readonly episodeId: string;
  readonly counterId: string | null;
  readonly granted: GrantedByLevel;
};

export function getLadderCounting(policy: PolicyOn): LadderCounting {
  const counting = readLadderCounting(policy);
  if (!counting.known) throw refused('POLICY_UNKNOWN', { parameter: counting.id });
  return counting;
}

/** The counters of the incident carry the caps of most places; a place that counts otherwise has counters beside them. */
export function isCountedInIncident({ per, over }: LadderCounting): boolean {
  return per === 'household' && over === 'incident';
}

export function isCountedByPerson(policy: PolicyOn): boolean {
  const counting = readLadderCounting(policy);
  return counting.known && counting.per === 'person';
}

/** Opens what is missing; `knownEpisodeId` is the incident of the earlier aid that this one follows up. */
export async function openLadderCount(
  tx: Tx,
  place: { readonly policy: PolicyOn; readonly ladder: Ladder; readonly incident: Incident },
  knownEpisodeId: string | undefined,
  holders: CountHolders,
  now: Date,
): Promise<LadderCount> {
  const counting = getLadderCounting(place.policy);
  const here = isCountedInIncident(counting);
  const steps = here ? place.ladder.steps : place.ladder.steps.map(withoutCaps);
  const episodeId = knownEpisodeId ?? (await ensureEpisode(tx, place.incident, steps, now));
  const levels = await getEpisodeLevels(tx, episodeId);
  if (here) return { episodeId, counterId: null, granted: grantedByLevel(levels) };
  return { episodeId, ...(await openCapCounter(tx, windowOf(place.policy, counting, episodeId, holders), now)) };
}

/** What stands against the caps now, without opening anything. */
export async function findGranted(
  tx: Tx,
  policy: PolicyOn,
  episodeId: string | undefined,
  { householdId, personId }: Pick<CountHolders, 'householdId'> & { readonly personId: string | undefined },
): Promise<GrantedByLevel> {
  const counting = readLadderCounting(policy);
  // Caps of a person in a household that everybody has left are nobody's.
  if (!counting.known || (counting.per === 'person' && personId === undefined)) return {};
  if (!isCountedInIncident(counting) && (episodeId || counting.over !== 'incident'))
    return findCapGranted(tx, windowOf(policy, counting, episodeId ?? '', { householdId, personId: personId ?? '' }));
  return episodeId ? grantedByLevel(await listEpisodeLevels(tx, episodeId)) : {};
}

function windowOf(
  { on }: PolicyOn,
  { per, over }: LadderCounting,
  episodeId: string,
  holders: CountHolders,
): CapWindow {
  return {
    per,
    holderId: per === 'household' ? holders.householdId : holders.personId,
    over,
    key: windowKey(over, episodeId, on),
    since: countedSince(over, on),
  };
}

function withoutCaps(step: LadderStep): LadderStep {
  return { ...step, capFen: null, cumulativeCapFen: null };
}

function grantedByLevel(rows: readonly { readonly level: string; readonly granted_fen: number }[]): GrantedByLevel {
  return Object.fromEntries(rows.map((row) => [row.level, row.granted_fen]));
}
