import { DAYS_PER_MONTH_KEY } from '@yimen/rules';
import { due, stored, whole } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Who could take work and has none, and who works. */
export function joblessLoop({ byte, int, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const canWork = byte('canWork');
  const schooling = byte('schooling');
  const isEmployed = byte('isEmployed');
  const { some, counts, isJobless } = scratch.person;
  const { jobless, working } = SOME;
  const isAble = among('full', 'partial');
  const isFree = among('none', 'partTime');
  const figures = places.map(({ figure }) => ({
    oldEnough: lastBirthOf(figure('employment.ageFrom'), today),
    tooOld: lastBirthOf(figure('employment.ageBelow'), today),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { oldEnough, tooOld } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const isOfAge = +(born <= oldEnough) & +(born > tooOld);
      const can = isOfAge & (isAble[canWork[m] ?? 0] ?? 0) & (isFree[schooling[m] ?? 0] ?? 0);
      const employed = isEmployed[m] ?? 0;
      const isMember = -(can & (counts[i] ?? 0));
      isJobless[i] = can & (employed ^ 1);
      some[i] = (some[i] ?? 0) | (isMember & (employed === 1 ? working : jobless));
    }
  };
}

/** Employment aid for the jobless of low-income households, and where nobody works; and for people hard to employ. */
export function employmentLoop({ byte, int, byteOut, intOut, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const isRegistered = byte('isRegisteredUnemployed');
  const unemployedSince = int('unemployedSince');
  const outEligible = byteOut('employmentEligible');
  const outHard = byteOut('isHardToEmploy');
  const outSubsidy = intOut('postSubsidyAmount');
  const { householdOf, counts, isJobless, isDibaoRecipient } = scratch.person;
  const { some, isPoor } = scratch.household;
  const { jobless, working } = SOME;
  const figures = places.map(({ open }) => {
    const olderAge = open('employment.olderAge');
    const since = (id: string) => today - open(id) * DAYS_PER_MONTH_KEY;
    return {
      older: Number.isNaN(olderAge) ? Number.NaN : lastBirthOf(olderAge, today),
      sinceZero: since('employment.zeroFamilyMonths'),
      sinceOlder: since('employment.olderMonths'),
      sinceLong: since('employment.longTermMonths'),
      subsidy: open('employment.postSubsidy'),
    };
  });
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { older, sinceZero, sinceOlder, sinceLong, subsidy } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const isZero = 3 * +(((some[j] ?? 0) & (jobless | working)) === jobless);
      const dibao = isDibaoRecipient[i] ?? 0;
      const isMemberInNeed = -(counts[i] ?? 0) & ((isPoor[j] ?? 0) | isZero);
      const isFree = isJobless[i] ?? 0;
      outEligible[m] = stored(-isFree & (dibao | isMemberInNeed));
      outHard[m] = 0;
      outSubsidy[m] = 0;
      if ((isFree & (isRegistered[m] ?? 0)) === 0) continue;
      const since = unemployedSince[m] ?? 0;
      const isWeak = notAfter(birthDate[m] ?? 0, older) | dibao;
      const hard =
        (-(counts[i] ?? 0) & isZero & notAfter(since, sinceZero)) |
        (isWeak & notAfter(since, sinceOlder)) |
        notAfter(since, sinceLong);
      outHard[m] = stored(hard);
      outSubsidy[m] = whole(due(hard, subsidy));
    }
  };
}

/** In two bits: not known where the place has set no day. */
function notAfter(day: number, last: number): number {
  return Number.isNaN(last) ? 2 : 3 * +(day <= last);
}
