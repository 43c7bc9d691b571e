import { due, INT_UNKNOWN, not, stored } from './bits.ts';
import { ABLE, SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Whether the household leaves its members without support: property within the limits, nobody able to support. */
export function tekunHouseholdLoop({ byte, scratch }: Setting): Loop {
  const hasSupportersElsewhere = byte('hasSupportersElsewhere');
  const { some, property, leavesTekun } = scratch.household;
  const { listedSupporter } = SOME;
  const { member, candidate, supporter } = ABLE;
  return ({ from, to }) => {
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const all = some[j] ?? 0;
      const fits = property[j] ?? 0;
      const elsewhere = hasSupportersElsewhere[h] ?? 0;
      const inside = ((all >> member) & 3) | ((all >> candidate) & not(fits));
      const outside = -elsewhere & (all >> supporter) & 3;
      // Whoever says there are supporters elsewhere and lists none gets no answer yet.
      const isListed = (elsewhere ^ 1) | +((all & listedSupporter) !== 0);
      leavesTekun[j] = fits & (2 | isListed) & not(inside) & not(outside);
    }
  };
}

/** Who is tekun, and what they get with the care they need. */
export function tekunLoop({ byte, byteOut, intOut, places, code, scratch }: Setting): Loop {
  const recognisedTekun = byte('recognisedTekun');
  const supportForm = byte('supportForm');
  const canEat = byte('canEat');
  const canDress = byte('canDress');
  const canUseBed = byte('canUseBed');
  const canUseToilet = byte('canUseToilet');
  const canWalkIndoors = byte('canWalkIndoors');
  const canBathe = byte('canBathe');
  const outEligible = byteOut('tekunEligible');
  const outAmount = intOut('tekunAmount');
  const { householdOf, isTekunCandidate, isTekun } = scratch.person;
  const { leavesTekun } = scratch.household;
  const institution = code('institution');
  const figures = places.map(({ figure, open }) => {
    const [wholly, partly] = [figure('tekun.whollyLostFrom'), figure('tekun.partlyLostFrom')];
    const gradeOf = (lost: number) => {
      if (lost >= wholly) return 'Full';
      return lost >= partly ? 'Half' : 'Self';
    };
    const basic = open('tekun.basicStandard');
    // By the number of things somebody cannot do, at home and then in an institution.
    const amounts = ['Home', 'Institution'].flatMap((where) =>
      [0, 1, 2, 3, 4, 5, 6].map((lost) => basic + open(`tekun.care${where}${gradeOf(lost)}`)),
    );
    return Float64Array.from(amounts);
  });
  return ({ place, firstPerson, endPerson }) => {
    const amounts = figures[place];
    if (!amounts) return;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const eligible = -(isTekunCandidate[i] ?? 0) & (leavesTekun[householdOf[i] ?? 0] ?? 0);
      isTekun[i] = (3 * (recognisedTekun[m] ?? 0)) | eligible;
      outEligible[m] = stored(eligible);
      outAmount[m] = 0;
      if (eligible === 0) continue;
      const able =
        (canEat[m] ?? 0) +
        (canDress[m] ?? 0) +
        (canUseBed[m] ?? 0) +
        (canUseToilet[m] ?? 0) +
        (canWalkIndoors[m] ?? 0) +
        (canBathe[m] ?? 0);
      const amount = due(eligible, amounts[(supportForm[m] === institution ? 13 : 6) - able] ?? 0);
      outAmount[m] = Number.isNaN(amount) ? INT_UNKNOWN : amount;
    }
  };
}
