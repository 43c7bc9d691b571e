import { stored } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** Temporary assistance for a household whose unavoidable expenditure is beyond its means. */
export function expenditureAidLoop({ byte, int, byteOut, doubleOut, places, scratch }: Setting): Loop {
  const hukouHere = byte('hukouHere');
  const permitHere = byte('permitHere');
  const suddenExpenditure = byte('suddenExpenditure');
  const otherRigidCosts = int('otherRigidCosts');
  const temporaryAidThisYear = int('temporaryAidThisYear');
  const outEligible = byteOut('expenditureAidEligible');
  const outAmount = doubleOut('expenditureAidAmount');
  const { memberCount, income, incomeBeforeCare, rigidCosts, isDibao, isBelowDisposable, edgeProperty } =
    scratch.household;
  const figures = places.map(({ figure, open }) => ({
    yearly: figure('dibao.standard') * 12,
    most: figure('dibao.standard') * open('temporaryAid.mostMonths'),
    least: figure('dibao.standard') * figure('temporaryAid.leastMonths'),
    lookBack: figure('temporaryAid.lookBack'),
    cap: figure('temporaryAid.capsYear') === 1 ? open('temporaryAid.yearlyCap') : Number.POSITIVE_INFINITY,
    before: figure('income.deductsCareCosts') === 1 ? incomeBeforeCare : income,
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { yearly, most, least, lookBack, cap, before } = of;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const cost = (rigidCosts[j] ?? 0) + (otherRigidCosts[h] ?? 0);
      const isBeyond = +(cost > 0) & +((before[j] ?? 0) - cost < yearly * size) & (suddenExpenditure[h] ?? 0);
      const may = (isDibao[j] ?? 0) | ((isBelowDisposable[j] ?? 0) & (edgeProperty[j] ?? 0));
      const isOfHere = (hukouHere[h] ?? 0) | (permitHere[h] ?? 0);
      outEligible[h] = stored(-(isBeyond & isOfHere) & may);
      const room = Math.max(0, cap - (temporaryAidThisYear[h] ?? 0));
      const need = cost === 0 ? 0 : Math.max(cost * lookBack, least);
      outAmount[h] = Math.min(need, most * size, room);
    }
  };
}
