import { due, stored, whole } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

/** Services advised for low-income people and after what shook the family. */
export function servicesLoop({ byte, int, byteOut, intOut, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const livesAlone = byte('livesAlone');
  const hasSeriousIllness = byte('hasSeriousIllness');
  const needsDailyCare = byte('needsDailyCare');
  const hasCarer = byte('hasCarer');
  const isDistressed = byte('isDistressed');
  const isIsolated = byte('isIsolated');
  const outEligible = byteOut('serviceAidEligible');
  const outMost = intOut('serviceAidMost');
  const { householdOf, isMinor, isSevere, isLowIncome } = scratch.person;
  const { hasShakingEvent } = scratch.household;
  const figures = places.map(({ figure, open }) => ({
    elderly: lastBirthOf(figure('services.elderlyAge'), today),
    rates: ['Visits', 'Care', 'Psychology', 'Integration'].map((kind) => open(`services.mostFor${kind}`)),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { elderly, rates } = of;
    const [visits = 0, care = 0, psychology = 0, integration = 0] = rates;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const shaken = hasShakingEvent[j] ?? 0;
      const isWeak =
        +((birthDate[m] ?? 0) <= elderly) | (isMinor[i] ?? 0) | (isSevere[i] ?? 0) | (hasSeriousIllness[m] ?? 0);
      const isUncared = (needsDailyCare[m] ?? 0) & ((hasCarer[m] ?? 0) ^ 1);
      const isVisited = (livesAlone[m] ?? 0) & isWeak;
      const isUpset = (isDistressed[m] ?? 0) | shaken;
      const isAlone = isIsolated[m] ?? 0;
      const eligible = -(isVisited | isUncared | isUpset | isAlone) & ((isLowIncome[i] ?? 0) | (3 * shaken));
      outEligible[m] = stored(eligible);
      outMost[m] = 0;
      if (eligible === 0) continue;
      const most =
        (isVisited === 1 ? visits : 0) +
        (isUncared === 1 ? care : 0) +
        (isUpset === 1 ? psychology : 0) +
        (isAlone === 1 ? integration : 0);
      outMost[m] = whole(due(eligible, most));
    }
  };
}
