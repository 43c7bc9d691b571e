import type { ProgrammeResult, ScreeningView } from '@yimen/contracts';
import {
  createRulebook,
  dateInShanghai,
  explainLines,
  explainProgrammes,
  findPolicyForRegion,
  formatValue,
  generatedFor,
  type Language,
  type RuleScope,
} from '@yimen/rules';
import { Refused } from '../platform/refused.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { loadPolicySet } from '../policy/index.ts';
import { determineScreening, refuseFacts, screenHousehold } from '../screening/index.ts';
import { refuseMore } from './arguments.ts';
import { factFailure, type HouseholdQuestion, readHouseholdQuestion } from './household-file.ts';

/** All programmes of a household, without a database. */
export async function screenFile(args: string[]): Promise<void> {
  const question = readHouseholdQuestion(args);
  refuseMore(question.rest);
  const services = { policy: loadPolicySet(...question.packs), rulebook: createRulebook(generatedFor) };
  const view = told(() => screenHousehold(services, question, new Date()));
  if (!question.isText) return console.log(JSON.stringify(view, null, 2));
  for (const line of screeningText(view, question.language)) console.log(line);
}

/** Why: every sentence of one programme, or of all. */
export async function explainFile(args: string[]): Promise<void> {
  const question = readHouseholdQuestion(args);
  const [programme, ...more] = question.rest;
  refuseMore(more);
  const { determined, provenanceOf } = screenedFor(question);
  const one = programme === undefined ? {} : { programme };
  const explanations = explainProgrammes(determined, { provenanceOf, ...one });
  if (explanations.length === 0)
    throw new StartFailure({
      zh: `当地没有可以认定的项目 ${programme ?? ''}。`,
      en: `No programme ${programme ?? ''} is determined here.`,
    });
  if (!question.isText) return console.log(JSON.stringify(explanations, null, 2));
  for (const { eligible, amount } of explanations) {
    for (const tree of amount ? [eligible, amount] : [eligible])
      for (const { depth, text } of explainLines(tree, question.language)) console.log(`${'  '.repeat(depth)}${text}`);
    console.log('');
  }
}

function screenedFor({ packs, region, on, facts }: HouseholdQuestion) {
  const day = on ?? dateInShanghai(new Date().toISOString());
  const policy = findPolicyForRegion(loadPolicySet(...packs), region, day);
  if (!policy) throw new StartFailure({ zh: '没有适用的政策包。', en: 'No pack speaks for this place.' });
  const result = determineScreening(createRulebook(generatedFor), policy, facts);
  if (!result.ok) throw factFailure(refuseFacts(result.issues));
  return result.screened;
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refused && error.fieldErrors ? factFailure(error) : error;
  }
}

function screeningText(view: ScreeningView, language: Language): string[] {
  const words = WORDS[language];
  return [
    `${view.place.label[language]} ${view.on} (${view.policyVersion.slice(0, 12)})`,
    ...(view.byLargerPlace ? [view.byLargerPlace[language]] : []),
    ...view.programmes.flatMap((programme) => [
      ...programmeText(programme, language),
      ...assumedFor(programme, view, language),
    ]),
    ...(view.nextQuestions.length === 0 ? [] : ['', words.next]),
    ...view.nextQuestions.map(
      ({ id, label, on, index }) =>
        `  · ${on === 'household' ? '' : `${words[on]}${index + 1} `}${label[language]} (${factPath({ id, on, index })})`,
    ),
  ];
}

function programmeText(
  { name, outcome, amountFen, per, on, index, department, sentences, ...rest }: ProgrammeResult,
  language: Language,
): string[] {
  const words = WORDS[language];
  const whose = on === 'household' ? '' : ` (${words[on]}${index + 1})`;
  const amount =
    outcome === 'yes' && amountFen !== null ? ` ${formatValue({ value: amountFen, unit: 'fen', per }, language)}` : '';
  return [
    '',
    `${MARKS[outcome]} ${name[language]}${whose}: ${words[outcome]}${amount} · ${department?.[language] ?? ''}`,
    ...sentences[language].map((sentence) => `    ${sentence}`),
    ...daysText(rest, language),
    ...rest.excludedBy.map(({ label }) => `    ${words.excludedBy}${label[language]}`),
  ];
}

function daysText(
  { paidFrom, paidIfDecidedOn, paidUntil }: Pick<ProgrammeResult, 'paidFrom' | 'paidIfDecidedOn' | 'paidUntil'>,
  language: Language,
): string[] {
  const words = WORDS[language];
  const condition = paidIfDecidedOn === null ? '' : words.ifDecided(paidIfDecidedOn);
  return [
    ...(paidFrom === null ? [] : [`    ${words.paidFrom}${paidFrom}${condition}`]),
    ...(paidUntil === null ? [] : [`    ${words.paidUntil}${paidUntil}`]),
  ];
}

/** Beside what rests on it: a day from which something is paid is none if the household applies another day. */
function assumedFor({ id, on, index }: ProgrammeResult, { assumed }: ScreeningView, language: Language): string[] {
  return assumed
    .filter(({ programmes }) => programmes.some((one) => one.id === id && one.on === on && one.index === index))
    .map(({ words }) => `    ${WORDS[language].assumed}${words[language]}`);
}

/** As the file of facts writes it. */
function factPath({ id, on, index }: { readonly id: string; readonly on: RuleScope; readonly index: number }): string {
  if (on === 'household') return `household.${id}`;
  return `${on === 'person' ? 'members' : 'events'}.${index}.${id}`;
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;
const WORDS = {
  zh: {
    yes: '符合',
    no: '不符合',
    unknown: '尚不能确定',
    person: '成员',
    event: '事件',
    next: '接下来问：',
    paidFrom: '起发日：',
    ifDecided: (day: string) => `（假定${day}作出决定）`,
    paidUntil: '最晚发到：',
    excludedBy: '不能同时享受：',
    assumed: '以此为前提：',
  },
  en: {
    yes: 'met',
    no: 'not met',
    unknown: 'not yet known',
    person: 'member ',
    event: 'event ',
    next: 'Ask next:',
    paidFrom: 'paid from ',
    ifDecided: (day: string) => ` (if decided on ${day})`,
    paidUntil: 'paid until ',
    excludedBy: 'not beside: ',
    assumed: 'provided that: ',
  },
} as const;
