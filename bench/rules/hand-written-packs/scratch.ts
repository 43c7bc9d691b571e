import { LARGEST_GROUP } from '@yimen/rules';

/** Households that are worked on at a time: what one topic leaves to another stays in the nearest cache. */
export const RUN_LENGTH = 256;

/** What somebody in a household may be, as bits that are put together over its members. */
export const SOME = {
  recognisedTekun: 1,
  jobless: 2,
  working: 4,
  orphan: 8,
  graveIllness: 16,
  otherIllness: 32,
  accident: 64,
  /** Can neither work nor earn enough: tekun where property and supporters allow it. */
  tekunCandidate: 128,
  listedSupporter: 256,
  /** Counts, and is not recognised as tekun. */
  forDibao: 32_768,
  /** Of those recognised and of candidates: who is not in an institution. */
  recognisedAtHome: 65_536,
  candidateAtHome: 131_072,
} as const;

/** Where the two bits of "able to support others" begin: of members, of members who are candidates, of supporters. */
export const ABLE = { member: 9, candidate: 11, supporter: 13 } as const;

/** What one topic leaves to others, from the first of a run on. Flags are 0 and 1, or three values in two bits. */
export type Scratch = ReturnType<typeof createScratch>;

export function createScratch() {
  const people = RUN_LENGTH * LARGEST_GROUP;
  const ofPeople = () => new Uint8Array(people);
  const ofHouseholds = () => new Uint8Array(RUN_LENGTH);
  return {
    person: {
      /** Which of the run the person lives in. */
      householdOf: ofPeople(),
      some: new Int32Array(people),
      counts: ofPeople(),
      isMinor: ofPeople(),
      isSevere: ofPeople(),
      isThirdOfMind: ofPeople(),
      isClergyAway: ofPeople(),
      isAdultDisabled: ofPeople(),
      isSupportedDisabled: ofPeople(),
      isOtherAlone: ofPeople(),
      isJobless: ofPeople(),
      isProtected: ofPeople(),
      isOrphan: ofPeople(),
      isUnattended: ofPeople(),
      isTekunCandidate: ofPeople(),
      /** Two bits. */
      isTekun: ofPeople(),
      isLowIncome: ofPeople(),
      isDibaoRecipient: ofPeople(),
      /** Below zero for whoever has more to deduct than income. */
      netIncome: new Float64Array(people),
      /** Left only where costs of disability and illness are deducted; so is the one of the household. */
      netBeforeCare: new Float64Array(people),
      tekunIncome: new Float64Array(people),
      rigidCosts: new Float64Array(people),
      /** What refusing jobs leaves of a share, for whatever the person has dibao. */
      refusalShare: new Int32Array(people),
      dibaoShare: new Int32Array(people),
      /** Of a whole share; left where the place gives any. */
      supplementShare: new Int32Array(people),
      supplement: new Int32Array(people),
      upkeepOwed: new Float64Array(people),
    },
    household: {
      some: new Int32Array(RUN_LENGTH),
      memberCount: ofHouseholds(),
      income: new Float64Array(RUN_LENGTH),
      incomeBeforeCare: new Float64Array(RUN_LENGTH),
      rigidCosts: new Float64Array(RUN_LENGTH),
      dibaoShares: new Int32Array(RUN_LENGTH),
      supplement: new Int32Array(RUN_LENGTH),
      hasShakingEvent: ofHouseholds(),
      /** Two bits each from here on, but for the class. */
      property: ofHouseholds(),
      edgeProperty: ofHouseholds(),
      isBelowDisposable: ofHouseholds(),
      isGranted: ofHouseholds(),
      isDibao: ofHouseholds(),
      /** By what the household meets today; isEdge is what it counts as. */
      edgeEligible: ofHouseholds(),
      isEdge: ofHouseholds(),
      isRigid: ofHouseholds(),
      /** Property fits and nobody can support: who is a candidate is tekun. */
      leavesTekun: ofHouseholds(),
      hasTekun: ofHouseholds(),
      hasTekunAtHome: ofHouseholds(),
      isPoor: ofHouseholds(),
      isLowIncome: ofHouseholds(),
      supportClass: ofHouseholds(),
    },
  };
}
