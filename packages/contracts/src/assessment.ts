import { OUTCOMES } from '@yimen/rules';
import { z } from 'zod';
import { URGENCIES } from './casework.ts';
import { NewFact } from './facts.ts';
import { UrgencyAnswers } from './intake.ts';
import { PlaceCode } from './policies.ts';
import { CivilDate, Fen, Id, Instant, Words } from './primitives.ts';
import { defineRoute } from './route.ts';
import { DeterminationView } from './screening.ts';

export const LADDER_LEVELS = ['village', 'township', 'county'] as const;
export type LadderLevel = (typeof LADDER_LEVELS)[number];

/** The explanation tree of the rules package, as it travels: label, outcome, value and where each came from. */
export type ExplanationNode = {
  id: string;
  label: Words;
  outcome: 'yes' | 'no' | 'unknown' | null;
  value?: unknown;
  unit?: string | null | undefined;
  per?: string | null | undefined;
  source?: unknown;
  /** Of a rule's explanation: whose, the option in words, what is required, how it is made, what to ask. */
  who?: unknown;
  option?: unknown;
  expected?: unknown;
  formula?: unknown;
  missing?: unknown;
  children: ExplanationNode[];
};
export const ExplanationNode: z.ZodType<ExplanationNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    label: Words,
    outcome: z.enum(['yes', 'no', 'unknown']).nullable(),
    value: z.unknown(),
    unit: z.string().nullable().optional(),
    per: z.string().nullable().optional(),
    source: z.unknown(),
    who: z.unknown().optional(),
    option: z.unknown().optional(),
    expected: z.unknown().optional(),
    formula: z.unknown().optional(),
    missing: z.unknown().optional(),
    children: z.array(ExplanationNode),
  }),
);

export const LadderStepView = z.object({
  level: z.enum(LADDER_LEVELS),
  label: Words,
  capFen: Fen.nullable(),
  grantedFen: Fen,
  roomFen: Fen.nullable(),
  money: z.string(),
  administrativeAct: z.boolean(),
  open: z.boolean(),
  why: Words,
});
export const LadderView = z.object({
  steps: z.array(LadderStepView),
  cumulativeCapFen: Fen.nullable(),
  cumulativeGrantedFen: Fen,
  requireExhaustion: z.boolean(),
  scope: Words,
});

/** A sentence of an explanation with what it rests on; the same words for officer, citizen and auditor. */
export type ReasonNode = {
  texts: Words[];
  outcome: 'yes' | 'no' | 'unknown' | null;
  children: ReasonNode[];
};
export const ReasonNode: z.ZodType<ReasonNode> = z.lazy(() =>
  z.object({ texts: z.array(Words), outcome: z.enum(OUTCOMES).nullable(), children: z.array(ReasonNode) }),
);
export const ProgrammeReasons = z.object({
  programme: z.string(),
  index: z.int(),
  eligible: ReasonNode,
  amount: ReasonNode.nullable(),
});
export type ProgrammeReasons = z.infer<typeof ProgrammeReasons>;

export const AssessmentView = z.object({
  id: Id,
  caseId: Id,
  on: CivilDate,
  madeAt: Instant,
  madeBy: z.string(),
  policyVersion: z.string(),
  packName: Words,
  urgency: z.object({
    established: z.enum(URGENCIES),
    possible: z.enum(URGENCIES),
    unknown: z.array(z.object({ id: z.string(), label: Words })),
    explanation: ExplanationNode,
  }),
  ladder: LadderView,
  /** Every programme of the place; null: made before programmes were determined. */
  determination: DeterminationView.nullable(),
  /** Whom results about a person mean, by their index. */
  members: z.array(z.object({ personId: Id, name: z.string() })),
  /** Asked for by programme: why, sentence by sentence. */
  reasons: z.array(ProgrammeReasons),
  sentences: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  inputs: z.record(z.string(), z.unknown()),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

export const assessCase = defineRoute({
  id: 'assess-case',
  method: 'POST',
  path: '/cases/{id}/assessments',
  access: 'assessment.run',
  audited: true,
  summary: { zh: '评估', en: 'Assess a case' },
  params: z.object({ id: Id }),
  body: z.object({
    /** Left out: those of the case stand. */
    urgencyAnswers: UrgencyAnswers.optional(),
    /** What was learned: written with its source before the programmes are determined. */
    facts: z.array(NewFact).max(200).default([]),
  }),
  response: AssessmentView,
  errors: ['POLICY_UNKNOWN', 'CASE_CLOSED', 'RELATIVE_BLOCKED', 'VERSION_CONFLICT'],
});
export const getAssessment = defineRoute({
  id: 'get-assessment',
  method: 'GET',
  path: '/assessments/{id}',
  access: 'case.read',
  audited: true,
  summary: { zh: '评估结果', en: 'An assessment' },
  params: z.object({ id: Id }),
  /** `programme`: with the whole explanation of this one. */
  query: z.object({ programme: z.string().max(80).optional() }),
  response: AssessmentView,
});

const Compared = z.object({ id: Id, on: CivilDate, madeAt: Instant, madeBy: z.string(), policyVersion: z.string() });
/** One thing that differs, in words; null where there was nothing. */
export const Change = z.object({ what: Words, before: Words.nullable(), after: Words.nullable(), words: Words });
export type Change = z.infer<typeof Change>;
export const compareAssessments = defineRoute({
  id: 'compare-assessments',
  method: 'GET',
  path: '/assessments/{id}/comparison',
  access: 'case.read',
  audited: true,
  summary: { zh: '两次评估的差别', en: 'What differs between two assessments' },
  params: z.object({ id: Id }),
  query: z.object({ with: Id }),
  response: z.object({
    before: Compared,
    after: Compared,
    facts: z.array(Change),
    outcomes: z.array(Change),
    policy: z.array(Words),
  }),
});
export const listAssessments = defineRoute({
  id: 'list-assessments',
  method: 'GET',
  path: '/cases/{id}/assessments',
  access: 'case.read',
  audited: true,
  summary: { zh: '历次评估', en: 'Assessments of a case, the latest first' },
  params: z.object({ id: Id }),
  response: z.object({ items: z.array(Compared) }),
});
export const replayAssessment = defineRoute({
  id: 'replay-assessment',
  method: 'POST',
  path: '/assessments/{id}/replay',
  access: 'case.read',
  audited: true,
  asks: true,
  summary: { zh: '按当时的政策重算', en: 'Determine again by the policy of that day' },
  params: z.object({ id: Id }),
  response: z.object({
    /** To the byte. */
    identical: z.boolean(),
    /** Outcomes, amounts and values: of a record of an older engine what is told of them is not compared. */
    sameResults: z.boolean(),
    /** That made the record. */
    engineVersion: z.number().int(),
    policyVersion: z.string(),
    /** Of the canonical bytes. */
    sha256: z.string(),
    differences: z.array(z.object({ path: z.string(), recorded: z.unknown(), replayed: z.unknown() })),
  }),
  errors: ['NOT_REPLAYABLE'],
});
export const listUrgencyQuestions = defineRoute({
  id: 'list-urgency-questions',
  method: 'GET',
  path: '/policies/urgency-questions',
  access: 'public',
  summary: { zh: '判断紧急程度的问题', en: 'Questions that decide the urgency class' },
  query: z.object({ region: PlaceCode.optional() }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        label: Words,
        help: Words.nullable(),
        options: z.array(z.object({ id: z.string(), label: Words })),
        raises: z.enum(URGENCIES),
      }),
    ),
  }),
});
