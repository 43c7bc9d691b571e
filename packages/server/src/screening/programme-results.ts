import type { MissingFactView, ProgrammeResult } from '@yimen/contracts';
import {
  type Determined,
  type Explanation,
  explainBrief,
  findDepartment,
  findProgramme,
  type MissingFact,
  type Programme,
  type ProgrammeExplanation,
  type ProgrammeOutcome,
  programmesOf,
  type SayingOptions,
} from '@yimen/rules';
import { neededDocuments } from './needed-documents.ts';

/** Every programme of the place for the household and each of its members and events, with why and what is missing. */
export function programmeResults(
  determined: Determined,
  explanations: readonly ProgrammeExplanation[],
  saying: SayingOptions = {},
): readonly ProgrammeResult[] {
  const { policy, outcomes } = determined;
  const whys = new Map(explanations.map((one) => [`${one.programme} ${one.index}`, one]));
  return programmesOf(policy).flatMap((programme) => {
    const own = outcomes.filter((outcome) => outcome.programme === programme.id);
    const named = { determined, programme, saying };
    if (own.length === 0) return programme.determination ? [] : [byPerson(named)];
    return own.map((outcome) => resultOf(outcome, whys.get(`${programme.id} ${outcome.index}`), named));
  });
}

interface Asked {
  readonly determined: Determined;
  readonly programme: Programme;
  readonly saying: SayingOptions;
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
  { on, index, outcome, amount, excludedBy }: ProgrammeOutcome,
  why: ProgrammeExplanation | undefined,
  { determined, programme, saying }: Asked,
): ProgrammeResult {
  const trees = why ? [why.eligible, ...(why.amount ? [why.amount] : [])] : [];
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
    excludedBy: excludedBy.map((id) => ({
      id,
      label: findProgramme(determined.policy, id)?.name ?? { zh: id, en: id },
    })),
    sentences: {
      zh: trees.flatMap((tree) => explainBrief(tree, 'zh', saying)),
      en: trees.flatMap((tree) => explainBrief(tree, 'en', saying)),
    },
    ...missingIn(trees),
  };
}

function describe(programme: Programme, determined: Determined) {
  const { id, name, category, applyAt, leadDuty } = programme;
  const department = findDepartment(determined.policy, leadDuty)?.name ?? null;
  return { id, name, category, department, applyAt, documents: [...neededDocuments(programme, determined)] };
}

function missingIn(
  trees: readonly Explanation[],
): Pick<ProgrammeResult, 'missing' | 'missingCount' | 'missingParameters'> {
  const facts = trees.flatMap(({ missing }) => missing?.facts ?? []).map(missingView);
  const parameters = trees.flatMap(({ missing }) => missing?.parameters ?? []);
  const missing = once(facts, ({ on, index, id }) => `${on} ${index} ${id}`);
  const decisive = missing.filter((fact) => fact.decisive).length;
  return {
    missing: missing.slice(0, Math.max(decisive, MOST_MISSING)),
    missingCount: missing.length,
    missingParameters: once(parameters, ({ id }) => id).map(({ id, label }) => ({ id, label })),
  };
}

function missingView({ id, label, who, isDecisive }: MissingFact): MissingFactView {
  return { on: who?.on ?? 'household', index: who?.index ?? 0, id, label, decisive: isDecisive };
}

/** Nobody reads more at one programme; `nextQuestions` has the others. */
const MOST_MISSING = 10;

/** The first of each. */
function once<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const found = new Map<string, T>();
  for (const one of list) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}
