import { INT_UNKNOWN, stored } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** The price link, for whoever is recognised when the figures come out. */
export function priceLinkageLoop({ byte, byteOut, intOut, code, among, places, scratch }: Setting): Loop {
  const recognisedTekun = byte('recognisedTekun');
  const recognisedDibaoAlone = byte('recognisedDibaoAlone');
  const recognisedChild = byte('recognisedChild');
  const priceLinkageStatus = byte('priceLinkageStatus');
  const outEligible = byteOut('priceLinkageEligible');
  const outAmount = intOut('priceLinkageAmount');
  const recognisedClass = byte('recognisedClass');
  const { householdOf, counts, isProtected } = scratch.person;
  const isChild = among('orphan', 'unattended');
  const [dibao, edge] = [code('dibao'), code('dibaoEdge')];
  const figures = places.map(({ figure, open, listed }) => {
    const rise = open('priceLinkage.rise');
    const isActive =
      reaches(open('priceLinkage.cpi'), figure('priceLinkage.cpiTrigger')) |
      reaches(open('priceLinkage.foodCpi'), figure('priceLinkage.foodTrigger'));
    // Half a fen is one; below zero nothing is paid.
    const amount = Math.max(Math.floor((2 * figure('dibao.standard') * rise + 10_000) / 20_000), 0);
    return {
      statuses: listed('priceLinkage.statuses'),
      includesEdge: figure('priceLinkage.includesEdge'),
      isActive,
      eligible: stored(isActive),
      amount: amountWhen(isActive, amount),
    };
  });
  return ({ place, from, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { statuses, includesEdge, eligible, amount } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const recognised = recognisedClass[from + (householdOf[i] ?? 0)] ?? 0;
      const isOfClass = (counts[i] ?? 0) & (+(recognised === dibao) | (includesEdge & +(recognised === edge)));
      const isCovered = isOfClass | (recognisedTekun[m] ?? 0) | (recognisedDibaoAlone[m] ?? 0);
      const child = (isProtected[i] ?? 0) & (isChild[recognisedChild[m] ?? 0] ?? 0);
      const isIn = isCovered | child | (statuses[priceLinkageStatus[m] ?? 0] ?? 0);
      outEligible[m] = -isIn & eligible;
      outAmount[m] = -isIn & amount;
    }
  };
}

function reaches(figure: number, trigger: number): number {
  return Number.isNaN(figure) ? 2 : 3 * +(figure >= trigger);
}

function amountWhen(bits: number, amount: number): number {
  if (bits === 0 || amount === 0) return 0;
  return bits === 3 && !Number.isNaN(amount) ? amount : INT_UNKNOWN;
}
