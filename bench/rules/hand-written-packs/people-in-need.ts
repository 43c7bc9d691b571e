import { INT_UNKNOWN, stored } from './bits.ts';
import { lastBirthOf } from './dates.ts';
import type { Loop, Setting } from './setting.ts';

/** Legal aid: means are not looked at again for low-income people and on some grounds. */
export function legalAidLoop({ byte, byteOut, places, personOffsets, scratch }: Setting): Loop {
  const hasLegalAidMatter = byte('hasLegalAidMatter');
  const legalAidGround = byte('legalAidGround');
  const outEligible = byteOut('legalAidEligible');
  const { memberCount, income, isLowIncome } = scratch.household;
  const figures = places.map(({ figure, open, listed }) => ({
    exempts: listed('legalAid.exemptGrounds'),
    line: figure('dibao.standard') * open('legalAid.incomeOfDibao'),
  }));
  return ({ place, from, to }) => {
    const of = figures[place];
    if (!of) return;
    const { exempts, line } = of;
    const isOpen = Number.isNaN(line);
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const months = 12 * Math.max(memberCount[j] ?? 0, 1);
      const perHead = isOpen ? 0 : Math.floor((2 * (income[j] ?? 0) + months) / (2 * months));
      const may = (isLowIncome[j] ?? 0) | (isOpen ? 2 : 3 * +(perHead * 10_000 <= line));
      const end = personOffsets[h + 1] ?? 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        outEligible[m] = stored(-(hasLegalAidMatter[m] ?? 0) & (may | (3 * (exempts[legalAidGround[m] ?? 0] ?? 0))));
      }
    }
  };
}

/** The price link, for whoever is recognised when the figures come out. */
export function priceLinkageLoop({
  byte,
  byteOut,
  intOut,
  code,
  among,
  places,
  personOffsets,
  scratch,
}: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const recognisedTekun = byte('recognisedTekun');
  const recognisedChild = byte('recognisedChild');
  const priceLinkageStatus = byte('priceLinkageStatus');
  const outEligible = byteOut('priceLinkageEligible');
  const outAmount = intOut('priceLinkageAmount');
  const { isProtected } = scratch.person;
  const isChild = among('orphan', 'unattended');
  const [dibao, edge] = [code('dibao'), code('dibaoEdge')];
  const figures = places.map(({ figure, open, listed }) => {
    const rise = open('priceLinkage.rise');
    const isActive =
      reaches(open('priceLinkage.cpi'), figure('priceLinkage.cpiTrigger')) |
      reaches(open('priceLinkage.foodCpi'), figure('priceLinkage.foodTrigger'));
    // Half a fen is one; below zero nothing is paid.
    const amount = Math.max(Math.floor((2 * figure('dibao.standard') * rise + 10_000) / 20_000), 0);
    return {
      statuses: listed('priceLinkage.statuses'),
      includesEdge: figure('priceLinkage.includesEdge'),
      isActive,
      eligible: stored(isActive),
      amount: amountWhen(isActive, amount),
    };
  });
  return ({ place, from, to, firstPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { statuses, includesEdge, eligible, amount } = of;
    for (let h = from; h < to; h += 1) {
      const recognised = recognisedClass[h];
      const isCovered = +(recognised === dibao) | (includesEdge & +(recognised === edge));
      const end = personOffsets[h + 1] ?? 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        const child = (isProtected[m - firstPerson] ?? 0) & (isChild[recognisedChild[m] ?? 0] ?? 0);
        const isIn = isCovered | (recognisedTekun[m] ?? 0) | child | (statuses[priceLinkageStatus[m] ?? 0] ?? 0);
        outEligible[m] = isIn * eligible;
        outAmount[m] = isIn * amount;
      }
    }
  };
}

function reaches(figure: number, trigger: number): number {
  return Number.isNaN(figure) ? 2 : 3 * +(figure >= trigger);
}

function amountWhen(bits: number, amount: number): number {
  if (bits === 0 || amount === 0) return 0;
  return bits === 3 && !Number.isNaN(amount) ? amount : INT_UNKNOWN;
}

/** Vagrants, people stranded away from home, and people fleeing violence. */
export function vagrantAidLoop({ byte, byteOut, code, personOffsets }: Setting): Loop {
  const recognisedClass = byte('recognisedClass');
  const recognisedTekun = byte('recognisedTekun');
  const awayFromHome = byte('awayFromHome');
  const cannotFindFoodAndLodging = byte('cannotFindFoodAndLodging');
  const hasNobodyToTurnTo = byte('hasNobodyToTurnTo');
  const outEligible = byteOut('vagrantAidEligible');
  const [vagrant, stranded, fleeing] = [code('vagrant'), code('stranded'), code('fleeingViolence')];
  const dibao = code('dibao');
  return ({ from, to }) => {
    for (let h = from; h < to; h += 1) {
      const isCovered = +(recognisedClass[h] === dibao);
      const end = personOffsets[h + 1] ?? 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        const why = awayFromHome[m] ?? 0;
        const isHelpless = (cannotFindFoodAndLodging[m] ?? 0) & (hasNobodyToTurnTo[m] ?? 0);
        const isVagrant = +(why === vagrant) & ((isCovered | (recognisedTekun[m] ?? 0)) ^ 1);
        outEligible[m] = (isHelpless & (isVagrant | +(why === stranded))) | +(why === fleeing);
      }
    }
  };
}

/** Services advised for low-income people and after what shook the family. */
export function servicesLoop({ byte, int, byteOut, places, personOffsets, today, scratch }: Setting): Loop {
  const birthDate = int('birthDate');
  const livesAlone = byte('livesAlone');
  const hasSeriousIllness = byte('hasSeriousIllness');
  const needsDailyCare = byte('needsDailyCare');
  const hasCarer = byte('hasCarer');
  const isDistressed = byte('isDistressed');
  const isIsolated = byte('isIsolated');
  const outEligible = byteOut('serviceAidEligible');
  const { isMinor, isSevere } = scratch.person;
  const { isLowIncome, hasShakingEvent } = scratch.household;
  const elderlies = places.map(({ figure }) => lastBirthOf(figure('services.elderlyAge'), today));
  return ({ place, from, to, firstPerson }) => {
    const elderly = elderlies[place] ?? 0;
    for (let h = from; h < to; h += 1) {
      const j = h - from;
      const isShaken = hasShakingEvent[j] ?? 0;
      const isMeant = (isLowIncome[j] ?? 0) | (3 * isShaken);
      const end = personOffsets[h + 1] ?? 0;
      for (let m = personOffsets[h] ?? 0; m < end; m += 1) {
        const i = m - firstPerson;
        const isWeak =
          +((birthDate[m] ?? 0) <= elderly) | (isMinor[i] ?? 0) | (isSevere[i] ?? 0) | (hasSeriousIllness[m] ?? 0);
        const isUncared = (needsDailyCare[m] ?? 0) & ((hasCarer[m] ?? 0) ^ 1);
        const isLonely = (isDistressed[m] ?? 0) | (isIsolated[m] ?? 0) | isShaken;
        outEligible[m] = stored(-(((livesAlone[m] ?? 0) & isWeak) | isUncared | isLonely) & isMeant);
      }
    }
  };
}
