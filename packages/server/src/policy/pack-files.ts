import {
  APPLY_AT,
  AREAS,
  BENEFIT_KINDS,
  PACK_LEVELS,
  PERIODS,
  PROGRAMME_CATEGORIES,
  PUBLIC_FIELDS,
  RULE_SCOPES,
  SOURCE_CLASSES,
  UNITS,
} from '@yimen/rules';
import { z } from 'zod';
import { DecisionTableFile } from './decision-table-file.ts';
import { Id, PlainDate, told, Words } from './words.ts';

/** Shapes of the files of a pack; what they mean is said in policies/README.md. */

const Options = z.array(z.strictObject({ id: Id, label: Words })).default([]);
const Whole = z.int().nullable().default(null);
const Nullable = {
  id: Id.nullable().default(null),
  date: PlainDate.nullable().default(null),
  text: z.string().nullable().default(null),
  words: Words.nullable().default(null),
};

export const PackFile = z.strictObject({
  id: Id,
  name: Words,
  level: z.enum(PACK_LEVELS),
  inherits: Id.nullable(),
  regions: z.array(
    z
      .string()
      .refine(
        (text) => /^[0-9A-Z]*$/.test(text),
        told('只能用数字和大写字母。', 'must have digits and capital letters only.'),
      ),
  ),
  departments: z
    .array(
      z.strictObject({
        duty: Id,
        department: Id,
        alongside: z.array(Id).default([]),
        name: Words,
        clause: Id,
      }),
    )
    .default([]),
});

export const ClausesFile = z.array(
  z.strictObject({
    id: Id,
    title: Words,
    docNo: Nullable.text,
    issuer: z.string(),
    issuedOn: Nullable.date,
    effectiveFrom: PlainDate,
    effectiveTo: Nullable.date,
    sourceUrl: Nullable.text,
    source: z.enum(SOURCE_CLASSES),
    clauses: z.array(z.strictObject({ id: Id, article: Words, paraphrase: Words })),
  }),
);

const Column = z.strictObject({
  id: Id,
  label: Words,
  unit: z.enum(UNITS).exclude(['table']),
  nullable: z.boolean().default(false),
  options: z.array(z.string()).nullable().default(null),
  labels: z.record(z.string(), Words).optional(),
  smallest: Whole,
  largest: Whole,
});

const Definition = z.strictObject({
  label: Words,
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable().default(null),
  byArea: z.boolean().default(false),
  options: z.array(z.string()).nullable().default(null),
  labels: z.record(z.string(), Words).optional(),
  columns: z.array(Column).default([]),
  smallest: Whole,
  largest: Whole,
});

const Cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const Value = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.record(z.string(), Cell)),
]);

export const ParametersFile = z.array(
  z.strictObject({
    id: Id,
    define: Definition.nullable().default(null),
    values: z
      .array(
        z.strictObject({
          from: PlainDate,
          to: Nullable.date,
          area: z.enum(AREAS).nullable().default(null),
          value: Value,
          clause: Id,
          /** Left out: as trustworthy as the instrument of the clause. */
          source: z.enum(SOURCE_CLASSES).nullable().default(null),
          note: Nullable.words,
        }),
      )
      .default([]),
  }),
);

export const ProgrammesFile = z.array(
  z.strictObject({
    id: Id,
    name: Words,
    category: z.enum(PROGRAMME_CATEGORIES),
    unit: z.enum(['person', 'household', 'event']),
    leadDuty: Id,
    benefits: z.array(z.enum(BENEFIT_KINDS)).min(1),
    procedure: Nullable.id,
    clauses: z.array(Id).min(1),
    determination: z
      .strictObject({ eligible: Id, amount: Nullable.id, paidFrom: Nullable.id, paidUntil: Nullable.id })
      .nullable()
      .default(null),
    excludes: z.array(Id).default([]),
    applyAt: z.enum(APPLY_AT).default('window'),
    documents: z
      .array(
        z.strictObject({
          id: Id,
          label: Words,
          provider: z.enum(['applicant', 'worker', 'dataSource']),
          when: Nullable.id,
          clause: Id,
        }),
      )
      .default([]),
    decider: z
      .strictObject({ duty: Id, level: z.enum(['village', 'township', 'county']), delegatedWhen: Nullable.id })
      .nullable()
      .default(null),
    limits: z.array(z.strictObject({ id: Id, label: Words, parameter: Id })).default([]),
    publicity: z
      .array(
        z.strictObject({
          id: Id,
          label: Words,
          parameter: Id,
          shows: z.array(z.enum(PUBLIC_FIELDS)).min(1),
          clause: Id,
        }),
      )
      .default([]),
    reviewEvery: Nullable.id,
  }),
);

/** What says the rule is an expression (null: repealed here) or a table, never both. */
const RuleVersion = z
  .strictObject({
    from: PlainDate,
    to: Nullable.date,
    expression: z.string().min(1).max(5_000).nullable().optional(),
    table: DecisionTableFile.optional(),
    clause: Id,
    sentence: Nullable.words,
  })
  .refine(
    ({ expression, table }) => (expression === undefined) !== (table === undefined),
    told('表达式（expression）和表（table）只写一项。', 'has an expression or a table, one of them.'),
  )
  .transform(({ expression, table, ...version }) =>
    table ? { ...version, expression: '', table } : { ...version, expression: expression ?? null },
  );

export const RulesFile = z.array(
  z.strictObject({
    id: Id,
    define: z
      .strictObject({
        on: z.enum(RULE_SCOPES),
        label: Words,
        unit: z.enum(UNITS).exclude(['table', 'list', 'limit']),
        per: z.enum(PERIODS).nullable().default(null),
        options: Options,
      })
      .nullable()
      .default(null),
    /** Where a reader finds it: holds for the rules below, until the next. */
    topic: Words.optional(),
    versions: z.array(RuleVersion).default([]),
  }),
);

const Step = z.strictObject({
  id: Id,
  label: Words,
  actor: Id,
  limit: z
    .strictObject({
      parameter: Id,
      startsAt: z.enum(['acceptance', 'previousStep', 'payment', 'report']),
    })
    .nullable()
    .default(null),
  clause: Id,
  skippableWhen: z
    .strictObject({ kind: z.enum(['fact', 'parameter']), id: Id, label: Words })
    .nullable()
    .default(null),
});

export const ProceduresFile = z.array(z.strictObject({ id: Id, name: Words, steps: z.array(Step).min(1) }));

export const QuestionsFile = z.array(
  z
    .strictObject({
      id: Id,
      on: z.enum(RULE_SCOPES),
      label: Words,
      help: Nullable.words,
      unit: z.enum(UNITS).exclude(['table', 'list', 'limit']),
      per: z.enum(PERIODS).nullable().default(null),
      smallest: Whole,
      largest: Whole,
      past: z.literal(true).optional(),
      options: z.array(z.strictObject({ id: Id, label: Words, once: z.literal(true).optional() })).default([]),
      sensitivity: z.enum(['open', 'internal', 'sensitive']),
      dataSource: Nullable.text,
      usual: z.union([z.boolean(), z.string()]).nullable().default(null),
    })
    .refine(({ usual, unit, options }) => usual === null || canBeUsual(usual, unit, options), {
      path: ['usual'],
      ...told(
        '不是这个问题的答案：应为是或否，或者它的一个选项。',
        'is no answer of the question: yes or no, or one of its options.',
      ),
    })
    .refine(({ past, unit }) => !past || unit === 'date', {
      path: ['past'],
      ...told('只用于日期。', 'is said of a date alone.'),
    })
    .refine(({ on, options }) => on === 'person' || !options.some(({ once }) => once), {
      path: ['options'],
      ...told('once 只用于成员（on: person）的选项。', 'once is said of options of members alone (on: person).'),
    }),
);

function canBeUsual(usual: boolean | string, unit: string, options: readonly { readonly id: string }[]): boolean {
  return typeof usual === 'boolean' ? unit === 'flag' : options.some(({ id }) => id === usual);
}

const FactValues = z.record(Id, z.union([z.string(), z.int(), z.boolean(), z.null()]));
const NoFacts = { household: {}, members: [], events: [] };
const HouseholdFacts = z.strictObject({
  household: FactValues.default({}),
  members: z.array(FactValues).default([]),
  events: z.array(FactValues).default([]),
});

export const VectorsFile = z.array(
  z.strictObject({
    id: Id,
    title: Words,
    on: PlainDate,
    like: Nullable.id,
    facts: HouseholdFacts.default(NoFacts),
    expect: HouseholdFacts,
    clause: Nullable.id,
  }),
);
