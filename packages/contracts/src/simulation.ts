import { AREAS, PERIODS, RULE_SCOPES } from '@yimen/rules';
import { z } from 'zod';
import { PolicyId } from './policy-release.ts';
import { CivilDate, Fen, Id, Instant, RegionCode, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

/** What is tried beside the draft: a figure in fen, or so many percent more or less than what holds without the draft. */
export const Factor = z
  .object({
    parameter: PolicyId,
    area: z.enum(AREAS).nullable(),
    value: Fen.optional(),
    percent: z.number().min(-100).max(900).optional(),
  })
  .refine(({ value, percent }) => (value === undefined) !== (percent === undefined), {
    params: {
      zh: '填写新的金额（value）或者百分比（percent），只填一项。',
      en: 'must have a value or a percent, one of them.',
    },
  });
export type Factor = z.infer<typeof Factor>;

/** A figure of money that can be moved: what holds without the draft, what the draft says, what is tried. */
export const Lever = z.object({
  parameter: z.string(),
  area: z.enum(AREAS).nullable(),
  label: Words,
  per: z.enum(PERIODS).nullable(),
  before: z.int().nullable(),
  drafted: z.int().nullable(),
  tried: z.int().nullable(),
});
export type Lever = z.infer<typeof Lever>;

const Count = z.int();
/** A sum of money in fen. */
const Sum = z.int();
const Cost = z.object({ before: Sum, after: Sum });
/** Never one sum: what is paid each month, what is paid once a year, and what is paid for an event or once. */
export const Costs = z.object({ month: Cost, year: Cost, once: Cost });
export type Costs = z.infer<typeof Costs>;

/** Households: those whose monthly sum becomes more or less; entering and leaving are those who had or will have none. */
const HouseholdChange = z.object({
  households: Count,
  gaining: Count,
  losing: Count,
  entering: Count,
  leaving: Count,
  costs: Costs,
});
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** A township of the place, or a county where the place is wider. */
export const SimulatedPlace = HouseholdChange.extend({ regionCode: RegionCode, name: z.string() });
export type SimulatedPlace = z.infer<typeof SimulatedPlace>;

export const SimulatedProgramme = z.object({
  programme: z.string(),
  name: Words,
  /** What is counted: households, members or events. */
  on: z.enum(RULE_SCOPES),
  per: z.enum(PERIODS).nullable(),
  entering: Count,
  leaving: Count,
  staying: Count,
  gaining: Count,
  losing: Count,
  /** Can no longer, or now can, be decided by the facts there are. */
  becomingUnknown: Count,
  becomingKnown: Count,
  /** Eligible with an amount that is not known: in no sum. */
  unpriced: Count,
  before: Sum,
  after: Sum,
});
export type SimulatedProgramme = z.infer<typeof SimulatedProgramme>;

const Distribution = z.object({
  programme: z.string(),
  /** How many get how much, in steps of `stepFen`; the last one takes all that is more. */
  stepFen: z.int(),
  before: z.array(Count),
  after: z.array(Count),
});
export type SimulatedDistribution = z.infer<typeof Distribution>;

/** The register is being read into memory: ask again in a moment. */
const Reading = z.object({ state: z.literal('reading'), done: Count, of: Count });
/** It is being computed: ask the same again in a moment. */
const Computing = z.object({ state: z.literal('computing') });
const Simulated = z.object({
  state: z.literal('simulated'),
  on: z.string(),
  /** The register as it was at this moment. */
  registerAt: Instant,
  /** It has changed since and is being read anew: ask again in a moment. */
  isOld: z.boolean(),
  /** Households whose facts cannot be read: counted among the others, and nothing is known of them. */
  unreadable: Count,
  levers: z.array(Lever),
  total: HouseholdChange,
  places: z.array(SimulatedPlace),
  programmes: z.array(SimulatedProgramme),
  /** The first class a household belongs to; `none` and `unknown` are the last two. */
  classes: z.array(z.object({ id: z.string(), name: Words })),
  /** Households from each class (row) to each (column). */
  moves: z.array(z.array(Count)),
  distributions: z.array(Distribution),
});
export const Simulation = z.discriminatedUnion('state', [Reading, Computing, Simulated]);
export type SimulationAnswer = z.infer<typeof Simulation>;
export type SimulatedPolicy = z.infer<typeof Simulated>;

export const simulatePolicyRelease = defineRoute({
  id: 'simulate-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/simulate',
  access: 'policy.simulate',
  asks: true,
  summary: { zh: '模拟一次政策发布对在册家庭的影响', en: 'Simulate a release of policy on the register' },
  params: z.object({ id: Id }),
  body: z.object({
    /** The day of the release unless another one is asked for. */
    on: CivilDate.optional(),
    factors: z.array(Factor).max(20).default([]),
  }),
  response: Simulation,
  errors: ['STATE_CONFLICT', 'POLICY_CHANGE_INVALID', 'SIMULATION_SUPERSEDED', 'TOO_MANY_REQUESTS'],
});
