import { OUTCOMES } from '@yimen/rules';
import { z } from 'zod';
import { Change } from './assessment.ts';
import {
  AvailableAction,
  CivilDate,
  Done,
  Fen,
  Id,
  Instant,
  PageQuery,
  PostRef,
  pageOf,
  Reason,
  RegionCode,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';

export const REDETERMINATION_STATES = ['started', 'computing', 'stopped', 'to-confirm', 'finished'] as const;
export type RedeterminationState = (typeof REDETERMINATION_STATES)[number];
export const HELD_STATES = ['open', 'confirmed', 'dismissed', 'overtaken'] as const;
export type HeldState = (typeof HELD_STATES)[number];
/** Why a household is held: something differs, it is in its gradual exit, or its facts cannot be read. */
export const HELD_REASONS = ['differs', 'gradual-exit', 'unreadable'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];
/** How a programme comes to something else, seen by the household. */
export const CHANGE_KINDS = [
  'enters',
  'leaves',
  'gains',
  'loses',
  'becomes-unknown',
  'becomes-known',
  'gradual-exit',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const RedeterminationView = z.object({
  id: Id,
  state: z.enum(REDETERMINATION_STATES),
  regionCode: RegionCode,
  regionName: z.string(),
  on: CivilDate,
  policyVersion: z.string(),
  startedAt: Instant,
  startedBy: z.string(),
  onBehalfOf: z.string().nullable(),
  post: PostRef,
  /** Households done of all there are; 0 of 0 until they are counted. */
  households: z.int(),
  householdsDone: z.int(),
  /** Households with facts nobody can compute with. */
  unreadable: z.int(),
  differences: z.int(),
  computedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** When it will be computed, at the pace so far; null when it is, or nothing is done yet. */
  expectedAt: Instant.nullable(),
  /** Why the computing stopped by itself. */
  failure: z.string().nullable(),
  availableActions: z.array(AvailableAction),
  version: Version,
});
export type RedeterminationView = z.infer<typeof RedeterminationView>;

const Side = z.object({ outcome: z.enum(OUTCOMES), amountFen: Fen.nullable() });
export const HeldChange = z.object({
  kind: z.enum(CHANGE_KINDS),
  programme: z.string(),
  programmeName: Words,
  /** Null: for the household, or for what happened. */
  personId: Id.nullable(),
  personName: z.string().nullable(),
  before: Side,
  after: Side,
  words: Words,
});
export type HeldChange = z.infer<typeof HeldChange>;
export const HeldItem = z.object({
  householdId: Id,
  /** Of what is known of the household; sent back by whoever decides. */
  revision: Version,
  caseId: Id,
  caseNo: z.string(),
  headName: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  reason: z.enum(HELD_REASONS),
  /** Dibao is kept until the day before this one. */
  exitUntil: CivilDate.nullable(),
  state: z.enum(HELD_STATES),
  /** The household has changed and is being looked at once more. */
  stale: z.boolean(),
  changes: z.array(HeldChange),
  words: Words,
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  taskId: Id.nullable(),
});
export type HeldItem = z.infer<typeof HeldItem>;

export const listRedeterminations = defineRoute({
  id: 'list-redeterminations',
  method: 'GET',
  path: '/redeterminations',
  access: 'redetermination.read',
  summary: { zh: '批量重新认定', en: 'Re-determinations' },
  query: PageQuery,
  response: pageOf(RedeterminationView).extend({
    /** The policy has changed since the last one of the remit, or there has been none. */
    due: z.boolean(),
  }),
});
export const startRedetermination = defineRoute({
  id: 'start-redetermination',
  method: 'POST',
  path: '/redeterminations',
  access: 'redetermination.run',
  audited: true,
  summary: { zh: '启动批量重新认定', en: 'Start a re-determination' },
  body: z.object({ on: CivilDate }),
  response: Done,
  errors: ['REDETERMINATION_OPEN'],
});
const OnRun = z.object({ id: Id });
/** Amounts of a programme are of its own period: they are not added up across programmes. */
const Count = z.object({
  programme: z.string(),
  programmeName: Words,
  kind: z.enum(CHANGE_KINDS),
  households: z.int(),
  changeFen: z.int(),
});
export const getRedetermination = defineRoute({
  id: 'get-redetermination',
  method: 'GET',
  path: '/redeterminations/{id}',
  access: 'redetermination.read',
  summary: { zh: '一次批量重新认定', en: 'One re-determination' },
  params: OnRun,
  response: RedeterminationView.extend({
    /** Of the own remit. */
    items: z.object({ open: z.int(), confirmed: z.int(), dismissed: z.int(), overtaken: z.int() }),
    changes: z.array(Count),
    townships: z.array(z.object({ regionCode: RegionCode, regionName: z.string(), open: z.int(), decided: z.int() })),
  }),
});
export const stopRedetermination = defineRoute({
  id: 'stop-redetermination',
  method: 'POST',
  path: '/redeterminations/{id}/stop',
  access: 'redetermination.run',
  audited: true,
  summary: { zh: '暂停批量重新认定', en: 'Stop a re-determination' },
  params: OnRun,
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const resumeRedetermination = defineRoute({
  id: 'resume-redetermination',
  method: 'POST',
  path: '/redeterminations/{id}/resume',
  access: 'redetermination.run',
  audited: true,
  summary: { zh: '继续批量重新认定', en: 'Go on with a re-determination' },
  params: OnRun,
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const finishRedetermination = defineRoute({
  id: 'finish-redetermination',
  method: 'POST',
  path: '/redeterminations/{id}/finish',
  access: 'redetermination.run',
  audited: true,
  summary: { zh: '结束批量重新认定', en: 'End a re-determination' },
  params: OnRun,
  /** A reason is needed while somebody is still held: they are dismissed with it. */
  body: z.object({ reason: Reason.nullable(), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'HELD_ITEMS_OPEN'],
});

export const listHeldItems = defineRoute({
  id: 'list-held-items',
  method: 'GET',
  path: '/redeterminations/{id}/items',
  access: 'redetermination.read',
  audited: true,
  summary: { zh: '待确认名单', en: 'The held list' },
  params: OnRun,
  query: PageQuery.extend({
    region: RegionCode.optional(),
    programme: z.string().max(80).optional(),
    kind: z.enum(CHANGE_KINDS).optional(),
    reason: z.enum(HELD_REASONS).optional(),
    state: z.enum(HELD_STATES).default('open'),
  }),
  response: pageOf(HeldItem),
});

const Sentences = z.object({ zh: z.array(z.string()), en: z.array(z.string()) });
export const HeldReasons = z.object({
  /** Why each of what differs came out as it stands, and why it comes out otherwise now; null: was not determined then. */
  changes: z.array(
    z.object({
      programme: z.string(),
      programmeName: Words,
      personId: Id.nullable(),
      personName: z.string().nullable(),
      before: Sentences.nullable(),
      after: Sentences.nullable(),
    }),
  ),
  /** What was learned since the last assessment. */
  facts: z.array(Change),
  /** What the policy says otherwise than at the last assessment. */
  policy: z.array(Words),
});
export type HeldReasons = z.infer<typeof HeldReasons>;
export const explainHeldItem = defineRoute({
  id: 'explain-held-item',
  method: 'GET',
  path: '/redeterminations/{id}/items/{householdId}',
  access: 'redetermination.read',
  audited: true,
  summary: { zh: '一户的认定结果为什么有变化', en: 'Why a held household comes to something else' },
  params: OnRun.extend({ householdId: Id }),
  response: HeldReasons,
  errors: ['NOT_REPLAYABLE'],
});

const Chosen = z
  .array(z.object({ householdId: Id, revision: Version }))
  .min(1)
  .max(100);
/** What came of each: an act that was done before, or that somebody else was faster with, is no failure of the others. */
export const DECISION_RESULTS = [
  'done',
  'done-before',
  'decided-otherwise',
  'overtaken',
  'changed',
  'in-gradual-exit',
  'relative',
  'not-found',
] as const;
export const Decided = z.object({
  items: z.array(z.object({ householdId: Id, result: z.enum(DECISION_RESULTS), taskId: Id.nullable(), words: Words })),
});
export type Decided = z.infer<typeof Decided>;
export const confirmHeldItems = defineRoute({
  id: 'confirm-held-items',
  method: 'POST',
  path: '/redeterminations/{id}/confirm',
  access: 'redetermination.decide',
  audited: true,
  summary: { zh: '确认待确认名单（开立重新评估任务）', en: 'Confirm held households: their cases are assessed again' },
  params: OnRun,
  body: z.object({ items: Chosen }),
  response: Decided,
  errors: ['STATE_CONFLICT', 'POLICY_UNKNOWN'],
});
export const dismissHeldItems = defineRoute({
  id: 'dismiss-held-items',
  method: 'POST',
  path: '/redeterminations/{id}/dismiss',
  access: 'redetermination.decide',
  audited: true,
  summary: { zh: '不予处理（说明理由）', en: 'Dismiss held households with a reason' },
  params: OnRun,
  body: z.object({ items: Chosen, reason: Reason }),
  response: Decided,
  errors: ['STATE_CONFLICT'],
});
