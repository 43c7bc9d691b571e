import { lastBirthOf, lastStartOf } from './dates.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Who counts as a member, and what many topics ask of a person. */
export function compositionLoop({ byte, int, code, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const relation = byte('relation');
  const schooling = byte('schooling');
  const liberty = byte('liberty');
  const disabilityGrade = byte('disabilityGrade');
  const disabilityKind = byte('disabilityKind');
  const isClergy = byte('isClergyAway');
  const clergySince = int('clergySince');
  const isConscript = byte('isConscript');
  const livesIndependently = byte('livesIndependently');
  const isMarried = byte('isMarried');
  const livesTogether = byte('livesTogether');
  const hasSupportDuty = byte('hasSupportDuty');
  const isEmployed = byte('isEmployed');
  const recognisedTekun = byte('recognisedTekun');
  const isOtherAloneApplicant = byte('isOtherAloneApplicant');
  const { some, counts, isMinor, isSevere, isThirdOfMind, isClergyAway, isAdultDisabled } = scratch.person;
  const { isSupportedDisabled, isOtherAlone } = scratch.person;
  const isCore = among('self', 'spouse');
  const isKept = among('primary', 'junior', 'senior', 'vocational', 'college');
  const isGone = among('prison', 'compulsoryTreatment', 'declaredMissing');
  const isGraveGrade = among('first', 'second');
  const isOfMind = among('intellectual', 'mental');
  const { recognisedTekun: tekun, forDibao } = SOME;
  const child = code('child');
  const postgraduate = code('postgraduate');
  const third = code('third');
  const figures = places.map(({ figure }) => ({
    majority: lastBirthOf(figure('majority.age'), today),
    unmarried: lastBirthOf(figure('composition.unmarriedChildAge'), today),
    clergy: lastStartOf(12 * figure('composition.clergyYears'), today),
    excludesConscripts: figure('composition.excludesConscripts'),
    othersMayApply: figure('composition.othersMayApplyAlone'),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { majority, unmarried, clergy, excludesConscripts, othersMayApply } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const school = schooling[m] ?? 0;
      const grade = disabilityGrade[m] ?? 0;
      const isChild = +(relation[m] === child);
      const minor = +(born > majority);
      const isLongAway = (isClergy[m] ?? 0) & +((clergySince[m] ?? 0) <= clergy);
      const isLeftOut = isLongAway | (isGone[liberty[m] ?? 0] ?? 0) | (excludesConscripts & (isConscript[m] ?? 0));
      const isDependent = minor | (isKept[school] ?? 0) | ((livesIndependently[m] ?? 0) ^ 1);
      const isYoung = +(born > unmarried) & ((isMarried[m] ?? 0) ^ 1);
      const isSupported =
        (livesTogether[m] ?? 0) & (hasSupportDuty[m] ?? 0) & ((isChild & +(school === postgraduate)) ^ 1);
      const severe = isGraveGrade[grade] ?? 0;
      const isBound = (isCore[relation[m] ?? 0] ?? 0) | (isChild & (isDependent | isYoung)) | isSupported;
      const isMember = isBound & (isLeftOut ^ 1);
      const isAtHome = isMember | ((livesTogether[m] ?? 0) & (isLeftOut ^ 1));
      counts[i] = isMember;
      some[i] = -isMember & (recognisedTekun[m] === 1 ? tekun : forDibao);
      isMinor[i] = minor;
      isSevere[i] = severe;
      isThirdOfMind[i] = +(grade === third) & (isOfMind[disabilityKind[m] ?? 0] ?? 0);
      isClergyAway[i] = isLongAway;
      isOtherAlone[i] = othersMayApply & (isOtherAloneApplicant[m] ?? 0) & (isLeftOut ^ 1);
      const isAdult = (minor ^ 1) & severe & ((isEmployed[m] ?? 0) ^ 1);
      isAdultDisabled[i] = isAdult;
      isSupportedDisabled[i] = isAtHome & isAdult;
    }
  };
}
