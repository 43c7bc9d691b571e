import { stored } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** Legal aid: means are not looked at again for low-income people and on some grounds. */
export function legalAidLoop({ byte, byteOut, places, scratch }: Setting): Loop {
  const hasLegalAidMatter = byte('hasLegalAidMatter');
  const legalAidGround = byte('legalAidGround');
  const outEligible = byteOut('legalAidEligible');
  const { householdOf, counts, isLowIncome } = scratch.person;
  const { memberCount, income } = scratch.household;
  const figures = places.map(({ figure, open, listed }) => ({
    exempts: listed('legalAid.exemptGrounds'),
    line: figure('dibao.standard') * open('legalAid.incomeOfDibao'),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { exempts, line } = of;
    const isOpen = 2 * +Number.isNaN(line);
    for (let m = firstPerson; m < endPerson; m += 1) {
      outEligible[m] = 0;
      if (hasLegalAidMatter[m] !== 1) continue;
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const isWithin =
        -(counts[i] ?? 0) & (isOpen | (3 * +((income[j] ?? 0) * 10_000 <= line * 12 * (memberCount[j] ?? 0))));
      outEligible[m] = stored(isWithin | (isLowIncome[i] ?? 0) | (3 * (exempts[legalAidGround[m] ?? 0] ?? 0)));
    }
  };
}
