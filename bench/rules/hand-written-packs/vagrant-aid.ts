import type { Loop, Setting } from './setting.ts';

/** Vagrants, people stranded away from home, and people fleeing violence. */
export function vagrantAidLoop({ byte, byteOut, code, scratch }: Setting): Loop {
  const recognisedTekun = byte('recognisedTekun');
  const recognisedDibaoAlone = byte('recognisedDibaoAlone');
  const awayFromHome = byte('awayFromHome');
  const cannotFindFoodAndLodging = byte('cannotFindFoodAndLodging');
  const hasNobodyToTurnTo = byte('hasNobodyToTurnTo');
  const outEligible = byteOut('vagrantAidEligible');
  const recognisedClass = byte('recognisedClass');
  const { householdOf } = scratch.person;
  const [vagrant, stranded, fleeing] = [code('vagrant'), code('stranded'), code('fleeingViolence')];
  const dibao = code('dibao');
  return ({ from, firstPerson, endPerson }) => {
    for (let m = firstPerson; m < endPerson; m += 1) {
      const why = awayFromHome[m] ?? 0;
      const isOnDibao =
        +(recognisedClass[from + (householdOf[m - firstPerson] ?? 0)] === dibao) | (recognisedDibaoAlone[m] ?? 0);
      const isCovered = isOnDibao | (recognisedTekun[m] ?? 0);
      const isHelpless = (cannotFindFoodAndLodging[m] ?? 0) & (hasNobodyToTurnTo[m] ?? 0);
      const isVagrant = +(why === vagrant) & (isCovered ^ 1);
      outEligible[m] = (isHelpless & (isVagrant | +(why === stranded))) | +(why === fleeing);
    }
  };
}
