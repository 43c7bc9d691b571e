import { due, stored } from './bits.ts';
import { lastStartOf } from './dates.ts';
import { gapOfMonth, payoutOf } from './dibao-payout.ts';
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
  const { some, memberCount, income, dibaoShares, supplement, property, isGranted, isDibao } = scratch.household;
  const dibao = code('dibao');
  const firstBand = code('a');
  const figures = places.map((place) => ({
    standard: place.figure('dibao.standard'),
    payout: payoutOf(place, code),
    lastStart: lastStartOf(place.figure('dibao.exitMonths'), today),
    isSupplemented: hasSupplements(place),
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, payout, lastStart, isSupplemented } = of;
    const { bands, least } = payout;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const size = memberCount[j] ?? 0;
      const own = income[j] ?? 0;
      const fits = property[j] ?? 0;
      const isRecognised = +(recognisedClass[h] === dibao);
      const gap = standard * 12 * size - own;
      if (gap > 0) {
        const shares = dibaoShares[j] ?? 0;
        const basic = bands
          ? Math.floor(((bands[(dibaoBand[h] ?? 0) - firstBand] ?? 0) * shares) / 10_000)
          : gapOfMonth(payout, gap * shares, 10_000 * Math.max(size, 1));
        const amount = shares > 0 ? Math.max(basic, least) + (isSupplemented ? (supplement[j] ?? 0) : 0) : 0;
        const eligible = -+(((some[j] ?? 0) & SOME.forDibao) !== 0) & fits;
        isGranted[j] = eligible;
        isDibao[j] = eligible | (3 * isRecognised);
        outGranted[h] = stored(eligible);
        outPaid[h] = due(eligible, amount);
        continue;
      }
      const isKept = isRecognised & (roseByWork[h] ?? 0) & +((aboveStandardSince[h] ?? 0) > lastStart);
      const kept = -isKept & fits;
      isGranted[j] = kept;
      isDibao[j] = 3 * isRecognised;
      outGranted[h] = stored(kept);
      outPaid[h] = due(kept, dibaoPaidBefore[h] ?? 0);
    }
  };
}
