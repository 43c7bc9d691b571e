import { atLeastZero } from './bits.ts';
import type { Loop, Setting } from './setting.ts';

/** What each person's year counts as income, for dibao and for tekun, and what could not be avoided spending. */
export function incomeLoop({ int, byte, places, scratch }: Setting): Loop {
  const wageIncome = int('wageIncome');
  const businessIncome = int('businessIncome');
  const businessCosts = int('businessCosts');
  const propertyIncome = int('propertyIncome');
  const pensionIncome = int('pensionIncome');
  const basicPension = int('basicPension');
  const seniorAllowance = int('seniorAllowance');
  const upkeepReceived = int('upkeepReceived');
  const upkeepFromSiblingsOrElderly = int('upkeepFromSiblingsOrElderly');
  const otherIncome = int('otherIncome');
  const taxesAndInsurancePaid = int('taxesAndInsurancePaid');
  const upkeepPaid = int('upkeepPaid');
  const medicalOwnCost = int('medicalOwnCost');
  const rehabilitationCost = int('rehabilitationCost');
  const educationCost = int('educationCost');
  const publicEducationCost = int('publicEducationCost');
  const hasSeriousIllness = byte('hasSeriousIllness');
  const { isSevere, isAdultDisabled, netIncome, netBeforeCare, tekunIncome, rigidCosts } = scratch.person;
  const figures = places.map(({ figure }) => ({
    costShare: figure('income.employmentCostShare'),
    countsPension: 1 - figure('income.exemptsBasicPension'),
    countsSenior: 1 - figure('income.exemptsSeniorAllowance'),
    exemptsUpkeep: figure('income.exemptsUpkeepFromSiblingsOrElderly'),
    deductsCare: figure('income.deductsCareCosts'),
  }));
  return ({ place, firstPerson, endPerson }) => {
    const of = figures[place];
    if (!of) return;
    const { costShare, countsPension, countsSenior, exemptsUpkeep, deductsCare } = of;
    for (let m = firstPerson; m < endPerson; m += 1) {
      const i = m - firstPerson;
      const wage = wageIncome[m] ?? 0;
      const care = (medicalOwnCost[m] ?? 0) + (rehabilitationCost[m] ?? 0);
      const isUpkeepCounted = (exemptsUpkeep & (isAdultDisabled[i] ?? 0)) ^ 1;
      const isCareDeducted = deductsCare & ((isSevere[i] ?? 0) | (hasSeriousIllness[m] ?? 0));
      const work = costShare === 0 ? 0 : Math.floor((wage * costShare) / 10_000);
      const earned =
        wage +
        atLeastZero((businessIncome[m] ?? 0) - (businessCosts[m] ?? 0)) +
        (propertyIncome[m] ?? 0) +
        (pensionIncome[m] ?? 0) +
        (upkeepReceived[m] ?? 0) +
        isUpkeepCounted * (upkeepFromSiblingsOrElderly[m] ?? 0) +
        (otherIncome[m] ?? 0) -
        work -
        (taxesAndInsurancePaid[m] ?? 0);
      const age = countsPension * (basicPension[m] ?? 0) + countsSenior * (seniorAllowance[m] ?? 0);
      const upkeep = upkeepPaid[m] ?? 0;
      const net = earned + age - Math.min(upkeep, Math.max(earned + age, 0));
      const off = isCareDeducted * care;
      tekunIncome[i] = Math.max(earned - upkeep - off, 0);
      netIncome[i] = net - off;
      if (deductsCare === 1) netBeforeCare[i] = net;
      rigidCosts[i] = care + Math.min(educationCost[m] ?? 0, publicEducationCost[m] ?? 0);
    }
  };
}
