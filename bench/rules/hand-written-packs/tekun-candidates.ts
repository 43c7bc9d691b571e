import { not } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import { ABLE, SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Members who cannot work, or go on as recognised young, and have little income of their own. */
export function tekunCandidatesLoop({ byte, int, among, code, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const disabilityKind = byte('disabilityKind');
  const disabilityGrade = byte('disabilityGrade');
  const multipleDisabilityCounts = byte('multipleDisabilityCounts');
  const recognisedTekun = byte('recognisedTekun');
  const enteredTekunAsMinor = byte('enteredTekunAsMinor');
  const schooling = byte('schooling');
  const { counts, isMinor, isSevere, isThirdOfMind, tekunIncome, isTekunCandidate } = scratch.person;
  const isGraveInTwo = among('intellectual', 'mental', 'physical');
  const isAtSchool = among('primary', 'junior', 'senior', 'vocational');
  const [visual, multiple, first] = [code('visual'), code('multiple'), code('first')];
  const figures = places.map(({ figure }) => ({
    elderly: lastBirthOf(figure('tekun.elderlyAge'), today),
    minor: lastBirthOf(figure('tekun.minorAge'), today),
    yearly: figure('dibao.standard') * 12,
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { elderly, minor, yearly } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const kind = disabilityKind[m] ?? 0;
      const isDisabled =
        ((isGraveInTwo[kind] ?? 0) & (isSevere[i] ?? 0)) |
        (isThirdOfMind[i] ?? 0) |
        (+(kind === visual) & +(disabilityGrade[m] === first)) |
        (+(kind === multiple) & (multipleDisabilityCounts[m] ?? 0));
      const isYoung = (isMinor[i] ?? 0) | ((enteredTekunAsMinor[m] ?? 0) & (isAtSchool[schooling[m] ?? 0] ?? 0));
      const isContinued = (recognisedTekun[m] ?? 0) & isYoung;
      const cannotWork = +(born <= elderly) | +(born > minor) | isDisabled | isContinued;
      isTekunCandidate[i] = (counts[i] ?? 0) & cannotWork & +((tekunIncome[i] ?? 0) < yearly);
    }
  };
}

/** Who of the members and the supporters elsewhere could support others. */
export function supportersLoop({ byte, int, among, code, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const isIncapable = byte('isIncapable');
  const liberty = byte('liberty');
  const recognisedTekun = byte('recognisedTekun');
  const isSupporter = byte('isSupporter');
  const supportForm = byte('supportForm');
  const supporterIsDibao = byte('supporterIsDibao');
  const supporterOwnIncome = int('supporterOwnIncome');
  const supporterPropertyWithinLimits = byte('supporterPropertyWithinLimits');
  const { some, counts, isMinor, isSevere, isThirdOfMind, tekunIncome, isTekunCandidate } = scratch.person;
  const { tekunCandidate, listedSupporter, recognisedAtHome, candidateAtHome } = SOME;
  const institution = code('institution');
  const { member, candidate, supporter } = ABLE;
  const isGone = among('prison', 'declaredMissing');
  const figures = places.map(({ figure, open }) => ({
    elderly: lastBirthOf(figure('tekun.supporterElderlyAge'), today),
    old: lastBirthOf(figure('tekun.supporterOldAge'), today),
    disposable: open('income.perCapitaDisposable'),
    minorAge: lastBirthOf(figure('tekun.minorAge'), today),
    yearly: figure('dibao.standard') * 12,
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { elderly, old, disposable, minorAge, yearly } = of;
    const isOpen = 2 * +Number.isNaN(disposable);
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const fits = supporterPropertyWithinLimits[m] ?? 0;
      const isPoor = isOpen | (3 * +((supporterOwnIncome[m] ?? 0) < disposable));
      const isWeak = +(born <= old) | (isSevere[i] ?? 0) | (isThirdOfMind[i] ?? 0);
      const isOut = (isIncapable[m] ?? 0) | (isGone[liberty[m] ?? 0] ?? 0);
      const isSo = (recognisedTekun[m] ?? 0) | ((supporterIsDibao[m] ?? 0) & +(born <= elderly)) | (fits & isOut);
      const isAble = not((3 * isSo) | (-(fits & isWeak) & isPoor));
      const isMember = counts[i] ?? 0;
      const income = (isMember === 1 ? tekunIncome[i] : supporterOwnIncome[m]) ?? 0;
      const livesOnOwn = +(born <= minorAge) & +(income >= yearly);
      const isAbleAndOfAge = -(((isMinor[i] ?? 0) ^ 1) | livesOnOwn) & isAble;
      const isCandidate = isTekunCandidate[i] ?? 0;
      const isAtHome = -+(supportForm[m] !== institution);
      const isOutside = (isSupporter[m] ?? 0) & (isMember ^ 1);
      some[i] =
        (some[i] ?? 0) |
        (-isCandidate & (tekunCandidate | (isAtHome & candidateAtHome) | (isAbleAndOfAge << candidate))) |
        (-(isMember & (recognisedTekun[m] ?? 0)) & isAtHome & recognisedAtHome) |
        (-(isMember ^ isCandidate) & (isAbleAndOfAge << member)) |
        (-isOutside & (listedSupporter | (isAbleAndOfAge << supporter)));
    }
  };
}
