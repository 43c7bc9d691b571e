import { due, not, stored, whole } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

const KINDS = ['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'];

/** The two subsidies of disabled people, and rehabilitation of disabled children. */
export function disabilityLoop({ byte, int, byteOut, intOut, code, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const disabilityKind = byte('disabilityKind');
  const disabilityGrade = byte('disabilityGrade');
  const recognisedTekun = byte('recognisedTekun');
  const receivesWorkInjuryCare = byte('receivesWorkInjuryCare');
  const needsLongTermCare = byte('needsLongTermCare');
  const isAutistic = byte('isAutistic');
  const rehabilitationBill = int('rehabilitationBill');
  const inChildWelfareHome = byte('inChildWelfareHome');
  const outLiving = byteOut('livingSubsidyEligible');
  const outLivingAmount = intOut('livingSubsidyAmount');
  const outNursing = byteOut('nursingSubsidyEligible');
  const outNursingAmount = intOut('nursingSubsidyAmount');
  const outRehabilitation = byteOut('childRehabilitationEligible');
  const outRehabilitationAmount = intOut('childRehabilitationAmount');
  const { householdOf, counts, isSevere, isOrphan, isUnattended, isLowIncome, isDibaoRecipient } = scratch.person;
  const { isEdge } = scratch.household;
  const [none, first, second, autism] = [code('none'), code('first'), code('second'), code('autism')];
  const isOfMind = among('intellectual', 'mental');
  const rated = [...KINDS, 'autism'].map(code);
  const figures = places.map(({ figure, open, listed, column }) => ({
    most: mostByKind(rated, column('childRehabilitation.ceilings', 'most', rated)),
    includesEdge: -figure('disabilityLiving.includesEdge'),
    severe: open('disabilityLiving.severe'),
    other: open('disabilityLiving.other'),
    mentalGrades: listed('disabilityNursing.mentalGrades'),
    gradeOne: open('disabilityNursing.gradeOne'),
    gradeTwo: open('disabilityNursing.gradeTwo'),
    otherGrades: open('disabilityNursing.otherGrades'),
    kinds: listed('childRehabilitation.kinds'),
    young: lastBirthOf(figure('childRehabilitation.ageLimit'), today),
    regardless: 3 * figure('childRehabilitation.regardlessOfMeans'),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const {
      includesEdge,
      severe,
      other,
      mentalGrades,
      gradeOne,
      gradeTwo,
      otherGrades,
      kinds,
      young,
      regardless,
      most,
    } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const j = householdOf[i] ?? 0;
      const grade = disabilityGrade[m] ?? 0;
      const kind = disabilityKind[m] ?? 0;
      const isGrave = isSevere[i] ?? 0;
      const orphan = isOrphan[i] ?? 0;
      const unattended = isUnattended[i] ?? 0;
      const dibao = isDibaoRecipient[i] ?? 0;
      const isUnpaid = ((recognisedTekun[m] ?? 0) | (receivesWorkInjuryCare[m] ?? 0)) ^ 1;
      const isPoor = dibao | (-(counts[i] ?? 0) & includesEdge & (isEdge[j] ?? 0));
      const hasChildSubsidy = (3 * orphan) | (-unattended & not(dibao));
      const living = -(+(grade !== none) & isUnpaid) & isPoor & not(hasChildSubsidy);
      const isMental = (mentalGrades[grade] ?? 0) & (isOfMind[kind] ?? 0);
      const isNursed = (isGrave | isMental) & (needsLongTermCare[m] ?? 0) & isUnpaid;
      const isToBeTreated = +((birthDate[m] ?? 0) > young) & ((kinds[kind] ?? 0) | (isAutistic[m] ?? 0));
      const hasReason = orphan | unattended | (inChildWelfareHome[m] ?? 0);
      outLiving[m] = stored(living);
      outLivingAmount[m] = 0;
      outNursing[m] = isNursed;
      outNursingAmount[m] = 0;
      const treated = -isToBeTreated & (regardless | (isLowIncome[i] ?? 0) | (3 * hasReason));
      const bill = rehabilitationBill[m] ?? 0;
      outRehabilitation[m] = stored(treated);
      outRehabilitationAmount[m] = 0;
      if (treated !== 0 && bill !== 0) {
        const rate = most[isAutistic[m] === 1 ? autism : kind] ?? Number.NaN;
        outRehabilitationAmount[m] = whole(due(treated, Math.min(bill, rate)));
      }
      if (living !== 0) outLivingAmount[m] = whole(due(living, isGrave === 1 ? severe : other));
      if (isNursed === 1) {
        const lower = grade === second ? gradeTwo : otherGrades;
        outNursingAmount[m] = whole(grade === first ? gradeOne : lower);
      }
    }
  };
}

/** By code, NaN where the place has no rate. */
function mostByKind(codes: readonly number[], rates: Float64Array): Float64Array {
  const all = new Float64Array(256).fill(Number.NaN);
  for (const [at, code] of codes.entries()) all[code] = rates[at] ?? Number.NaN;
  return all;
}
