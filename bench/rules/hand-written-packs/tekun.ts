import { due, INT_UNKNOWN, not, stored } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

/** Tekun: who can neither work nor live on anything, whether anybody can support them, and what care they need. */
export function tekunLoop(setting: Setting): Loop {
  const { byte, personOffsets, byteOut, intOut, places, code, scratch } = setting;
  const isWithoutAbility = inabilityOf(setting);
  const isUnable = unableOf(setting);
  const hasSupportersElsewhere = byte('hasSupportersElsewhere');
  const isSupporter = byte('isSupporter');
  const recognisedTekun = byte('recognisedTekun');
  const supportForm = byte('supportForm');
  const can = ['Eat', 'Dress', 'UseBed', 'UseToilet', 'WalkIndoors', 'Bathe'].map((what) => byte(`can${what}`));
  const [canEat, canDress, canUseBed, canUseToilet, canWalkIndoors, canBathe] = can;
  if (!canEat || !canDress || !canUseBed || !canUseToilet || !canWalkIndoors || !canBathe) throw new Error('self-care');
  const outEligible = byteOut('tekunEligible');
  const outAmount = intOut('tekunAmount');
  const { counts, sourceless, cannotSupport, isTekun } = scratch.person;
  const { property, hasTekun } = scratch.household;
  const institution = code('institution');
  const figures = places.map(({ figure, open }) => {
    const [wholly, partly] = [figure('tekun.whollyLostFrom'), figure('tekun.partlyLostFrom')];
    const gradeOf = (lost: number) => {
      if (lost >= wholly) return 'Full';
      return lost >= partly ? 'Half' : 'Self';
    };
    const basic = open('tekun.basicStandard');
    // By the number of things somebody cannot do, at home and then in an institution.
    const amounts = ['Home', 'Institution'].flatMap((where) =>
      [0, 1, 2, 3, 4, 5, 6].map((lost) => basic + open(`tekun.care${where}${gradeOf(lost)}`)),
    );
    return { amounts: Float64Array.from(amounts) };
  });
  return ({ place, from, to, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { amounts } = of;
    isWithoutAbility(place, firstPerson, endPerson);
    isUnable(place, firstPerson, endPerson);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const start = personOffsets[h] ?? 0;
      const end = personOffsets[h + 1] ?? 0;
      const fits = property[j] ?? 0;
      const elsewhere = hasSupportersElsewhere[h] ?? 0;
      let ableInside = 0;
      let ableOutside = 0;
      let isListed = 0;
      for (let m = start; m < end; m += 1) {
        const i = m - firstPerson;
        const member = counts[i] ?? 0;
        const isOutside = (isSupporter[m] ?? 0) & (member ^ 1);
        const isAble = not(cannotSupport[i] ?? 0);
        const without = -(sourceless[i] ?? 0) & fits;
        sourceless[i] = without;
        ableInside |= -member & not(without) & isAble;
        ableOutside |= -isOutside & isAble;
        isListed |= isOutside;
      }
      // Whoever says there are supporters elsewhere and lists none gets no answer yet.
      const listed = elsewhere === 1 ? 2 | isListed : 3;
      const alone = listed & not(ableInside) & not(-elsewhere & ableOutside);
      let some = 0;
      for (let m = start; m < end; m += 1) {
        const i = m - firstPerson;
        const isMember = -(counts[i] ?? 0);
        const eligible = isMember & (sourceless[i] ?? 0) & alone;
        const counted = (3 * (recognisedTekun[m] ?? 0)) | eligible;
        some |= isMember & counted;
        isTekun[i] = counted;
        outEligible[m] = stored(eligible);
        outAmount[m] = 0;
        if (eligible === 0) continue;
        const able =
          (canEat[m] ?? 0) +
          (canDress[m] ?? 0) +
          (canUseBed[m] ?? 0) +
          (canUseToilet[m] ?? 0) +
          (canWalkIndoors[m] ?? 0) +
          (canBathe[m] ?? 0);
        const amount = due(eligible, amounts[(supportForm[m] === institution ? 13 : 6) - able] ?? 0);
        outAmount[m] = Number.isNaN(amount) ? INT_UNKNOWN : amount;
      }
      hasTekun[j] = some;
    }
  };
}

type PersonLoop = (place: number, first: number, end: number) => void;

/** Leaves a flag: cannot work, or goes on as somebody recognised young, with little income of the own. */
function inabilityOf({ byte, int, among, code, places, today, scratch }: Setting): PersonLoop {
  const birthDate = int('birthDate');
  const disabilityKind = byte('disabilityKind');
  const disabilityGrade = byte('disabilityGrade');
  const multipleDisabilityCounts = byte('multipleDisabilityCounts');
  const recognisedTekun = byte('recognisedTekun');
  const enteredTekunAsMinor = byte('enteredTekunAsMinor');
  const schooling = byte('schooling');
  const { isMinor, isSevere, isThirdOfMind, tekunIncome, sourceless } = scratch.person;
  const isGraveInTwo = among('intellectual', 'mental', 'physical');
  const isAtSchool = among('primary', 'junior', 'senior', 'vocational');
  const [visual, multiple, first] = [code('visual'), code('multiple'), code('first')];
  const figures = places.map(({ figure }) => ({
    elderly: lastBirthOf(figure('tekun.elderlyAge'), today),
    minor: lastBirthOf(figure('tekun.minorAge'), today),
    yearly: figure('dibao.standard') * 12,
  }));
  return (place, firstPerson, endPerson) => {
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
      sourceless[i] = cannotWork & +((tekunIncome[i] ?? 0) < yearly);
    }
  };
}

/** Leaves bits: is unable to support others. */
function unableOf({ byte, int, among, code, places, today, scratch }: Setting): PersonLoop {
  const birthDate = int('birthDate');
  const canWork = byte('canWork');
  const isIncapable = byte('isIncapable');
  const liberty = byte('liberty');
  const recognisedTekun = byte('recognisedTekun');
  const supporterIsDibao = byte('supporterIsDibao');
  const supporterOwnIncome = int('supporterOwnIncome');
  const supporterPropertyWithinLimits = byte('supporterPropertyWithinLimits');
  const { isSevere, isThirdOfMind, cannotSupport } = scratch.person;
  const isGone = among('prison', 'declaredMissing');
  const full = code('full');
  const figures = places.map(({ figure, open }) => ({
    elderly: lastBirthOf(figure('tekun.supporterElderlyAge'), today),
    old: lastBirthOf(figure('tekun.supporterOldAge'), today),
    disposable: open('income.perCapitaDisposable'),
  }));
  return (place, firstPerson, endPerson) => {
    const of = figures[place];
    if (!of) return;
    const { elderly, old, disposable } = of;
    const isOpen = 2 * +Number.isNaN(disposable);
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const fits = supporterPropertyWithinLimits[m] ?? 0;
      const isPoor = isOpen | (3 * +((supporterOwnIncome[m] ?? 0) < disposable));
      const isWeak = +(born <= old) | (isSevere[i] ?? 0) | (isThirdOfMind[i] ?? 0);
      const isOut = (+(canWork[m] !== full) & (isIncapable[m] ?? 0)) | (isGone[liberty[m] ?? 0] ?? 0);
      const isSo = (recognisedTekun[m] ?? 0) | ((supporterIsDibao[m] ?? 0) & +(born <= elderly)) | (fits & isOut);
      cannotSupport[i] = (3 * isSo) | (-(fits & isWeak) & isPoor);
    }
  };
}
