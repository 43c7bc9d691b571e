import { due, stored, whole } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

const STAGES = [
  'none',
  'preschool',
  'primary',
  'junior',
  'senior',
  'vocational',
  'college',
  'postgraduate',
  'partTime',
];

/** Education aid by stage, teaching at home, and what may be borrowed. */
export function educationLoop({ byte, int, byteOut, intOut, code, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const schooling = byte('schooling');
  const cannotAttendSchool = byte('cannotAttendSchool');
  const isBoarder = byte('isBoarder');
  const isStudentInDifficulty = byte('isStudentInDifficulty');
  const outEligible = byteOut('educationEligible');
  const outGrant = intOut('educationGrant');
  const outLoan = byteOut('studentLoanEligible');
  const outMost = intOut('studentLoanMost');
  const { householdOf, counts, isTekun, isDibaoRecipient } = scratch.person;
  const { isPoor } = scratch.household;
  const isAidedStage = among('preschool', 'primary', 'junior', 'senior', 'vocational', 'college');
  const mayBorrow = among('college', 'postgraduate');
  const postgraduate = code('postgraduate');
  const figures = places.map(({ figure, column }) => ({
    oldEnough: lastBirthOf(figure('education.compulsoryFrom'), today),
    tooOld: lastBirthOf(figure('education.compulsoryBelow'), today),
    undergraduates: figure('education.loanUndergraduate'),
    postgraduates: figure('education.loanPostgraduate'),
    grants: grantsOf(['dayStudent', 'boarder'].map((kind) => column('education.tariff', kind, STAGES.map(code)))),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { oldEnough, tooOld, undergraduates, postgraduates, grants } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const stage = schooling[m] ?? 0;
      const atHome = +(born <= oldEnough) & +(born > tooOld) & (cannotAttendSchool[m] ?? 0);
      const isMemberInNeed = -(counts[i] ?? 0) & (isPoor[householdOf[i] ?? 0] ?? 0);
      const inNeed = (isTekun[i] ?? 0) | (isDibaoRecipient[i] ?? 0) | isMemberInNeed;
      const eligible = (3 * atHome) | (-(isAidedStage[stage] ?? 0) & inNeed);
      const loan = -(mayBorrow[stage] ?? 0) & (inNeed | (3 * (isStudentInDifficulty[m] ?? 0)));
      outEligible[m] = stored(eligible);
      outLoan[m] = stored(loan);
      outMost[m] = loan === 0 ? 0 : whole(due(loan, stage === postgraduate ? postgraduates : undergraduates));
      outGrant[m] = grants[stage | ((isBoarder[m] ?? 0) << 8) | (eligible << 9)] ?? 0;
    }
  };

  /** By stage, whether the student boards, and the two bits of being eligible. */
  function grantsOf(tariffs: readonly Float64Array[]): Int32Array {
    const all = new Int32Array(4 * 512);
    for (const [boards, tariff] of tariffs.entries()) {
      for (const [at, stage] of STAGES.entries()) {
        for (const eligible of [2, 3]) {
          all[code(stage) | (boards << 8) | (eligible << 9)] = whole(due(eligible, tariff[at] ?? 0));
        }
      }
    }
    return all;
  }
}
