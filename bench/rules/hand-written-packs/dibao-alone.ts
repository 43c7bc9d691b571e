import { due, not, stored } from './bits.ts';
import { gapOfMonth, payoutOf } from './dibao-payout.ts';
import { hasSupplements } from './dibao-shares.ts';
import type { Loop, Setting } from './setting.ts';

/** Who may have dibao alone; and with that, who has dibao at all and who belongs to the low-income population. */
export function dibaoAloneLoop({ byte, code, byteOut, doubleOut, places, scratch }: Setting): Loop {
  const hasSeriousIllness = byte('hasSeriousIllness');
  const recognisedTekun = byte('recognisedTekun');
  const recognisedDibaoAlone = byte('recognisedDibaoAlone');
  const clergyPropertyWithinLimits = byte('clergyPropertyWithinLimits');
  const dibaoAloneBand = byte('dibaoAloneBand');
  const outEligible = byteOut('dibaoAloneEligible');
  const outAmount = doubleOut('dibaoAloneAmount');
  const { householdOf, counts, isSevere, isThirdOfMind, isClergyAway, isSupportedDisabled, netIncome } = scratch.person;
  const {
    refusalShare,
    supplementShare,
    isOtherAlone,
    isTekun,
    isDibaoRecipient,
    isLowIncome: isLowIncomePerson,
  } = scratch.person;
  const { isGranted, isDibao, isEdge, edgeEligible, edgeProperty, isLowIncome } = scratch.household;
  const firstBand = code('a');
  const figures = places.map((place) => ({
    standard: place.figure('dibao.standard'),
    payout: payoutOf(place, code),
    isSupplemented: hasSupplements(place),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, payout, isSupplemented } = of;
    const { bands, least } = payout;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const isIll = (isSevere[i] ?? 0) | (isThirdOfMind[i] ?? 0) | (hasSeriousIllness[m] ?? 0);
      const inEdge = -((counts[i] ?? 0) & isIll) & ((isEdge[j] ?? 0) | (edgeEligible[j] ?? 0));
      const may = inEdge | (3 * ((isSupportedDisabled[i] ?? 0) | (isOtherAlone[i] ?? 0)));
      const gap = 12 * standard - Math.max(netIncome[i] ?? 0, 0);
      const isPoor = +(gap > 0) & ((recognisedTekun[m] ?? 0) ^ 1);
      const isApart = isClergyAway[i] ?? 0;
      const isMember = -(counts[i] ?? 0);
      const byFamily = may & (edgeProperty[j] ?? 0) & not(isMember & (isGranted[j] ?? 0));
      const byOneself = 3 * (clergyPropertyWithinLimits[m] ?? 0);
      const eligible = -isPoor & (isApart === 1 ? byOneself : byFamily);
      const alone = (3 * (recognisedDibaoAlone[m] ?? 0)) | eligible;
      isDibaoRecipient[i] = (isMember & (isDibao[j] ?? 0)) | alone;
      isLowIncomePerson[i] = (isMember & (isLowIncome[j] ?? 0)) | (isTekun[i] ?? 0) | alone;
      outEligible[m] = stored(eligible);
      outAmount[m] = 0;
      if (eligible === 0) continue;
      const share = refusalShare[i] ?? 0;
      if (share === 0) continue;
      const basic = bands
        ? Math.floor(((bands[(dibaoAloneBand[m] ?? 0) - firstBand] ?? 0) * share) / 10_000)
        : gapOfMonth(payout, gap * share, 10_000);
      const more = isSupplemented ? Math.floor((standard * (supplementShare[i] ?? 0) * share) / 1e8) : 0;
      outAmount[m] = due(eligible, Math.max(basic, least) + more);
    }
  };
}
