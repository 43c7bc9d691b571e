import type { RuleSet } from '../src/determination/model/rule-model.ts';
import type { PolicySet } from '../src/policy/pack.ts';
import { findPolicy, type PolicyOn } from '../src/policy/policy-on.ts';
import { policySetFrom } from './policy-set-from.ts';
import { REFERENCE_RULES, referenceParameters } from './reference-rules.ts';

const LABELS: Readonly<Record<string, readonly [string, string]>> = {
  property: ['家庭财产', 'household property'],
  rigidExpenditure: ['刚性支出', 'rigid expenditure'],
  birthDate: ['出生日期', 'birth date'],
  wageIncome: ['工资收入', 'wage income'],
  pensionIncome: ['养老金收入', 'pension income'],
  isEmployed: ['已就业', 'employed'],
  hasSupporter: ['有法定赡养、抚养、扶养义务人', 'has a supporter'],
  disabilityGrade: ['残疾等级', 'disability grade'],
  schoolStage: ['就学阶段', 'school stage'],
  careGrade: ['自理能力', 'care grade'],
  'dibao.standard': ['低保标准', 'dibao standard'],
  'dibao.propertyMonths': ['低保财产倍数', 'dibao property months'],
  'dibao.employmentDeduction': ['就业成本扣减比例', 'employment deduction'],
  'edge.ratio': ['低保边缘倍数', 'dibao-edge ratio'],
  'edge.propertyMonths': ['低保边缘财产倍数', 'dibao-edge property months'],
  'rigid.incomeRatio': ['刚性支出家庭收入倍数', 'rigid-expenditure income ratio'],
  'rigid.expenditureRatio': ['刚性支出占比', 'rigid-expenditure share'],
  'tekun.elderlyAge': ['老年人年龄', 'elderly age'],
  'tekun.minorAge': ['未成年人年龄', 'minor age'],
  'tekun.standard': ['特困基本生活标准', 'tekun living standard'],
  'tekun.care': ['特困照料护理标准', 'tekun care tariff'],
  grade: ['自理能力', 'care grade'],
  careRatio: ['比例', 'ratio'],
  'disability.living': ['困难残疾人生活补贴标准', 'living subsidy rate'],
  'disability.nursingFirst': ['一级重度残疾人护理补贴标准', 'nursing subsidy rate, first grade'],
  'disability.nursingSecond': ['二级重度残疾人护理补贴标准', 'nursing subsidy rate, second grade'],
  'education.grants': ['教育救助标准', 'education aid tariff'],
  stage: ['就学阶段', 'stage'],
  grantFen: ['金额', 'amount'],
  age: ['年龄', 'age'],
  countedIncome: ['计入收入', 'counted income'],
  isTekun: ['特困人员', 'tekun'],
  tekunAmount: ['特困供养金', 'tekun amount'],
  memberCount: ['家庭人数', 'household size'],
  monthlyIncome: ['家庭月收入', 'monthly household income'],
  perCapitaIncome: ['人均月收入', 'per-capita monthly income'],
  isDibao: ['低保家庭', 'dibao household'],
  dibaoAmount: ['低保金', 'dibao amount'],
  edgeLine: ['低保边缘线', 'dibao-edge line'],
  isEdge: ['低保边缘家庭', 'dibao-edge household'],
  getsLiving: ['享受困难残疾人生活补贴', 'gets the living subsidy'],
  getsNursing: ['享受重度残疾人护理补贴', 'gets the nursing subsidy'],
  disabilityAmount: ['残疾人两项补贴', 'disability subsidies'],
  getsGrant: ['享受教育救助', 'gets education aid'],
  grantAmount: ['教育救助金', 'education aid amount'],
  anyTekun: ['家中有特困人员', 'somebody is tekun'],
  tekunTotal: ['特困供养金合计', 'tekun total'],
  anyDisability: ['家中有人享受残疾人补贴', 'somebody gets a disability subsidy'],
  disabilityTotal: ['残疾人补贴合计', 'disability total'],
  anyGrant: ['家中有人享受教育救助', 'somebody gets education aid'],
  grantTotal: ['教育救助金合计', 'education total'],
  isRigid: ['刚性支出困难家庭', 'rigid-expenditure household'],
  none: ['无', 'none'],
  first: ['一级', 'first grade'],
  second: ['二级', 'second grade'],
  third: ['三级', 'third grade'],
  fourth: ['四级', 'fourth grade'],
  primary: ['小学', 'primary school'],
  junior: ['初中', 'junior school'],
  senior: ['高中', 'senior school'],
  university: ['大学', 'university'],
  full: ['全护理', 'full care'],
  half: ['半护理', 'half care'],
  self: ['全自理', 'self-reliant'],
};

interface Named {
  readonly id: string;
}

function worded<T extends Named>(one: T): T & { readonly label: { readonly zh: string; readonly en: string } } {
  const [zh, en] = LABELS[one.id] ?? [one.id, one.id];
  return { ...one, label: { zh, en } };
}

const PARAMETERS = REFERENCE_RULES.parameters.map((parameter) => {
  const { label } = worded(parameter);
  const columns = parameter.definition.columns.map(worded);
  return { ...parameter, definition: { ...parameter.definition, label, columns } };
});

/** The reference rules in words of the field. */
export const WORDED_RULES: RuleSet = {
  ...REFERENCE_RULES,
  facts: REFERENCE_RULES.facts.map((fact) => ({ ...worded(fact), options: fact.options.map(worded) })),
  variables: REFERENCE_RULES.variables.map((variable) => ({
    ...worded(variable),
    options: variable.options.map(worded),
  })),
  parameters: PARAMETERS,
};

/** The reference rules as packs: the nation has the rules, one county sets every parameter. */
export function referencePolicySet(standard: number): PolicySet {
  return policySetFrom(WORDED_RULES, referenceParameters(standard));
}

export function referencePolicy(standard: number): PolicyOn {
  const policy = findPolicy(referencePolicySet(standard), 'county', '2026-03-01');
  if (!policy) throw new Error('The county has its pack.');
  return policy;
}
