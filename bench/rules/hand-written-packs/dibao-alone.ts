import { due, not, stored, whole } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** Who may have dibao alone; and with that, who has dibao at all and who belongs to the low-income population. */
export function dibaoAloneLoop({ byte, byteOut, intOut, places, scratch }: Setting): Loop {
  const hasSeriousIllness = byte('hasSeriousIllness');
  const recognisedTekun = byte('recognisedTekun');
  const recognisedDibaoAlone = byte('recognisedDibaoAlone');
  const clergyPropertyWithinLimits = byte('clergyPropertyWithinLimits');
  const outEligible = byteOut('dibaoAloneEligible');
  const outAmount = intOut('dibaoAloneAmount');
  const { householdOf, counts, isSevere, isThirdOfMind, isClergyAway, isSupportedDisabled, ownIncome } = scratch.person;
  const { isOtherAlone, isTekun, isDibaoRecipient, isLowIncome: isLowIncomePerson } = scratch.person;
  const { isDibao, isEdge, edgeProperty, isLowIncome } = scratch.household;
  const yearlies = places.map(({ figure }) => figure('dibao.standard') * 12);
  return ({ place, firstPerson, endPerson }) => {
    const yearly = yearlies[place] ?? 0;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const isIll = (isSevere[i] ?? 0) | (isThirdOfMind[i] ?? 0) | (hasSeriousIllness[m] ?? 0);
      const inEdge = -((counts[i] ?? 0) & isIll) & (isEdge[j] ?? 0);
      const may = inEdge | (3 * ((isSupportedDisabled[i] ?? 0) | (isOtherAlone[i] ?? 0)));
      const gap = yearly - (ownIncome[i] ?? 0);
      const isPoor = +(gap > 0) & ((recognisedTekun[m] ?? 0) ^ 1);
      const isApart = isClergyAway[i] ?? 0;
      const byFamily = may & (edgeProperty[j] ?? 0) & not(isDibao[j] ?? 0);
      const byOneself = 3 * (clergyPropertyWithinLimits[m] ?? 0);
      const eligible = -isPoor & (isApart === 1 ? byOneself : byFamily);
      const isMember = -(counts[i] ?? 0);
      const alone = (3 * (recognisedDibaoAlone[m] ?? 0)) | eligible;
      isDibaoRecipient[i] = (isMember & (isDibao[j] ?? 0)) | alone;
      isLowIncomePerson[i] = (isMember & (isLowIncome[j] ?? 0)) | (isTekun[i] ?? 0) | alone;
      outEligible[m] = stored(eligible);
      outAmount[m] = 0;
      if (eligible === 0) continue;
      outAmount[m] = whole(due(eligible, Math.floor((2 * gap + 12) / 24)));
    }
  };
}
