import {
  APPLY_AT,
  AREAS,
  BENEFIT_KINDS,
  isKnownPlace,
  PACK_LEVELS,
  PERIODS,
  PROGRAMME_CATEGORIES,
  PUBLIC_FIELDS,
  RULE_SCOPES,
  SOURCE_CLASSES,
  UNITS,
} from '@yimen/rules';
import { z } from 'zod';
import { CivilDate, Words } from './primitives.ts';
import { defineRoute } from './route.ts';
import { TEXT_FORMATS } from './text-formats.ts';

/** A place by its code or the beginning of it: 341503 is a county. */
export const PlaceCode = z
  .string()
  .regex(TEXT_FORMATS.placeCode.pattern, { abort: true })
  .refine(isKnownPlace, {
    params: {
      zh: '没有这个地方：前两位应为省级行政区代码（GB/T 2260），如 34 安徽。请核对区划代码。',
      en: 'must begin with the two digits of a province (GB/T 2260), such as 34 for Anhui: check the region code.',
    },
  });
export const PlaceAndDay = z.object({ region: PlaceCode.optional(), on: CivilDate.optional() });

/** Something with its name. */
export const Labelled = z.object({ id: z.string(), label: Words });

/** Something the policy of a place asks, and what may be answered. */
export const QuestionView = z.object({
  id: z.string(),
  on: z.enum(RULE_SCOPES),
  label: Words,
  help: Words.nullable(),
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable(),
  /** Of numbers; null for other kinds. */
  smallest: z.int().nullable(),
  largest: z.int().nullable(),
  options: z.array(Labelled),
  sensitivity: z.enum(['open', 'internal', 'sensitive']),
  /** Who can answer it in place of the person. */
  dataSource: z.string().nullable(),
  /** What holds of nearly everybody: may be confirmed together with others, is never assumed. */
  usual: z.union([z.boolean(), z.string()]).nullable(),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** Where a figure, a rule or a duty comes from. */
export const ClauseView = z.object({
  id: z.string(),
  title: Words,
  docNo: z.string().nullable(),
  article: Words,
  paraphrase: Words,
});
export type ClauseView = z.infer<typeof ClauseView>;

const Used = z.object({ version: z.string(), on: CivilDate, place: Labelled });

export const listPolicies = defineRoute({
  id: 'list-policies',
  method: 'GET',
  path: '/policies',
  access: 'public',
  stateless: true,
  summary: { zh: '政策包', en: 'Policy packs' },
  response: z.object({
    version: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        name: Words,
        level: z.enum(PACK_LEVELS),
        regions: z.array(z.string()),
        inherits: z.string().nullable(),
      }),
    ),
  }),
});

export const listPolicyQuestions = defineRoute({
  id: 'list-policy-questions',
  method: 'GET',
  path: '/policies/questions',
  access: 'public',
  stateless: true,
  summary: { zh: '当地政策要了解的全部事实', en: 'All facts the policy of a place asks for' },
  query: PlaceAndDay,
  response: Used.extend({ items: z.array(QuestionView) }),
});

const ProgrammeView = z.object({
  id: z.string(),
  name: Words,
  category: z.enum(PROGRAMME_CATEGORIES),
  unit: z.enum(['person', 'household', 'event']),
  department: Words.nullable(),
  applyAt: z.enum(APPLY_AT),
  benefits: z.array(z.enum(BENEFIT_KINDS)),
  /** False: nobody can say from facts alone, a person decides. */
  determined: z.boolean(),
  documents: z.array(
    z.object({
      id: z.string(),
      label: Words,
      provider: z.enum(['applicant', 'worker', 'dataSource']),
      when: Labelled.nullable(),
      clause: ClauseView,
    }),
  ),
  decider: z
    .object({ department: Words.nullable(), level: z.enum(['village', 'township', 'county']), delegated: z.boolean() })
    .nullable(),
  limits: z.array(z.object({ id: z.string(), label: Words, limit: Words.nullable() })),
  publicity: z.array(
    z.object({ id: z.string(), label: Words, length: Words.nullable(), shows: z.array(z.enum(PUBLIC_FIELDS)) }),
  ),
  reviewEvery: Words.nullable(),
  excludes: z.array(Labelled),
  clauses: z.array(ClauseView),
});
export type ProgrammeView = z.infer<typeof ProgrammeView>;

export const listPolicyProgrammes = defineRoute({
  id: 'list-policy-programmes',
  method: 'GET',
  path: '/policies/programmes',
  access: 'public',
  stateless: true,
  summary: { zh: '当地的救助项目', en: 'The programmes of a place' },
  query: PlaceAndDay,
  response: Used.extend({ items: z.array(ProgrammeView) }),
});

const FromPack = z.object({
  pack: Labelled,
  from: CivilDate,
  /** Last day in force as far as known; null: until further notice. */
  to: CivilDate.nullable(),
  clause: ClauseView,
});

const ParameterInForce = z.object({
  id: z.string(),
  label: Words,
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable(),
  /** One without an area, or one for town and one for village; none where nothing is in force. */
  values: z.array(
    FromPack.extend({
      area: z.enum(AREAS).nullable(),
      value: z.unknown(),
      words: Words,
      sourceClass: z.enum(SOURCE_CLASSES),
      note: Words.nullable(),
    }),
  ),
  columns: z.array(z.object({ id: z.string(), label: Words, unit: z.enum(UNITS) })),
});

const RuleInForce = z.object({
  id: z.string(),
  on: z.enum(RULE_SCOPES),
  label: Words,
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable(),
  /** Null: the place has no rule on the day. */
  version: FromPack.extend({ expression: z.string(), sentence: Words.nullable() }).nullable(),
});

export const getPolicy = defineRoute({
  id: 'get-policy',
  method: 'GET',
  path: '/policies/{pack}',
  access: 'public',
  stateless: true,
  summary: { zh: '某地某日的参数与规则', en: 'Figures and rules in force in a place' },
  params: z.object({ pack: z.string().max(80) }),
  query: z.object({ on: CivilDate.optional() }),
  response: z.object({
    version: z.string(),
    on: CivilDate,
    id: z.string(),
    name: Words,
    level: z.enum(PACK_LEVELS),
    regions: z.array(z.string()),
    /** The pack itself and those it inherits from, the nearest first. */
    chain: z.array(Labelled),
    parameters: z.array(ParameterInForce),
    rules: z.array(RuleInForce),
  }),
});
