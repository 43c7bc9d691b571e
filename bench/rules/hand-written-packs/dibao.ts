import { due, stored } from './bits.ts';
import { lastStartOf } from './dates.ts';
import { hasSupplements } from './dibao-shares.ts';
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
  const { some, memberCount, income, dibaoShares, supplement, property, isDibaoEligible, isDibao } = scratch.household;
  const dibao = code('dibao');
  const firstBand = code('a');
  const figures = places.map((place) => {
    const { figure } = place;
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
      isSupplemented: hasSupplements(place),
    };
  });
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, bands, isUp, isDown, roundTo, least, lastStart, isSupplemented } = of;
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
        const amount = Math.max(basic, least) + (isSupplemented ? (supplement[j] ?? 0) : 0);
        const eligible = -+(((some[j] ?? 0) & SOME.forDibao) !== 0) & fits;
        isDibaoEligible[j] = eligible;
        isDibao[j] = eligible | (3 * isRecognised);
        outGranted[h] = stored(eligible);
        outPaid[h] = due(eligible, amount);
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
