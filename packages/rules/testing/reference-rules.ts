import type { ProgrammeDetermination, RuleSet } from '../src/determination/model/rule-model.ts';
import type { ParameterValue } from '../src/policy/unit.ts';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from './a-rule.ts';

const GRADES = ['none', 'first', 'second', 'third', 'fourth'];
const STAGES = ['none', 'primary', 'junior', 'senior', 'university'];
const CARE = ['full', 'half', 'self'];
const person = { on: 'person' } as const;
const monthly = { per: 'month', largest: 100_000_000 } as const;

/** Six schemes in the manner of the real ones; the figures are the tests' own. */
export const REFERENCE_RULES: RuleSet = aRuleSet({
  facts: [
    aFact('property', 'fen', { largest: 1_000_000_000_000 }),
    aFact('rigidExpenditure', 'fen', { per: 'year' }),
    aFact('birthDate', 'date', person),
    aFact('wageIncome', 'fen', { ...person, ...monthly }),
    aFact('pensionIncome', 'fen', { ...person, ...monthly }),
    aFact('isEmployed', 'flag', person),
    aFact('hasSupporter', 'flag', person),
    aFact('disabilityGrade', 'text', { ...person, options: GRADES }),
    aFact('schoolStage', 'text', { ...person, options: STAGES }),
    aFact('careGrade', 'text', { ...person, options: CARE }),
  ],
  parameters: [
    aRuleParameter('dibao.standard', 'fen', { ...monthly }),
    aRuleParameter('dibao.propertyMonths', 'months', { largest: 240 }),
    aRuleParameter('dibao.employmentDeduction', 'basisPoints', { largest: 10_000 }),
    aRuleParameter('edge.ratio', 'basisPoints', { largest: 100_000 }),
    aRuleParameter('edge.propertyMonths', 'months', { largest: 240 }),
    aRuleParameter('rigid.incomeRatio', 'basisPoints', { largest: 100_000 }),
    aRuleParameter('rigid.expenditureRatio', 'basisPoints', { largest: 10_000 }),
    aRuleParameter('tekun.elderlyAge', 'years'),
    aRuleParameter('tekun.minorAge', 'years'),
    aRuleParameter('tekun.standard', 'fen', { ...monthly }),
    aRuleParameter('tekun.care', 'table', {
      columns: [aColumn('grade', 'text', CARE), aColumn('careRatio', 'basisPoints')],
    }),
    aRuleParameter('disability.living', 'fen', { ...monthly }),
    aRuleParameter('disability.nursingFirst', 'fen', { ...monthly }),
    aRuleParameter('disability.nursingSecond', 'fen', { ...monthly }),
    aRuleParameter('education.grants', 'table', {
      columns: [aColumn('stage', 'text', STAGES), aColumn('grantFen', 'fen')],
    }),
  ],
  variables: [
    aVariable('age', 'years', 'years and months duration(birthDate, today()).years', person),
    aVariable(
      'countedIncome',
      'fen',
      'pensionIncome + wageIncome - (if isEmployed then floor(wageIncome * dibao.employmentDeduction) else 0)',
      { ...person, ...monthly },
    ),
    aVariable(
      'isTekun',
      'flag',
      `(age >= tekun.elderlyAge or age < tekun.minorAge or disabilityGrade in ("first", "second"))
       and not(hasSupporter) and not(isEmployed) and countedIncome < tekun.standard`,
      person,
    ),
    aVariable(
      'tekunAmount',
      'fen',
      `if isTekun then tekun.standard - countedIncome
         + ceiling(tekun.standard * tekun.care[grade = careGrade][1].careRatio) else 0`,
      { ...person, ...monthly },
    ),
    aVariable('memberCount', 'count', 'count(members)'),
    aVariable('monthlyIncome', 'fen', 'sum(members.countedIncome)', monthly),
    aVariable('perCapitaIncome', 'fen', 'floor(monthlyIncome / count(members))', monthly),
    aVariable(
      'isDibao',
      'flag',
      `monthlyIncome / count(members) < dibao.standard and property <= dibao.standard * dibao.propertyMonths * memberCount
       and (some x in members satisfies not(x.isTekun))`,
    ),
    aVariable(
      'dibaoAmount',
      'fen',
      'if isDibao then ceiling(max(0, dibao.standard * count(members[not(isTekun)]) - sum(members[not(isTekun)].countedIncome)) / 100) * 100 else 0',
      monthly,
    ),
    aVariable('edgeLine', 'fen', 'floor(dibao.standard * edge.ratio)', monthly),
    aVariable(
      'isEdge',
      'flag',
      'not(isDibao) and perCapitaIncome <= edgeLine and property <= dibao.standard * edge.propertyMonths * memberCount',
    ),
    aVariable('getsLiving', 'flag', 'disabilityGrade != "none" and (household.isDibao or household.isEdge)', person),
    aVariable('getsNursing', 'flag', 'disabilityGrade in ("first", "second") and not(isTekun)', person),
    aVariable(
      'disabilityAmount',
      'fen',
      `(if getsLiving then disability.living else 0) + (if not(getsNursing) then 0
        else if disabilityGrade = "first" then disability.nursingFirst else disability.nursingSecond)`,
      { ...person, ...monthly },
    ),
    aVariable(
      'getsGrant',
      'flag',
      'schoolStage != "none" and (household.isDibao or household.isEdge or isTekun)',
      person,
    ),
    aVariable(
      'grantAmount',
      'fen',
      'if getsGrant then education.grants[stage = schoolStage][1].grantFen else 0',
      person,
    ),
    aVariable('anyTekun', 'flag', 'some x in members satisfies x.isTekun'),
    aVariable('tekunTotal', 'fen', 'sum(members.tekunAmount)', monthly),
    aVariable('anyDisability', 'flag', 'some x in members satisfies x.getsLiving or x.getsNursing'),
    aVariable('disabilityTotal', 'fen', 'sum(members.disabilityAmount)', monthly),
    aVariable('anyGrant', 'flag', 'some x in members satisfies x.getsGrant'),
    aVariable('grantTotal', 'fen', 'sum(members.grantAmount)'),
    aVariable(
      'isRigid',
      'flag',
      `not(isDibao) and not(isEdge) and perCapitaIncome < rigid.incomeRatio * dibao.standard
       and rigidExpenditure >= rigid.expenditureRatio * (monthlyIncome * monthsPerYear)`,
    ),
  ],
  determinations: [
    determination('dibao', 'isDibao', 'dibaoAmount', ['edge', 'rigidExpenditure']),
    determination('edge', 'isEdge', null, ['dibao', 'rigidExpenditure']),
    determination('tekun', 'anyTekun', 'tekunTotal', []),
    determination('disability', 'anyDisability', 'disabilityTotal', []),
    determination('education', 'anyGrant', 'grantTotal', []),
    determination('rigidExpenditure', 'isRigid', null, ['dibao', 'edge']),
  ],
});

function determination(
  programme: string,
  eligible: string,
  amount: string | null,
  excludes: readonly string[],
): ProgrammeDetermination {
  return { programme, eligible, amount, excludes };
}

/** Of a place with so high a standard, in fen a month. */
export function referenceParameters(standard: number): ReadonlyMap<string, ParameterValue> {
  return new Map<string, ParameterValue>([
    ['dibao.standard', standard],
    ['dibao.propertyMonths', 24],
    ['dibao.employmentDeduction', 2_000],
    ['edge.ratio', 15_000],
    ['edge.propertyMonths', 36],
    ['rigid.incomeRatio', 20_000],
    ['rigid.expenditureRatio', 6_000],
    ['tekun.elderlyAge', 60],
    ['tekun.minorAge', 16],
    ['tekun.standard', Math.round(standard * 1.3)],
    [
      'tekun.care',
      [
        { grade: 'full', careRatio: 5_000 },
        { grade: 'half', careRatio: 2_500 },
        { grade: 'self', careRatio: 1_000 },
      ],
    ],
    ['disability.living', 8_000],
    ['disability.nursingFirst', 12_000],
    ['disability.nursingSecond', 9_000],
    [
      'education.grants',
      [
        { stage: 'primary', grantFen: 100_000 },
        { stage: 'junior', grantFen: 125_000 },
        { stage: 'senior', grantFen: 200_000 },
        { stage: 'university', grantFen: 330_000 },
      ],
    ],
  ]);
}
