import { z } from 'zod';
import { URGENCIES } from './casework.ts';
import { UrgencyAnswers } from './intake.ts';
import { CivilDate, Fen, Id, Instant, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

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
  programmes: z.array(
    z.object({ id: z.string(), name: Words, category: z.string(), lead: Words, determined: z.boolean() }),
  ),
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
  body: z.object({ urgencyAnswers: UrgencyAnswers }),
  response: AssessmentView,
  errors: ['POLICY_UNKNOWN', 'CASE_CLOSED', 'RELATIVE_BLOCKED'],
});
export const getAssessment = defineRoute({
  id: 'get-assessment',
  method: 'GET',
  path: '/assessments/{id}',
  access: 'case.read',
  audited: true,
  summary: { zh: '评估结果', en: 'An assessment' },
  params: z.object({ id: Id }),
  response: AssessmentView,
});
export const listUrgencyQuestions = defineRoute({
  id: 'list-urgency-questions',
  method: 'GET',
  path: '/policies/urgency-questions',
  access: 'public',
  summary: { zh: '判断紧急程度的问题', en: 'Questions that decide the urgency class' },
  query: z.object({ region: z.string().max(12).optional() }),
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
