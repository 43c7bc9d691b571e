import { due, not, stored } from './bits.ts';
import { lastStartOf } from './dates.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Dibao of the household: by the gap or by bands, with supplements, and kept for a while when work raised the income. */
export function dibaoLoop({ byte, int, code, byteOut, doubleOut, places, today, scratch }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const roseByWork = byte('roseByWork');
  const aboveStandardSince = int('aboveStandardSince');
  const dibaoPaidBefore = int('dibaoPaidBefore');
  const dibaoBand = byte('dibaoBand');
  const outGranted = byteOut('dibaoGranted');
  const outPaid = doubleOut('dibaoPaid');
  const { memberCount, income, dibaoShares, supplement, property, isDibaoEligible, isDibao } = scratch.household;
  const dibao = code('dibao');
  const firstBand = code('a');
  const figures = places.map(({ figure }) => {
    const isByBand = figure('dibao.payment') === code('band');
    const rounding = figure('dibao.rounding');
    return {
      standard: figure('dibao.standard'),
      // A place that pays by bands has its figures.
      bands: isByBand ? ['A', 'B', 'C', 'D'].map((band) => figure(`dibao.band${band}`)) : null,
      isUp: rounding === code('up'),
      isDown: rounding === code('down'),
      roundTo: figure('dibao.roundTo'),
      least: figure('dibao.minimumPayment'),
      lastStart: lastStartOf(figure('dibao.exitMonths'), today),
      hasSupplements: ['elderly', 'minor', 'disabled', 'ill'].some((kind) => figure(`supplement.${kind}Share`) > 0),
    };
  });
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, bands, isUp, isDown, roundTo, least, lastStart, hasSupplements } = of;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const own = income[j] ?? 0;
      const fits = property[j] ?? 0;
      const isRecognised = +(recognisedClass[h] === dibao);
      const gap = standard * 12 * size - own;
      if (gap > 0) {
        const shares = dibaoShares[j] ?? 0;
        const divisor = 120_000 * Math.max(size, 1) * roundTo;
        let basic = 0;
        if (bands) basic = Math.floor(((bands[(dibaoBand[h] ?? 0) - firstBand] ?? 0) * shares) / 10_000);
        else if (isUp) basic = Math.ceil((gap * shares) / divisor) * roundTo;
        else if (isDown) basic = Math.floor((gap * shares) / divisor) * roundTo;
        else basic = Math.floor((2 * gap * shares + divisor) / (2 * divisor)) * roundTo;
        const amount = Math.max(basic, least) + (hasSupplements ? (supplement[j] ?? 0) : 0);
        isDibaoEligible[j] = fits;
        isDibao[j] = fits | (3 * isRecognised);
        outGranted[h] = stored(fits);
        outPaid[h] = due(fits, amount);
        continue;
      }
      const isKept = isRecognised & (roseByWork[h] ?? 0) & +((aboveStandardSince[h] ?? 0) > lastStart);
      isDibaoEligible[j] = 0;
      isDibao[j] = 3 * isRecognised;
      outGranted[h] = stored(-isKept & fits);
      outPaid[h] = due(-isKept & fits, dibaoPaidBefore[h] ?? 0);
    }
  };
}

/** Near-dibao and rigid expenditure. */
export function edgeAndRigidLoop({ byte, int, code, byteOut, places, scratch }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const livingCosts = int('livingCosts');
  const otherRigidCosts = int('otherRigidCosts');
  const outEdge = byteOut('dibaoEdgeEligible');
  const outRigid = byteOut('rigidEligible');
  const { some, memberCount, income, rigidCosts, edgeProperty } = scratch.household;
  const { recognisedTekun } = SOME;
  const { isDibaoEligible, isDibao, isEdge, isRigid, isBelowDisposable } = scratch.household;
  const [edgeClass, rigidClass] = [code('dibaoEdge'), code('rigidExpenditure')];
  const figures = places.map(({ figure, open }) => ({
    line: figure('dibao.standard') * figure('edge.multiple') * 12,
    isInclusive: figure('edge.inclusive'),
    disposable: open('income.perCapitaDisposable'),
    spendingShare: figure('rigid.spendingShare'),
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { line, isInclusive, disposable, spendingShare } = of;
    const isOpen = 2 * +Number.isNaN(disposable);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const own = income[j] ?? 0;
      const fits = edgeProperty[j] ?? 0;
      const dibao = isDibao[j] ?? 0;
      const isWithin = +(own * 10_000 < line * size) | (isInclusive & +(own * 10_000 === line * size));
      const isBelow = isOpen | (3 * +(own < disposable * size));
      const spent = (livingCosts[h] ?? 0) + (otherRigidCosts[h] ?? 0) + (rigidCosts[j] ?? 0);
      const isExceeded = +(spent * 10_000 > own * spendingShare) & +(((some[j] ?? 0) & recognisedTekun) === 0);
      const eligible = -isWithin & fits & not(isDibaoEligible[j] ?? 0);
      const edge = not(dibao) & ((3 * +(recognisedClass[h] === edgeClass)) | eligible);
      const isNeither = not(dibao) & not(edge);
      const rigid = -isExceeded & isBelow & fits & isNeither;
      isBelowDisposable[j] = isBelow;
      isEdge[j] = edge;
      isRigid[j] = isNeither & ((3 * +(recognisedClass[h] === rigidClass)) | rigid);
      outEdge[h] = stored(eligible);
      outRigid[h] = stored(rigid);
    }
  };
}
