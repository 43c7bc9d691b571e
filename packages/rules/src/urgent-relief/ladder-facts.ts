import type { FactValues } from '../household-facts.ts';
import { type GrantedByLevel, grantedUpTo, type Ladder, roomAt } from './ladder.ts';

/** What the rules of a determination ask about the ladder, so that its caps stand in one place only. */
export function ladderFacts(ladder: Ladder, granted: GrantedByLevel): FactValues {
  const township = ladder.steps.find(({ level }) => level === 'township');
  const together = township?.cumulativeCapFen ?? null;
  return {
    villageRoom: roomAt(ladder, 'village', granted) ?? NO_LIMIT,
    townshipRoom: roomAt(ladder, 'township', granted) ?? NO_LIMIT,
    villageAndTownshipRoom:
      together === null ? NO_LIMIT : Math.max(0, together - grantedUpTo(ladder, 'township', granted)),
  };
}

/** The largest value of these facts: more than any grant may need. */
const NO_LIMIT = 1_000_000_000;
