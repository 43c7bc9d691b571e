import {
  AREAS,
  CHANGE_FIELDS,
  HIT_POLICIES,
  PACK_LEVELS,
  PERIODS,
  PROGRAMME_CATEGORIES,
  RULE_SCOPES,
  SOURCE_CLASSES,
  TABLE_LIMITS,
  UNITS,
} from '@yimen/rules';
import { z } from 'zod';
import {
  CivilDate,
  Done,
  Id,
  Instant,
  PageQuery,
  PostRef,
  pageOf,
  plainText,
  Reason,
  RegionCode,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';
import { TEXT_FORMATS } from './text-formats.ts';

export const PolicyId = z.string().regex(TEXT_FORMATS.policyId.pattern);
const GivenWords = z.object({ zh: plainText(500), en: plainText(500) });
const Cell = z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(100)).max(100), z.null()]);
/** Money is fen, ratios are basis points; a table is a list of rows. */
export const PolicyValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(100)).max(200),
  z.array(z.record(PolicyId, Cell)).max(500),
]);
export type PolicyValue = z.infer<typeof PolicyValue>;

export const PolicyClause = z.object({
  id: z.string(),
  article: Words,
  paraphrase: Words,
  instrument: z.object({
    id: z.string(),
    title: Words,
    docNo: z.string().nullable(),
    effectiveFrom: z.string(),
    sourceClass: z.enum(SOURCE_CLASSES),
  }),
});
export type PolicyClause = z.infer<typeof PolicyClause>;

export const PackSummary = z.object({
  id: z.string(),
  name: Words,
  level: z.enum(PACK_LEVELS),
  inherits: z.string().nullable(),
  regions: z.array(z.string()),
  /** How much it says itself. */
  parameters: z.int(),
  rules: z.int(),
  programmes: z.int(),
});
export type PackSummary = z.infer<typeof PackSummary>;

export const listPolicyPacks = defineRoute({
  id: 'list-policy-packs',
  method: 'GET',
  path: '/policy-packs',
  access: 'policy.read',
  summary: { zh: '政策包目录', en: 'Policy packs' },
  query: z.object({ region: RegionCode.optional() }),
  response: z.object({
    version: z.string(),
    /** The pack that speaks for the region asked for, or for the own place. */
    ofPlace: z.string().nullable(),
    items: z.array(PackSummary),
  }),
});

/** What each option is called. */
const OptionWords = z.record(z.string(), Words);

const Column = z.object({
  id: z.string(),
  label: Words,
  unit: z.enum(UNITS),
  nullable: z.boolean(),
  options: z.array(z.string()).nullable(),
  optionWords: OptionWords.optional(),
  smallest: z.number().nullable(),
  largest: z.number().nullable(),
});
export type PolicyColumn = z.infer<typeof Column>;

const ValueInForce = z.object({
  area: z.enum(AREAS).nullable(),
  /** Null where no pack has a value on that day: unknown, never a default. */
  value: PolicyValue.nullable(),
  words: Words.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromPack: z.object({ id: z.string(), name: Words }).nullable(),
  clause: PolicyClause.nullable(),
  sourceClass: z.enum(SOURCE_CLASSES).nullable(),
  note: Words.nullable(),
});

export const PolicyParameter = z.object({
  id: z.string(),
  label: Words,
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable(),
  byArea: z.boolean(),
  options: z.array(z.string()).nullable(),
  optionWords: OptionWords.optional(),
  columns: z.array(Column),
  smallest: z.number().nullable(),
  largest: z.number().nullable(),
  inForce: z.array(ValueInForce),
});
export type PolicyParameter = z.infer<typeof PolicyParameter>;

const TableCell = z.string().trim().max(1000);
/** A rule as a table: unary tests under the inputs, expressions as results. */
export const PolicyTable = z.object({
  hitPolicy: z.enum(HIT_POLICIES),
  inputs: z
    .array(z.object({ expression: TableCell.min(1), label: GivenWords.optional() }))
    .min(1)
    .max(TABLE_LIMITS.inputs),
  rules: z
    .array(
      z.object({
        when: z.array(TableCell).max(TABLE_LIMITS.inputs),
        result: TableCell,
        clause: PolicyId.optional(),
        note: GivenWords.optional(),
      }),
    )
    .max(TABLE_LIMITS.rules),
  default: TableCell.optional(),
  complete: z.boolean().optional(),
});
export type PolicyTable = z.infer<typeof PolicyTable>;

export const PolicyRule = z.object({
  id: z.string(),
  label: Words,
  on: z.enum(RULE_SCOPES),
  unit: z.enum(UNITS),
  topic: Words.nullable(),
  expression: z.string().nullable(),
  table: PolicyTable.nullable(),
  words: Words.nullable(),
  /** What people are told of it. */
  sentence: Words.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromPack: z.string().nullable(),
  clause: PolicyClause.nullable(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

export const PolicyProgramme = z.object({
  id: z.string(),
  name: Words,
  category: z.enum(PROGRAMME_CATEGORIES),
  leadName: Words.nullable(),
  eligible: Words.nullable(),
  amount: Words.nullable(),
  documents: z.array(Words),
  limits: z.array(z.object({ label: Words, words: Words.nullable() })),
  excludes: z.array(Words),
  clauses: z.array(PolicyClause),
});

export const getPolicyPack = defineRoute({
  id: 'get-policy-pack',
  method: 'GET',
  path: '/policy-packs/{packId}',
  access: 'policy.read',
  summary: { zh: '某地某日的政策', en: 'The policy of a place on a day' },
  params: z.object({ packId: PolicyId }),
  query: z.object({
    on: CivilDate.optional(),
    /** A draft of the own place: its documents may be cited, and the pack it begins is there. */
    draft: Id.optional(),
  }),
  response: z.object({
    version: z.string(),
    on: z.string(),
    chain: z.array(PackSummary),
    parameters: z.array(PolicyParameter),
    rules: z.array(PolicyRule),
    programmes: z.array(PolicyProgramme),
    clauses: z.array(PolicyClause),
    vectors: z.array(z.object({ packId: z.string(), id: z.string(), title: Words, on: z.string() })),
  }),
});

const Who = z.object({ name: z.string(), behalfName: z.string().nullable(), post: PostRef.nullable() });

export const PolicyHistoryEntry = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  area: z.enum(AREAS).nullable(),
  pack: z.object({ id: z.string(), name: Words }),
  words: Words,
  rows: z.array(Words),
  clause: PolicyClause.nullable(),
  note: Words.nullable(),
  /** Null: shipped with the platform, in `policies/`. */
  release: z
    .object({
      id: Id,
      title: z.string(),
      reason: z.string(),
      state: z.string(),
      drafted: Who.extend({ at: Instant }),
      published: Who.extend({ at: Instant }).nullable(),
    })
    .nullable(),
});
export type PolicyHistoryEntry = z.infer<typeof PolicyHistoryEntry>;

export const listPolicyHistory = defineRoute({
  id: 'list-policy-history',
  method: 'GET',
  path: '/policy-packs/{packId}/history',
  access: 'policy.read',
  summary: { zh: '一项政策的沿革', en: 'How one figure or rule came about' },
  params: z.object({ packId: PolicyId }),
  query: z.object({ target: PolicyId }),
  response: z.object({ label: Words, items: z.array(PolicyHistoryEntry) }),
});

export const RELEASE_STATES = ['draft', 'tested', 'scheduled', 'current', 'superseded', 'withdrawn'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

const ValueContent = z.object({
  kind: z.literal('parameterValue'),
  target: PolicyId,
  value: z.object({
    from: CivilDate,
    to: CivilDate.nullable(),
    area: z.enum(AREAS).nullable(),
    value: PolicyValue.nullable(),
    clause: PolicyId,
    sourceClass: z.enum(SOURCE_CLASSES).nullable(),
    note: GivenWords.nullable(),
  }),
});
const VersionContent = z.object({
  kind: z.literal('ruleVersion'),
  target: PolicyId,
  version: z.object({
    from: CivilDate,
    to: CivilDate.nullable(),
    /** Empty beside a table; null repeals the rule here. */
    expression: z.string().trim().max(5000).nullable(),
    table: PolicyTable.optional(),
    clause: PolicyId,
    sentence: GivenWords.nullable(),
  }),
});
const DocumentContent = z.object({
  kind: z.literal('document'),
  instrument: z.object({
    id: PolicyId,
    title: GivenWords,
    docNo: plainText(100).nullable(),
    issuer: plainText(200),
    issuedOn: CivilDate.nullable(),
    effectiveFrom: CivilDate,
    effectiveTo: CivilDate.nullable(),
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable(),
    sourceClass: z.enum(SOURCE_CLASSES),
  }),
  clauses: z
    .array(z.object({ id: PolicyId, article: GivenWords, paraphrase: GivenWords }))
    .min(1)
    .max(100),
});
const FactValues = z.record(PolicyId, z.union([z.string().max(200), z.int(), z.boolean(), z.null()]));
const Facts = z.object({
  household: FactValues,
  members: z.array(FactValues).max(50),
  events: z.array(FactValues).max(50).optional(),
});
const VectorContent = z.object({
  kind: z.literal('vector'),
  vector: z.object({
    id: PolicyId,
    title: GivenWords,
    on: CivilDate,
    like: PolicyId.nullable(),
    facts: Facts,
    expect: Facts,
    clause: PolicyId.nullable(),
  }),
});
/** A change as it is sent; the pack is that of the release. */
export const ChangeContent = z.discriminatedUnion('kind', [
  ValueContent,
  VersionContent,
  DocumentContent,
  VectorContent,
]);
export type ChangeContent = z.infer<typeof ChangeContent>;

export const ChangeIssueView = z.object({
  /** Id of the change; null when it is in none of them alone. */
  changeId: Id.nullable(),
  field: z.enum(CHANGE_FIELDS).nullable(),
  path: z.array(z.union([z.string(), z.number()])),
  line: z.int().nullable(),
  column: z.int().nullable(),
  message: Words,
});
export type ChangeIssueView = z.infer<typeof ChangeIssueView>;

const Mismatch = z.object({ where: Words, expected: Words, found: Words });
export const VectorResultView = z.object({
  packId: z.string(),
  vectorId: z.string(),
  title: Words,
  on: z.string(),
  ok: z.boolean(),
  mismatches: z.array(Mismatch),
  issues: z.array(Words),
  /** Of the own pack: the example as it came out, for whoever finds that right. */
  asFound: VectorContent.nullable(),
});
export type VectorResultView = z.infer<typeof VectorResultView>;

export const ReleaseSummary = z.object({
  id: Id,
  title: z.string(),
  packId: z.string(),
  packName: Words,
  state: z.enum(RELEASE_STATES),
  effectiveOn: z.string(),
  changes: z.int(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

export const ReleaseChange = z.object({
  id: Id,
  kind: z.enum(['pack', 'document', 'parameterValue', 'ruleVersion', 'vector']),
  target: z.string(),
  words: Words,
  rows: z.array(Words),
  /** Before it is published: what to look at again, though it is allowed. */
  cautions: z.array(Words),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  /** Null for a new pack, which the platform adds itself. */
  content: ChangeContent.nullable(),
});
export type ReleaseChange = z.infer<typeof ReleaseChange>;

export const RELEASE_ACTS = ['edit', 'test', 'publish', 'return', 'abandon', 'withdraw'] as const;
export const ReleaseView = ReleaseSummary.omit({ changes: true }).extend({
  regionCode: RegionCode,
  reason: z.string(),
  revision: Version,
  changes: z.array(ReleaseChange),
  issues: z.array(ChangeIssueView),
  test: z
    .object({
      passed: z.boolean(),
      at: Instant,
      by: z.string(),
      isOfThisRevision: z.boolean(),
      results: z.array(VectorResultView),
    })
    .nullable(),
  events: z.array(z.object({ act: z.string(), at: Instant, who: Who.nullable(), reason: z.string().nullable() })),
  availableActions: z.array(z.object({ act: z.enum(RELEASE_ACTS), blockedBy: Words.nullable() })),
});
export type ReleaseView = z.infer<typeof ReleaseView>;

const ReleaseParams = z.object({ id: Id });
const ReleaseFields = z.object({ title: plainText(100, 2), reason: Reason, effectiveOn: CivilDate });

export const listPolicyReleases = defineRoute({
  id: 'list-policy-releases',
  method: 'GET',
  path: '/policy-releases',
  access: 'policy.read',
  summary: { zh: '政策发布', en: 'Releases of policy' },
  query: PageQuery.extend({ state: z.enum(RELEASE_STATES).optional() }),
  response: pageOf(ReleaseSummary),
});
export const draftPolicyRelease = defineRoute({
  id: 'draft-policy-release',
  method: 'POST',
  path: '/policy-releases',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '起草政策发布', en: 'Draft a release of policy' },
  body: ReleaseFields,
  response: Done,
});
export const getPolicyRelease = defineRoute({
  id: 'get-policy-release',
  method: 'GET',
  path: '/policy-releases/{id}',
  access: 'policy.read',
  summary: { zh: '一次政策发布', en: 'One release of policy' },
  params: ReleaseParams,
  response: ReleaseView,
});
export const editPolicyRelease = defineRoute({
  id: 'edit-policy-release',
  method: 'PATCH',
  path: '/policy-releases/{id}',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '修改发布的标题、理由和生效日', en: 'Change title, reason and day of a release' },
  params: ReleaseParams,
  body: ReleaseFields.extend({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const putPolicyChange = defineRoute({
  id: 'put-policy-change',
  method: 'POST',
  path: '/policy-releases/{id}/changes',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '增加或改写一项改动', en: 'Add or rewrite a change' },
  params: ReleaseParams,
  body: z.object({ content: ChangeContent, reason: Reason, replaces: Id.nullable(), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'POLICY_CHANGE_INVALID'],
});
export const removePolicyChange = defineRoute({
  id: 'remove-policy-change',
  method: 'POST',
  path: '/policy-releases/{id}/changes/{changeId}/remove',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '撤回一项改动', en: 'Take a change out' },
  params: ReleaseParams.extend({ changeId: Id }),
  body: z.object({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const checkPolicyChange = defineRoute({
  id: 'check-policy-change',
  method: 'POST',
  path: '/policy-releases/{id}/check',
  access: 'policy.draft',
  asks: true,
  summary: { zh: '核对一项改动（不保存）', en: 'Check a change without keeping it' },
  params: ReleaseParams,
  body: z.object({ content: ChangeContent, replaces: Id.nullable() }),
  response: z.object({
    issues: z.array(ChangeIssueView),
    words: Words,
    rows: z.array(Words),
    /** What to look at again, though it is allowed. */
    cautions: z.array(Words),
  }),
});
export const testPolicyRelease = defineRoute({
  id: 'test-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/test',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '运行验算例', en: 'Run the worked examples' },
  params: ReleaseParams,
  body: z.object({ expectedVersion: Version }),
  response: z.object({ passed: z.boolean(), failed: z.int(), total: z.int() }),
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'POLICY_CHANGE_INVALID'],
});
export const publishPolicyRelease = defineRoute({
  id: 'publish-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/publish',
  access: 'policy.publish',
  audited: true,
  summary: { zh: '批准发布，到生效日起执行', en: 'Publish for the day it takes effect' },
  params: ReleaseParams,
  body: z.object({ reason: Reason, expectedVersion: Version }),
  response: Done,
  errors: ['OWN_WORK_BLOCKED', 'VERSION_CONFLICT', 'STATE_CONFLICT', 'POLICY_TEST_AGAIN', 'POLICY_DAY_BEGUN'],
});
const WithReason = z.object({ reason: Reason, expectedVersion: Version });
export const returnPolicyRelease = defineRoute({
  id: 'return-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/return',
  access: 'policy.publish',
  audited: true,
  summary: { zh: '退回修改', en: 'Hand back for changes' },
  params: ReleaseParams,
  body: WithReason,
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const abandonPolicyRelease = defineRoute({
  id: 'abandon-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/abandon',
  access: 'policy.draft',
  audited: true,
  summary: { zh: '放弃草案', en: 'Give a draft up' },
  params: ReleaseParams,
  body: WithReason,
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT'],
});
export const withdrawPolicyRelease = defineRoute({
  id: 'withdraw-policy-release',
  method: 'POST',
  path: '/policy-releases/{id}/withdraw',
  access: 'policy.publish',
  audited: true,
  summary: { zh: '撤回尚未生效的发布', en: 'Withdraw a release before its day' },
  params: ReleaseParams,
  body: WithReason,
  response: Done,
  errors: ['VERSION_CONFLICT', 'STATE_CONFLICT', 'POLICY_DAY_BEGUN'],
});
