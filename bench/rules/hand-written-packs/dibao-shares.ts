import { lastBirthOf } from './dates.ts';
import type { Place } from './place.ts';
import type { Loop, Setting } from './setting.ts';

/** For how much of a person dibao is paid, and the supplement of the person. */
export function dibaoSharesLoop({ int, byte, code, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const canWork = byte('canWork');
  const isEmployed = byte('isEmployed');
  const refusalsInARow = int('refusalsInARow');
  const refusalsWithGoodReason = int('refusalsWithGoodReason');
  const recognisedTekun = byte('recognisedTekun');
  const hasSeriousIllness = byte('hasSeriousIllness');
  const { counts, isMinor, isSevere, refusalShare, dibaoShare, supplementShare, supplement } = scratch.person;
  const none = code('none');
  const figures = places.map((place) => ({
    standard: place.figure('dibao.standard'),
    refusalLimit: place.figure('dibao.refusalLimit'),
    shareKept: place.figure('dibao.refusalShareKept'),
    elderly: lastBirthOf(place.figure('supplement.elderlyAge'), today),
    elderlyShare: place.figure('supplement.elderlyShare'),
    minorShare: place.figure('supplement.minorShare'),
    disabledShare: place.figure('supplement.disabledShare'),
    illShare: place.figure('supplement.illShare'),
    accumulates: place.figure('supplement.accumulates') === 1,
    hasSupplements: hasSupplements(place),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, refusalLimit, shareKept, elderly, elderlyShare, minorShare, disabledShare, illShare } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const refusals = (refusalsInARow[m] ?? 0) - (refusalsWithGoodReason[m] ?? 0);
      const isPaid = (counts[i] ?? 0) & ((recognisedTekun[m] ?? 0) ^ 1);
      const isRefused = +(canWork[m] !== none) & ((isEmployed[m] ?? 0) ^ 1) & +(refusals >= refusalLimit);
      const share = 10_000 + isRefused * (shareKept - 10_000);
      refusalShare[i] = share;
      dibaoShare[i] = isPaid * share;
    }
    if (!of.hasSupplements) return;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const byAge = +((birthDate[m] ?? 0) <= elderly) * elderlyShare;
      const asMinor = (isMinor[i] ?? 0) * minorShare;
      const asDisabled = (isSevere[i] ?? 0) * disabledShare;
      const asIll = (hasSeriousIllness[m] ?? 0) * illShare;
      const share = of.accumulates ? byAge + asMinor + asDisabled + asIll : Math.max(byAge, asMinor, asDisabled, asIll);
      supplementShare[i] = share;
      supplement[i] = Math.floor((standard * share * (dibaoShare[i] ?? 0)) / 1e8);
    }
  };
}

/** Many places give none: then nothing need be added up. */
export function hasSupplements({ figure }: Place): boolean {
  return ['elderly', 'minor', 'disabled', 'ill'].some((kind) => figure(`supplement.${kind}Share`) > 0);
}
