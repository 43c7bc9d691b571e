import type { Loop, Setting } from './setting.ts';

/** What supporters outside the household are reckoned to pay; most places reckon nothing. */
export function upkeepLoop({ int, byte, code, places, scratch }: Setting): Loop {
  const isSupporter = byte('isSupporter');
  const paysByAgreement = byte('paysByAgreement');
  const supporterFamilyIncome = int('supporterFamilyIncome');
  const supporterFamilySize = byte('supporterFamilySize');
  const supporterOwnIncome = int('supporterOwnIncome');
  const supportedCount = byte('supportedCount');
  const supportedHere = byte('supportedHere');
  const { counts, upkeepOwed } = scratch.person;
  const [bySurplus, byIncome] = [code('surplus'), code('income')];
  const figures = places.map(({ figure }) => {
    const formula = figure('upkeep.formula');
    const [isBySurplus, isByIncome] = [formula === bySurplus, formula === byIncome];
    // A place that reckons by a formula has its figures.
    return {
      isReckoned: isBySurplus || isByIncome,
      isBySurplus,
      keptEach: isBySurplus ? figure('dibao.standard') * figure('upkeep.surplusMultiple') * 12 : 0,
      surplusShare: isBySurplus ? figure('upkeep.surplusShare') : 0,
      incomeShare: isByIncome ? figure('upkeep.incomeShare') : 0,
      incomeShareCap: isByIncome ? figure('upkeep.incomeShareCap') : 0,
    };
  });
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of?.isReckoned) return;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      upkeepOwed[i] = 0;
      if (isSupporter[m] !== 1 || counts[i] === 1 || paysByAgreement[m] === 1) continue;
      const among = supportedCount[m] ?? 1;
      const own = supporterOwnIncome[m] ?? 0;
      const kept = Math.floor((of.keptEach * (supporterFamilySize[m] ?? 1)) / 10_000);
      const surplus = Math.max((supporterFamilyIncome[m] ?? 0) - kept, 0) * of.surplusShare;
      const share = Math.min(own * of.incomeShare * among, own * of.incomeShareCap);
      const each = Math.floor((of.isBySurplus ? surplus : share) / (10_000 * among));
      upkeepOwed[i] = each * (supportedHere[m] ?? 0);
    }
  };
}
