import { INT_UNKNOWN, stored } from './bits.ts';
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

/** Education aid by stage, and teaching at home. */
export function educationLoop({ byte, int, byteOut, intOut, code, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const schooling = byte('schooling');
  const cannotAttendSchool = byte('cannotAttendSchool');
  const isBoarder = byte('isBoarder');
  const outEligible = byteOut('educationEligible');
  const outGrant = intOut('educationGrant');
  const { householdOf, counts, isTekun } = scratch.person;
  const { isPoor } = scratch.household;
  const isAidedStage = among('preschool', 'primary', 'junior', 'senior', 'vocational', 'college');
  const figures = places.map(({ figure, column }) => ({
    oldEnough: lastBirthOf(figure('education.compulsoryFrom'), today),
    tooOld: lastBirthOf(figure('education.compulsoryBelow'), today),
    ofDay: byStage(column('education.tariff', 'dayStudent', STAGES.map(code))),
    ofBoarder: byStage(column('education.tariff', 'boarder', STAGES.map(code))),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { oldEnough, tooOld, ofDay, ofBoarder } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const stage = schooling[m] ?? 0;
      const atHome = +(born <= oldEnough) & +(born > tooOld) & (cannotAttendSchool[m] ?? 0);
      const inNeed = (isTekun[i] ?? 0) | (-(counts[i] ?? 0) & (isPoor[householdOf[i] ?? 0] ?? 0));
      const eligible = (3 * atHome) | (-(isAidedStage[stage] ?? 0) & inNeed);
      const grant = (isBoarder[m] === 1 ? ofBoarder[stage] : ofDay[stage]) ?? 0;
      const isOpen = eligible !== 0 && (eligible === 2 ? grant !== 0 : Number.isNaN(grant));
      outEligible[m] = stored(eligible);
      if (isOpen) outGrant[m] = INT_UNKNOWN;
      else outGrant[m] = eligible === 3 ? grant : 0;
    }
  };

  function byStage(grants: Float64Array): Float64Array {
    const all = new Float64Array(256);
    for (const [at, stage] of STAGES.entries()) all[code(stage)] = grants[at] ?? 0;
    return all;
  }
}
