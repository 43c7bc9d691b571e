import { stored } from './bits.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** What of the members the charity projects ask for. */
export function charityTraitsLoop({ byte, code, among, scratch }: Setting): Loop {
  const charityIllness = byte('charityIllness');
  const hadSuddenAccident = byte('hadSuddenAccident');
  const schooling = byte('schooling');
  const { some, counts } = scratch.person;
  const { graveIllness, otherIllness, accident } = SOME;
  const isGrave = among('newLeukaemia', 'organTransplant');
  const isOther = among('other');
  const none = code('none');
  return ({ firstPerson, endPerson }) => {
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const isMember = -(counts[i] ?? 0);
      const illness = charityIllness[m] ?? 0;
      const isAccident = (hadSuddenAccident[m] ?? 0) & +(schooling[m] !== none);
      some[i] =
        (some[i] ?? 0) |
        (isMember &
          ((-(isGrave[illness] ?? 0) & graveIllness) |
            (-(isOther[illness] ?? 0) & otherIllness) |
            (-isAccident & accident)));
    }
  };
}

/** The two projects of the district's charity association. */
export function charityLoop({ byte, byteOut, code, places, scratch }: Setting): Loop {
  const hardshipStanding = byte('hardshipStanding');
  const hardshipCount = byte('hardshipCount');
  const outIllness = byteOut('seriousIllnessProjectEligible');
  const outHardship = byteOut('multipleHardshipProjectEligible');
  const { some, isLowIncome } = scratch.household;
  const { orphan, graveIllness, otherIllness, accident } = SOME;
  const [ordinary, special, lowByPolicy] = [code('ordinary'), code('special'), code('policyLowIncome')];
  const severals = places.map(({ figure }) => figure('charityProject.severalHardships'));
  return ({ place, from, to }) => {
    const several = severals[place] ?? 0;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const all = some[j] ?? 0;
      const standing = hardshipStanding[h] ?? 0;
      const isOrdinary = +(standing === ordinary);
      const isSpecial = +(standing === special);
      const isLow = (isLowIncome[j] ?? 0) | (3 * (+(standing === lowByPolicy) | +((all & orphan) !== 0)));
      const isPoor = isLow | (3 * (isOrdinary | isSpecial));
      const isSeveral = isOrdinary & +((hardshipCount[h] ?? 0) >= several);
      const byGrave = -+((all & graveIllness) !== 0) & isPoor;
      const byOther = -+((all & otherIllness) !== 0) & (isLow | (3 * isSpecial));
      outIllness[h] = stored(byGrave | byOther);
      outHardship[h] = stored((3 * isSeveral) | (-+((all & accident) !== 0) & isPoor));
    }
  };
}
