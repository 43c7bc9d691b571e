import { stored } from './bits.ts';
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

/** Employment aid for the jobless of low-income households, and where nobody works. */
export function employmentLoop({ byteOut, scratch }: Setting): Loop {
  const outEligible = byteOut('employmentEligible');
  const { householdOf, counts, isJobless, isDibaoRecipient } = scratch.person;
  const { some, isPoor } = scratch.household;
  const { jobless, working } = SOME;
  return ({ firstPerson, endPerson }) => {
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const isZero = +(((some[j] ?? 0) & (jobless | working)) === jobless);
      const isMemberInNeed = -(counts[i] ?? 0) & ((isPoor[j] ?? 0) | (3 * isZero));
      outEligible[m] = stored(-(isJobless[i] ?? 0) & ((isDibaoRecipient[i] ?? 0) | isMemberInNeed));
    }
  };
}
