import { z } from 'zod';
import { CivilDate, Id, Instant, PageQuery, pageOf, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One act or reading, as an auditor sees it: who through which post did what to which record; never the record itself. */
export const AuditEntryView = z.object({
  id: z.int(),
  at: Instant,
  action: z.string(),
  actionWords: Words.nullable(),
  outcome: z.enum(AUDIT_OUTCOMES),
  accountId: Id.nullable(),
  accountName: z.string().nullable(),
  postTitle: z.string().nullable(),
  officeName: z.string().nullable(),
  regionName: z.string().nullable(),
  /** B acting: on whose behalf. */
  onBehalfOf: z.string().nullable(),
  subjectType: z.string().nullable(),
  subjectId: z.string().nullable(),
  purpose: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
  requestId: Id,
  /** Already chained; entries of the last seconds are not yet. */
  sealed: z.boolean(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const listAudit = defineRoute({
  id: 'list-audit',
  method: 'GET',
  path: '/audit',
  access: 'audit.read',
  audited: true,
  summary: { zh: '审计日志', en: 'Audit log' },
  query: PageQuery.extend({
    subjectType: z.string().max(60).optional(),
    subjectId: z.string().max(100).optional(),
    accountId: Id.optional(),
    action: z.string().max(100).optional(),
    outcome: z.enum(AUDIT_OUTCOMES).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
  }),
  response: pageOf(AuditEntryView),
});
