import { hasSupplements } from './dibao-shares.ts';
import type { Loop, Setting } from './setting.ts';

/** What is summed over the members of each household, in one go. */
export function householdSumsLoop({ byte, code, places, personOffsets, scratch }: Setting): Loop {
  const hasSupportersElsewhere = byte('hasSupportersElsewhere');
  const { householdOf, some, counts, netIncome, rigidCosts, dibaoShare, supplement, upkeepOwed } = scratch.person;
  const { netBeforeCare } = scratch.person;
  const out = scratch.household;
  const none = code('none');
  const figures = places.map((place) => ({
    isUpkeepReckoned: place.figure('upkeep.formula') !== none,
    hasSupplements: hasSupplements(place),
    deductsCare: place.figure('income.deductsCareCosts') === 1,
  }));
  return ({ place, from, to, firstPerson }) => {
    const of = figures[place];
    if (!of) return;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const end = (personOffsets[h + 1] ?? 0) - firstPerson;
      let size = 0;
      let income = 0;
      let costs = 0;
      let shares = 0;
      let all = 0;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) {
        const member = counts[i] ?? 0;
        householdOf[i] = j;
        size += member;
        income += member * (netIncome[i] ?? 0);
        costs += member * (rigidCosts[i] ?? 0);
        shares += dibaoShare[i] ?? 0;
        all |= some[i] ?? 0;
      }
      out.memberCount[j] = size;
      out.income[j] = Math.max(income, 0);
      out.rigidCosts[j] = costs;
      out.dibaoShares[j] = shares;
      out.some[j] = all;
    }
    if (!of.isUpkeepReckoned && !of.hasSupplements && !of.deductsCare) return;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const end = (personOffsets[h + 1] ?? 0) - firstPerson;
      let owed = 0;
      let supplements = 0;
      let before = 0;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) {
        owed += upkeepOwed[i] ?? 0;
        supplements += supplement[i] ?? 0;
        before += (counts[i] ?? 0) * (netBeforeCare[i] ?? 0);
      }
      const reckoned = of.isUpkeepReckoned && hasSupportersElsewhere[h] === 1 ? owed : 0;
      out.supplement[j] = supplements;
      out.income[j] = (out.income[j] ?? 0) + reckoned;
      out.incomeBeforeCare[j] = Math.max(before, 0) + reckoned;
    }
  };
}
