import { lastBirthOf } from './dates.ts';
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
  const { counts, isMinor, isSevere, dibaoShare, supplement } = scratch.person;
  const none = code('none');
  const figures = places.map(({ figure }) => {
    const shares = ['elderly', 'minor', 'disabled', 'ill'].map((kind) => figure(`supplement.${kind}Share`));
    const [elderlyShare = 0, minorShare = 0, disabledShare = 0, illShare = 0] = shares;
    return {
      standard: figure('dibao.standard'),
      refusalLimit: figure('dibao.refusalLimit'),
      shareKept: figure('dibao.refusalShareKept'),
      elderly: lastBirthOf(figure('supplement.elderlyAge'), today),
      elderlyShare,
      minorShare,
      disabledShare,
      illShare,
      accumulates: figure('supplement.accumulates') === 1,
      hasSupplements: shares.some((share) => share > 0),
    };
  });
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { standard, refusalLimit, shareKept, elderly, elderlyShare, minorShare, disabledShare, illShare } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const refusals = (refusalsInARow[m] ?? 0) - (refusalsWithGoodReason[m] ?? 0);
      const isPaid = (counts[i] ?? 0) & ((recognisedTekun[m] ?? 0) ^ 1);
      const isRefused = +(canWork[m] !== none) & ((isEmployed[m] ?? 0) ^ 1) & +(refusals >= refusalLimit);
      dibaoShare[i] = isPaid * (10_000 + isRefused * (shareKept - 10_000));
    }
    if (!of.hasSupplements) return;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const byAge = +((birthDate[m] ?? 0) <= elderly) * elderlyShare;
      const asMinor = (isMinor[i] ?? 0) * minorShare;
      const asDisabled = (isSevere[i] ?? 0) * disabledShare;
      const asIll = (hasSeriousIllness[m] ?? 0) * illShare;
      const share = of.accumulates ? byAge + asMinor + asDisabled + asIll : Math.max(byAge, asMinor, asDisabled, asIll);
      supplement[i] = Math.floor((standard * share * (dibaoShare[i] ?? 0)) / 1e8);
    }
  };
}
