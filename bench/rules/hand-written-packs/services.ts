import { stored } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

/** Services advised for low-income people and after what shook the family. */
export function servicesLoop({ byte, int, byteOut, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const livesAlone = byte('livesAlone');
  const hasSeriousIllness = byte('hasSeriousIllness');
  const needsDailyCare = byte('needsDailyCare');
  const hasCarer = byte('hasCarer');
  const isDistressed = byte('isDistressed');
  const isIsolated = byte('isIsolated');
  const outEligible = byteOut('serviceAidEligible');
  const { householdOf, isMinor, isSevere, isLowIncome } = scratch.person;
  const { hasShakingEvent } = scratch.household;
  const elderlies = places.map(({ figure }) => lastBirthOf(figure('services.elderlyAge'), today));
  return ({ place, firstPerson, endPerson }) => {
    const elderly = elderlies[place] ?? 0;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const shaken = hasShakingEvent[j] ?? 0;
      const isWeak =
        +((birthDate[m] ?? 0) <= elderly) | (isMinor[i] ?? 0) | (isSevere[i] ?? 0) | (hasSeriousIllness[m] ?? 0);
      const isUncared = (needsDailyCare[m] ?? 0) & ((hasCarer[m] ?? 0) ^ 1);
      const isNeeded = ((livesAlone[m] ?? 0) & isWeak) | isUncared | (isDistressed[m] ?? 0) | (isIsolated[m] ?? 0);
      outEligible[m] = stored(-(isNeeded | shaken) & ((isLowIncome[i] ?? 0) | (3 * shaken)));
    }
  };
}
