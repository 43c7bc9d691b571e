import { LARGEST_GROUP } from '@yimen/rules';

/** Households that are worked on at a time: what one topic leaves to another stays in the nearest cache. */
export const RUN_LENGTH = 256;

/** What one topic leaves to others, from the first of a run on. Flags are 0 and 1; what may not be known is in bits. */
export interface Scratch {
  readonly person: {
    readonly counts: Uint8Array;
    readonly isMinor: Uint8Array;
    readonly isSevere: Uint8Array;
    readonly isThirdOfMind: Uint8Array;
    readonly isClergyAway: Uint8Array;
    readonly isAdultDisabled: Uint8Array;
    readonly isJobless: Uint8Array;
    readonly isWorking: Uint8Array;
    readonly isProtected: Uint8Array;
    readonly isOrphan: Uint8Array;
    readonly isUnattended: Uint8Array;
    readonly ownIncome: Float64Array;
    readonly tekunIncome: Float64Array;
    readonly rigidCosts: Float64Array;
    readonly dibaoShare: Int32Array;
    readonly supplement: Int32Array;
    readonly upkeepOwed: Float64Array;
    /** Bits. */
    readonly sourceless: Uint8Array;
    readonly cannotSupport: Uint8Array;
    readonly isTekun: Uint8Array;
    readonly supportClass: Uint8Array;
    readonly isInLowIncome: Uint8Array;
    /** Of the household, for each member; bits. */
    readonly isDibao: Uint8Array;
    readonly isEdge: Uint8Array;
    readonly isLowIncome: Uint8Array;
    readonly edgeProperty: Uint8Array;
  };
  readonly household: {
    readonly memberCount: Uint8Array;
    readonly income: Float64Array;
    readonly rigidCosts: Float64Array;
    readonly dibaoShares: Int32Array;
    readonly supplement: Int32Array;
    readonly hasRecognisedTekun: Uint8Array;
    readonly isZeroEmployment: Uint8Array;
    readonly hasOrphan: Uint8Array;
    readonly hasShakingEvent: Uint8Array;
    /** Bits. */
    readonly property: Uint8Array;
    readonly edgeProperty: Uint8Array;
    readonly isBelowDisposable: Uint8Array;
    readonly isDibaoEligible: Uint8Array;
    readonly isDibao: Uint8Array;
    readonly isEdge: Uint8Array;
    readonly isRigid: Uint8Array;
    readonly hasTekun: Uint8Array;
    readonly isLowIncome: Uint8Array;
  };
}

export function createScratch(): Scratch {
  const people = RUN_LENGTH * LARGEST_GROUP;
  const bytes = () => new Uint8Array(people);
  const own = () => new Uint8Array(RUN_LENGTH);
  return {
    person: {
      counts: bytes(),
      isMinor: bytes(),
      isSevere: bytes(),
      isThirdOfMind: bytes(),
      isClergyAway: bytes(),
      isAdultDisabled: bytes(),
      isJobless: bytes(),
      isWorking: bytes(),
      isProtected: bytes(),
      isOrphan: bytes(),
      isUnattended: bytes(),
      ownIncome: new Float64Array(people),
      tekunIncome: new Float64Array(people),
      rigidCosts: new Float64Array(people),
      dibaoShare: new Int32Array(people),
      supplement: new Int32Array(people),
      upkeepOwed: new Float64Array(people),
      sourceless: bytes(),
      cannotSupport: bytes(),
      isTekun: bytes(),
      supportClass: bytes(),
      isInLowIncome: bytes(),
      isDibao: bytes(),
      isEdge: bytes(),
      isLowIncome: bytes(),
      edgeProperty: bytes(),
    },
    household: {
      memberCount: own(),
      income: new Float64Array(RUN_LENGTH),
      rigidCosts: new Float64Array(RUN_LENGTH),
      dibaoShares: new Int32Array(RUN_LENGTH),
      supplement: new Int32Array(RUN_LENGTH),
      hasRecognisedTekun: own(),
      isZeroEmployment: own(),
      hasOrphan: own(),
      hasShakingEvent: own(),
      property: own(),
      edgeProperty: own(),
      isBelowDisposable: own(),
      isDibaoEligible: own(),
      isDibao: own(),
      isEdge: own(),
      isRigid: own(),
      hasTekun: own(),
      isLowIncome: own(),
    },
  };
}
