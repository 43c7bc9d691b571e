import type { Words } from '@yimen/contracts';
import { findPolicyForRegion, findProgramme, type PolicySet } from '@yimen/rules';

export type ProgrammeNames = (regionCode: string, programme: string) => Words;

/** As the place calls them; one that is no more keeps its id. */
export function programmeNames(set: PolicySet, on: string): ProgrammeNames {
  return (regionCode, programme) => {
    const place = findPolicyForRegion(set, regionCode, on);
    return (place && findProgramme(place, programme)?.name) ?? { zh: programme, en: programme };
  };
}
