import {
  AREAS,
  BENEFIT_KINDS,
  isPlainDate,
  PACK_LEVELS,
  PERIODS,
  PROGRAMME_CATEGORIES,
  SOURCE_CLASSES,
  UNITS,
} from '@yimen/rules';
import { z } from 'zod';

/** Shapes of the files of a pack; what they mean is said in policies/README.md. */

const Id = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/, 'letters, digits, dots and hyphens only');
const English = z
  .string()
  .min(1)
  .regex(/^\P{Script=Han}*$/u, 'there is Chinese in the English');
const Words = z.strictObject({ zh: z.string().min(1), en: English });
const PlainDate = z.string().refine(isPlainDate, 'no day of the calendar');
const Nullable = {
  date: PlainDate.nullable().default(null),
  text: z.string().nullable().default(null),
  words: Words.nullable().default(null),
};

export const PackFile = z.strictObject({
  id: Id,
  name: Words,
  level: z.enum(PACK_LEVELS),
  inherits: Id.nullable(),
  regions: z.array(z.string().regex(/^[0-9A-Z]*$/)),
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
});

const Definition = z.strictObject({
  label: Words,
  unit: z.enum(UNITS),
  per: z.enum(PERIODS).nullable().default(null),
  byArea: z.boolean().default(false),
  options: z.array(z.string()).nullable().default(null),
  columns: z.array(Column).default([]),
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
    procedure: Id.nullable().default(null),
    clauses: z.array(Id).min(1),
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
  z.strictObject({
    id: Id,
    label: Words,
    help: Nullable.words,
    unit: z.enum(UNITS).exclude(['table']),
    options: z.array(z.strictObject({ id: Id, label: Words })).default([]),
    sensitivity: z.enum(['open', 'internal', 'sensitive']),
    dataSource: Nullable.text,
  }),
);
