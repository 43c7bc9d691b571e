import { addMonthsToKey } from '@yimen/rules';
import { INT_UNKNOWN } from './bits.ts';
import { lastBirthOf, lastStartOf } from './dates.ts';
import { SOME } from './scratch.ts';
import type { Loop, Setting } from './setting.ts';

/** Orphans, and children whose parents cannot care for them. */
export function childrenLoop({ byte, int, byteOut, intOut, code, among, places, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const schooling = byte('schooling');
  const recognisedChild = byte('recognisedChild');
  const inChildWelfareHome = byte('inChildWelfareHome');
  const basicLivingReceived = int('basicLivingReceived');
  const father = {
    situation: byte('fatherSituation'),
    since: int('fatherSituationSince'),
    until: int('fatherSituationUntil'),
  };
  const mother = {
    situation: byte('motherSituation'),
    since: int('motherSituationSince'),
    until: int('motherSituationUntil'),
  };
  const outOrphan = byteOut('orphanEligible');
  const outOrphanAmount = intOut('orphanAmount');
  const outUnattended = byteOut('unattendedEligible');
  const outUnattendedAmount = intOut('unattendedAmount');
  const { some, isProtected, isOrphan, isUnattended } = scratch.person;
  const { orphan: someOrphan } = SOME;
  const [none, orphan, unattended] = [code('none'), code('orphan'), code('unattended')];
  const isOut = among('outOfContact');
  const figures = places.map(({ figure, open, listed }) => {
    const lost = listed('orphan.situations');
    const unable = listed('unattended.situations');
    const custody = listed('unattended.custodySituations');
    const custodyMonths = figure('unattended.custodyMonths');
    return {
      young: lastBirthOf(figure('childProtection.ageLimit'), today),
      grown: lastBirthOf(figure('childProtection.continuesBelowAge'), today),
      goesOn: listed('childProtection.continuesAt'),
      // 1 lost, 2 unable to care, 4 in custody, 8 out of contact.
      situations: lost.map(
        (is, at) => is | (2 * (unable[at] ?? 0)) | (4 * (custody[at] ?? 0)) | (8 * (isOut[at] ?? 0)),
      ),
      custodyMonths,
      custodySince: lastStartOf(custodyMonths, today),
      outSince: lastStartOf(figure('unattended.lostContactMonths'), today),
      inHome: open('orphan.institutionStandard'),
      scattered: open('orphan.scatteredStandard'),
    };
  });
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { young, grown, goesOn, situations, custodyMonths, custodySince, outSince, inHome, scattered } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const born = birthDate[m] ?? 0;
      const recognised = recognisedChild[m] ?? 0;
      const isAtSchool = goesOn[schooling[m] ?? 0] ?? 0;
      const protects = +(born > young) | (+(born > grown) & +(recognised !== none) & isAtSchool);
      outOrphanAmount[m] = 0;
      outUnattendedAmount[m] = 0;
      isProtected[i] = protects;
      if (protects === 0) {
        isOrphan[i] = 0;
        isUnattended[i] = 0;
        outOrphan[m] = 0;
        outUnattended[m] = 0;
        continue;
      }
      const ofFather = situations[father.situation[m] ?? 0] ?? 0;
      const ofMother = situations[mother.situation[m] ?? 0] ?? 0;
      const areLost = ofFather & ofMother & 1;
      const isLeft =
        +(ofFather > 3 ? hasLasted(ofFather, father.since[m] ?? 0, father.until[m] ?? 0) : ofFather !== 0) &
        +(ofMother > 3 ? hasLasted(ofMother, mother.since[m] ?? 0, mother.until[m] ?? 0) : ofMother !== 0) &
        (areLost ^ 1);
      const counted = areLost | +(recognised === orphan);
      isOrphan[i] = counted;
      some[i] = (some[i] ?? 0) | (-counted & someOrphan);
      isUnattended[i] = isLeft | +(recognised === unattended);
      outOrphan[m] = areLost;
      outUnattended[m] = isLeft;
      const received = basicLivingReceived[m] ?? 0;
      if (areLost === 1) outOrphanAmount[m] = restOf(inChildWelfareHome[m] === 1 ? inHome : scattered, received);
      if (isLeft === 1) outUnattendedAmount[m] = restOf(scattered, received);
    }

    /** Has lasted so long already or, in custody, is set to. */
    function hasLasted(situation: number, since: number, until: number): boolean {
      if ((situation & 3) !== 0) return true;
      if ((situation & 8) !== 0 && since <= outSince) return true;
      return (situation & 4) !== 0 && (since <= custodySince || addMonthsToKey(since, custodyMonths) <= until);
    }
  };
}

function restOf(standard: number, received: number): number {
  return Number.isNaN(standard) ? INT_UNKNOWN : Math.max(standard - received, 0);
}
