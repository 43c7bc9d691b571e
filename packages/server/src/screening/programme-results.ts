import type { MissingFactView, ProgrammeResult } from '@yimen/contracts';
import {
  type BriefOptions,
  type Determined,
  type Explanation,
  explainBrief,
  findDepartment,
  findProgramme,
  type Language,
  type MissingFact,
  type Programme,
  type ProgrammeExplanation,
  type ProgrammeOutcome,
  programmesOf,
  ruleSentence,
  rulesInFull,
  type SayingOptions,
} from '@yimen/rules';
import { decisionDay } from './decision-day.ts';
import type { MissingNames } from './missing-names.ts';
import { neededDocuments } from './needed-documents.ts';
import { paymentDays } from './payment-days.ts';

/** Every programme of the place for the household and each of its members and events, with why and what is missing. */
export function programmeResults(
  determined: Determined,
  explanations: readonly ProgrammeExplanation[],
  saying: SayingOptions,
  names: MissingNames,
): readonly ProgrammeResult[] {
  const { policy, outcomes } = determined;
  const telling = { ...saying, inFull: rulesInFull(determined) };
  const whys = new Map(explanations.map((one) => [`${one.programme} ${one.index}`, one]));
  return programmesOf(policy).flatMap((programme) => {
    const own = outcomes.filter((outcome) => outcome.programme === programme.id);
    const named = { determined, programme, saying: telling, names };
    if (own.length === 0) return programme.determination ? [] : [byPerson(named)];
    return own.map((outcome) => resultOf(outcome, whys.get(`${programme.id} ${outcome.index}`), named));
  });
}

interface Asked {
  readonly determined: Determined;
  readonly programme: Programme;
  readonly saying: BriefOptions;
  readonly names: MissingNames;
}

/** Nobody can say from facts alone. */
function byPerson({ determined, programme }: Asked): ProgrammeResult {
  return {
    ...describe(programme, determined),
    on: 'household',
    index: 0,
    determined: false,
    outcome: 'unknown',
    amountFen: null,
    per: null,
    paidFrom: null,
    paidIfDecidedOn: null,
    paidUntil: null,
    excludedBy: [],
    sentences: {
      zh: ['这项救助由经办人员按实际情况认定。'],
      en: ['Whether this is due is for an officer to decide from the circumstances.'],
    },
    missing: [],
    missingCount: 0,
    missingParameters: [],
  };
}

function resultOf(
  own: ProgrammeOutcome,
  why: ProgrammeExplanation | undefined,
  { determined, programme, saying, names }: Asked,
): ProgrammeResult {
  const { on, index, outcome, amount, excludedBy } = own;
  const days = paymentDays(determined, own);
  const trees = why ? [why.eligible, ...(why.amount ? [why.amount] : [])] : [];
  const told = (language: Language) => (why ? sentencesOf(why, language, saying) : []);
  const amountId = programme.determination?.amount;
  const per = amountId ? determined.rules.catalogue.entries.get(amountId)?.per : undefined;
  return {
    ...describe(programme, determined),
    on,
    index,
    determined: true,
    outcome,
    amountFen: amount,
    per: per ?? null,
    ...days,
    paidIfDecidedOn: days.paidFrom && decisionDay(determined, own),
    excludedBy: excludedBy.map((id) => ({
      id,
      label: findProgramme(determined.policy, id)?.name ?? { zh: id, en: id },
    })),
    sentences: { zh: told('zh'), en: told('en') },
    ...missingIn(trees, names),
  };
}

/** While it is open whether anything is due, an amount that is open too has only what its rule says to everybody. */
function sentencesOf({ eligible, amount }: ProgrammeExplanation, language: Language, saying: BriefOptions): string[] {
  const lines = explainBrief(eligible, language, saying);
  if (!amount) return [...lines];
  const isOpen = eligible.outcome === 'unknown' && amount.outcome === 'unknown';
  return [...lines, ...(isOpen ? ruleSentence(amount, language) : explainBrief(amount, language, saying))];
}

function describe(programme: Programme, determined: Determined) {
  const { id, name, category, applyAt, leadDuty } = programme;
  const department = findDepartment(determined.policy, leadDuty);
  const lead = findDepartment(determined.policy, 'lead')?.department;
  const isReferred = department && applyAt !== 'nobody' && department.department !== lead;
  return {
    id,
    name,
    category,
    department: department?.name ?? null,
    referTo: isReferred ? department.department : null,
    applyAt,
    documents: [...neededDocuments(programme, determined)],
  };
}

function missingIn(
  trees: readonly Explanation[],
  names: MissingNames,
): Pick<ProgrammeResult, 'missing' | 'missingCount' | 'missingParameters'> {
  const missing = factsOnce(trees.map((tree) => tree.missing?.facts ?? []));
  const parameters = trees.flatMap((tree) => tree.missing?.parameters ?? []);
  const decisive = missing.filter(({ isDecisive }) => isDecisive).length;
  const shown = missing.slice(0, Math.max(decisive, MOST_MISSING));
  for (const { id, label } of shown) names.facts.set(id, label);
  for (const { id, label } of parameters) names.parameters.set(id, label);
  return {
    missing: shown.map(missingView),
    missingCount: missing.length,
    missingParameters: [...new Set(parameters.map(({ id }) => id))],
  };
}

/** The first of each: what eligibility hangs on, the amount mostly hangs on too. */
function factsOnce([first = [], ...others]: readonly (readonly MissingFact[])[]): readonly MissingFact[] {
  if (others.length === 0) return first;
  const seen = new Map<number, Set<string>>();
  return [first, ...others].flat().filter(({ id, who }) => {
    const index = who?.index ?? 0;
    const ids = seen.get(index) ?? new Set();
    seen.set(index, ids);
    return ids.size < ids.add(id).size;
  });
}

function missingView({ id, who, isDecisive }: MissingFact): MissingFactView {
  return { on: who?.on ?? 'household', index: who?.index ?? 0, id, decisive: isDecisive };
}

/** Nobody reads more at one programme; `nextQuestions` has the others. */
const MOST_MISSING = 10;
