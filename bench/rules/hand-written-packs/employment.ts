import { stored } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

/** Who could take work and has none, and who works. */
export function joblessLoop({ byte, int, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const canWork = byte('canWork');
  const schooling = byte('schooling');
  const isEmployed = byte('isEmployed');
  const { isJobless, isWorking } = scratch.person;
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
      isJobless[i] = can & (employed ^ 1);
      isWorking[i] = can & employed;
    }
  };
}

/** Employment aid for the jobless of low-income households, and where nobody works. */
export function employmentLoop({ byteOut, personOffsets, scratch }: Setting): Loop {
  const outEligible = byteOut('employmentEligible');
  const { counts, isJobless, isInLowIncome } = scratch.person;
  const { isZeroEmployment } = scratch.household;
  return ({ from, to, firstPerson }) => {
    for (let h = from; h < to; h += 1) {
      const isZero = 3 * (isZeroEmployment[h - from] ?? 0);
      const end = personOffsets[h + 1] ?? 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        const i = m - firstPerson;
        const isMeant = (isJobless[i] ?? 0) & (counts[i] ?? 0);
        outEligible[m] = stored(-isMeant & ((isInLowIncome[i] ?? 0) | isZero));
      }
    }
  };
}
