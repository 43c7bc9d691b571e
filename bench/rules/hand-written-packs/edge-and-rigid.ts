import { not, stored } from './bits.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Near-dibao and rigid expenditure. */
export function edgeAndRigidLoop({ byte, int, code, byteOut, places, scratch }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const livingCosts = int('livingCosts');
  const otherRigidCosts = int('otherRigidCosts');
  const outEdge = byteOut('dibaoEdgeEligible');
  const outRigid = byteOut('rigidEligible');
  const { some, memberCount, income, incomeBeforeCare, rigidCosts, edgeProperty } = scratch.household;
  const { recognisedTekun, forDibao } = SOME;
  const { isGranted, isDibao, edgeEligible, isEdge, isRigid, isBelowDisposable } = scratch.household;
  const [edgeClass, rigidClass] = [code('dibaoEdge'), code('rigidExpenditure')];
  const figures = places.map(({ figure, open }) => ({
    line: figure('dibao.standard') * figure('edge.multiple') * 12,
    isInclusive: figure('edge.inclusive'),
    disposable: open('income.perCapitaDisposable'),
    spendingShare: figure('rigid.spendingShare'),
    before: figure('income.deductsCareCosts') === 1 ? incomeBeforeCare : income,
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { line, isInclusive, disposable, spendingShare, before } = of;
    const isOpen = 2 * +Number.isNaN(disposable);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const own = income[j] ?? 0;
      const fits = edgeProperty[j] ?? 0;
      const dibao = isDibao[j] ?? 0;
      const isWithin = +(own * 10_000 < line * size) | (isInclusive & +(size > 0) & +(own * 10_000 === line * size));
      const isBelow = isOpen | (3 * +(own < disposable * size));
      const spent = (livingCosts[h] ?? 0) + (otherRigidCosts[h] ?? 0) + (rigidCosts[j] ?? 0);
      const isExceeded =
        +(spent * 10_000 > (before[j] ?? 0) * spendingShare) & +(((some[j] ?? 0) & recognisedTekun) === 0);
      const hasMember = +(((some[j] ?? 0) & forDibao) !== 0);
      const eligible = -(isWithin & hasMember) & fits & not(isGranted[j] ?? 0);
      const edge = not(dibao) & ((3 * +(recognisedClass[h] === edgeClass)) | eligible);
      const isNeither = not(dibao) & not(edge);
      const rigid = -isExceeded & isBelow & fits & not(isGranted[j] ?? 0) & not(eligible);
      isBelowDisposable[j] = isBelow;
      edgeEligible[j] = eligible;
      isEdge[j] = edge;
      isRigid[j] = isNeither & ((3 * +(recognisedClass[h] === rigidClass)) | rigid);
      outEdge[h] = stored(eligible);
      outRigid[h] = stored(rigid);
    }
  };
}
