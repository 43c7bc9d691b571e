import { APPLY_AT, OUTCOMES, PERIODS, PROGRAMME_CATEGORIES, RULE_SCOPES } from '@yimen/rules';
import { z } from 'zod';
import { FactPlace, FactValue, HouseholdFacts } from './household-facts.ts';
import { Labelled, PlaceCode, QuestionView } from './policies.ts';
import { CivilDate, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

export const DOCUMENT_NEEDS = ['needed', 'notNeeded', 'notYetKnown'] as const;

/** A fact that would help to decide; what it is called stands in `missingFacts`. */
export const MissingFactView = FactPlace.extend({
  /** One of the fewest that can decide. */
  decisive: z.boolean(),
});
export type MissingFactView = z.infer<typeof MissingFactView>;

/** What one programme comes to for the household, or for one member or event. */
export const ProgrammeResult = z.object({
  id: z.string(),
  name: Words,
  category: z.enum(PROGRAMME_CATEGORIES),
  department: Words.nullable(),
  /** Code of the department a case is referred to for it; null where the one in the lead here decides itself. */
  referTo: z.string().nullable(),
  applyAt: z.enum(APPLY_AT),
  on: z.enum(RULE_SCOPES),
  index: z.int().min(0),
  /** False: nobody can say from facts alone, a person decides; the outcome stays not yet known. */
  determined: z.boolean(),
  outcome: z.enum(OUTCOMES),
  amountFen: z.int().nullable(),
  per: z.enum(PERIODS).nullable(),
  /** Day from which what is due is paid; null where nothing is due, or nobody can say yet. */
  paidFrom: CivilDate.nullable(),
  /** The day taken as that of the decision, where `paidFrom` is reckoned from it: decided later, it is paid later. */
  paidIfDecidedOn: CivilDate.nullable(),
  /** Last day it can be paid; null where the rules name none. */
  paidUntil: CivilDate.nullable(),
  /** Granted to the same and not to be had beside this one: somebody must choose. */
  excludedBy: z.array(Labelled),
  sentences: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** In the order that asks least, the decisive ones first; of a long list its beginning. */
  missing: z.array(MissingFactView),
  missingCount: z.int(),
  /** Ids of figures and rules the policy does not have on the day; what they are called stands in `unknownParameters`. */
  missingParameters: z.array(z.string()),
  documents: z.array(
    z.object({
      id: z.string(),
      label: Words,
      provider: z.enum(['applicant', 'worker', 'dataSource']),
      need: z.enum(DOCUMENT_NEEDS),
    }),
  ),
});
export type ProgrammeResult = z.infer<typeof ProgrammeResult>;

/** A question as it can be put at once. */
export const NextQuestion = QuestionView.extend({ index: z.int().min(0) });
export type NextQuestion = z.infer<typeof NextQuestion>;

export const DeterminationView = z.object({
  policyVersion: z.string(),
  on: CivilDate,
  place: Labelled,
  programmes: z.array(ProgrammeResult),
  /** In the order that asks least. */
  nextQuestions: z.array(NextQuestion),
  /** How many facts may still matter, those shown included. */
  openQuestionCount: z.int(),
  /** The facts any programme misses, each once. */
  missingFacts: z.array(Labelled),
  /** The figures and rules of the policy any programme misses, each once. */
  unknownParameters: z.array(Labelled),
});
export type DeterminationView = z.infer<typeof DeterminationView>;

/** What nobody told and the answer takes for granted: whoever asks what there is to be had asks as if they applied that day. */
export const AssumedFact = Labelled.extend({
  value: FactValue,
  /** With where it came from. */
  words: Words,
  /** Whose outcome, amount or days of payment would be others, or not known, without it. */
  programmes: z.array(FactPlace),
});
export type AssumedFact = z.infer<typeof AssumedFact>;

export const ScreeningView = DeterminationView.extend({
  assumed: z.array(AssumedFact),
  /** Said where it is determined by the policy of a larger place than was asked for; null otherwise. */
  byLargerPlace: Words.nullable(),
});
export type ScreeningView = z.infer<typeof ScreeningView>;

export const screenHousehold = defineRoute({
  id: 'screen-household',
  method: 'POST',
  path: '/screenings',
  access: 'public',
  stateless: true,
  summary: {
    zh: '试算一个家庭可以得到的各项救助（不保存）',
    en: 'What a household may be entitled to; nothing is stored',
  },
  body: z.object({ region: PlaceCode, on: CivilDate.optional(), facts: HouseholdFacts }),
  response: ScreeningView,
  errors: ['POLICY_UNKNOWN'],
});
