import { stored } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** The two projects of the district's charity association. */
export function charityLoop({ byte, byteOut, code, among, places, personOffsets, scratch }: Setting): Loop {
  const hardshipStanding = byte('hardshipStanding');
  const hardshipCount = byte('hardshipCount');
  const charityIllness = byte('charityIllness');
  const hadSuddenAccident = byte('hadSuddenAccident');
  const schooling = byte('schooling');
  const outIllness = byteOut('seriousIllnessProjectEligible');
  const outHardship = byteOut('multipleHardshipProjectEligible');
  const { isLowIncome, hasOrphan } = scratch.household;
  const isGrave = among('newLeukaemia', 'organTransplant');
  const [none, other] = [code('none'), code('other')];
  const [ordinary, special, lowByPolicy] = [code('ordinary'), code('special'), code('policyLowIncome')];
  const severals = places.map(({ figure }) => figure('charityProject.severalHardships'));
  return ({ place, from, to }) => {
    const several = severals[place] ?? 0;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const end = personOffsets[h + 1] ?? 0;
      let hasGrave = 0;
      let hasOther = 0;
      let hadAccident = 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        const illness = charityIllness[m] ?? 0;
        hasGrave |= isGrave[illness] ?? 0;
        hasOther |= +(illness === other);
        hadAccident |= (hadSuddenAccident[m] ?? 0) & +(schooling[m] !== none);
      }
      const standing = hardshipStanding[h] ?? 0;
      const isOrdinary = +(standing === ordinary);
      const isSpecial = +(standing === special);
      const isLow = (isLowIncome[j] ?? 0) | (3 * (+(standing === lowByPolicy) | (hasOrphan[j] ?? 0)));
      const isPoor = isLow | (3 * (isOrdinary | isSpecial));
      const isSeveral = isOrdinary & +((hardshipCount[h] ?? 0) >= several);
      outIllness[h] = stored((-hasGrave & isPoor) | (-hasOther & (isLow | (3 * isSpecial))));
      outHardship[h] = stored((3 * isSeveral) | (-hadAccident & isPoor));
    }
  };
}
