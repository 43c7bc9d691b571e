import type { Loop, Setting } from './setting.ts';

/** What is summed over the members of each household, in one go. */
export function householdSumsLoop({ byte, code, places, personOffsets, scratch }: Setting): Loop {
  const recognisedTekun = byte('recognisedTekun');
  const hasSupportersElsewhere = byte('hasSupportersElsewhere');
  const { counts, ownIncome, rigidCosts, dibaoShare, supplement, upkeepOwed } = scratch.person;
  const { isJobless, isWorking, isOrphan } = scratch.person;
  const out = scratch.household;
  const none = code('none');
  const figures = places.map(({ figure }) => ({
    isUpkeepReckoned: figure('upkeep.formula') !== none,
    hasSupplements: ['elderly', 'minor', 'disabled', 'ill'].some((kind) => figure(`supplement.${kind}Share`) > 0),
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
      let tekun = 0;
      let jobless = 0;
      let working = 0;
      let orphan = 0;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) {
        const member = counts[i] ?? 0;
        size += member;
        income += member * (ownIncome[i] ?? 0);
        costs += member * (rigidCosts[i] ?? 0);
        shares += dibaoShare[i] ?? 0;
        tekun |= member & (recognisedTekun[i + firstPerson] ?? 0);
        jobless |= member & (isJobless[i] ?? 0);
        working |= member & (isWorking[i] ?? 0);
        orphan |= isOrphan[i] ?? 0;
      }
      out.memberCount[j] = size;
      out.income[j] = income;
      out.rigidCosts[j] = costs;
      out.dibaoShares[j] = shares;
      out.hasRecognisedTekun[j] = tekun;
      out.isZeroEmployment[j] = jobless & (working ^ 1);
      out.hasOrphan[j] = orphan;
    }
    if (of.hasSupplements) addUp(supplement, out.supplement, from, to, firstPerson);
    if (!of.isUpkeepReckoned) return;
    for (let h = from; h < to; h += 1) {
      if (hasSupportersElsewhere[h] !== 1) continue;
      const end = (personOffsets[h + 1] ?? 0) - firstPerson;
      let owed = 0;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) owed += upkeepOwed[i] ?? 0;
      out.income[h - from] = (out.income[h - from] ?? 0) + owed;
    }
  };

  function addUp(own: Int32Array, sums: Int32Array, from: number, to: number, firstPerson: number): void {
    for (let h = from; h < to; h += 1) {
      const end = (personOffsets[h + 1] ?? 0) - firstPerson;
      let sum = 0;
      for (let i = (personOffsets[h] ?? 0) - firstPerson; i < end; i += 1) sum += own[i] ?? 0;
      sums[h - from] = sum;
    }
  }
}
