import type { NewFact } from '@yimen/contracts';
import { PLAIN_HOUSEHOLD, PLAIN_PERSON } from '../../facts/index.ts';
import type { DemoCircumstance, DemoHousehold } from '../households/household.ts';

type Answer = Pick<NewFact, 'question' | 'value'>;

/** What the window learned about a household when it was assessed, as the register tells of it. */
export function answersAbout(household: DemoHousehold, personIds: ReadonlyMap<string, string>): readonly NewFact[] {
  const ofHousehold = householdAnswers(household).map((answer) => aFact(answer, null));
  const ofMembers = household.members.flatMap((member) => {
    const known = household.circumstances.filter(({ memberKey }) => memberKey === member.key);
    return memberAnswers(known).map((answer) => aFact(answer, personIds.get(member.key) ?? null));
  });
  return [...ofHousehold, ...ofMembers];
}

function aFact({ question, value }: Answer, personId: string | null): NewFact {
  return {
    question,
    value,
    on: personId === null ? 'household' : 'person',
    personId,
    provenance: 'stated',
    provenanceNote: null,
    act: 'initial',
    supersedesId: null,
  };
}

function householdAnswers({ key, regionCode, members }: DemoHousehold): readonly Answer[] {
  const number = Number(key.replaceAll(/\D/g, ''));
  return answers({
    ...PLAIN_HOUSEHOLD,
    // Codes of streets come before those of towns and townships (GB/T 10114).
    area: Number(regionCode.slice(6, 9)) < 100 ? 'urban' : 'rural',
    // Up to 30,000 yuan.
    financialAssets: ((number * 7) % 31) * 100_000,
    carCount: number % 9 === 0 && members.length > 2 ? 1 : 0,
  });
}

function memberAnswers(known: readonly DemoCircumstance[]): readonly Answer[] {
  const yearly = (kind: DemoCircumstance['kind'], words: RegExp) =>
    12 * known.reduce((sum, one) => sum + (one.kind === kind && words.test(one.text) ? (one.amountFen ?? 0) : 0), 0);
  const says = (kind: DemoCircumstance['kind'], words: RegExp) =>
    known.some((one) => one.kind === kind && words.test(one.text));
  const wages = yearly('income', /务工|零工/);
  const business = yearly('income', /务农|种地|小生意/);
  const isAtSchool = says('schooling', /./);
  return answers({
    ...PLAIN_PERSON,
    wageIncome: wages,
    businessIncome: business,
    basicPension: yearly('income', /养老金/),
    isEmployed: wages + business > 0,
    canWork: isAtSchool ? 'none' : findAnswer(known, LABOUR, 'full'),
    schooling: findAnswer(known, SCHOOLS),
    livesIndependently: !isAtSchool,
    hasSeriousIllness: says('health', /肾病/),
    medicalOwnCost: yearly('health', /./),
    disabilityKind: findAnswer(known, DISABILITIES),
    disabilityGrade: findAnswer(known, GRADES),
  });
}

function answers(values: Readonly<Record<string, NewFact['value']>>): readonly Answer[] {
  return Object.entries(values).map(([question, value]) => ({ question, value }));
}

/** What the words of the register come to, by what they contain. */
const SCHOOLS = { 幼儿园在园: 'preschool', 小学在读: 'primary', 初中在读: 'junior', 高中阶段在读: 'senior' };
const LABOUR = { 无劳动能力: 'none', 能做轻活: 'partial' };
const DISABILITIES = {
  肢体残疾: 'physical',
  视力残疾: 'visual',
  听力残疾: 'hearing',
  言语残疾: 'speech',
  智力残疾: 'intellectual',
  精神残疾: 'mental',
};
const GRADES = { 残疾一级: 'first', 残疾二级: 'second', 残疾三级: 'third', 残疾四级: 'fourth' };

function findAnswer(
  known: readonly DemoCircumstance[],
  words: Readonly<Record<string, string>>,
  otherwise = 'none',
): string {
  const found = Object.entries(words).find(([part]) => known.some(({ text }) => text.includes(part)));
  return found?.[1] ?? otherwise;
}
