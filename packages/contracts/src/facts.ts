import { PROVENANCES as FACT_PROVENANCES, RULE_SCOPES } from '@yimen/rules';
import { z } from 'zod';
import { FactPlace, FactValue } from './household-facts.ts';
import { Id, Instant, plainText, Words } from './primitives.ts';
import { defineRoute } from './route.ts';

export { FACT_PROVENANCES };

/** Its own register says some things by itself; nobody enters these as answers. */
export const ENTERED_PROVENANCES = ['stated', 'observed', 'document', 'dataSource', 'officer'] as const;
export const FACT_ACTS = ['initial', 'correction', 'succession'] as const;

/** An answer to a question of the policy. A correction says the old one was wrong, a succession that it changed. */
export const NewFact = z.object({
  question: z.string().max(80),
  on: z.enum(RULE_SCOPES),
  /** Of a fact about a person. */
  personId: Id.nullable(),
  /** Null takes back an answer that turned out to be no knowledge. */
  value: FactValue,
  provenance: z.enum(ENTERED_PROVENANCES),
  provenanceNote: plainText(300).nullable(),
  act: z.enum(FACT_ACTS),
  supersedesId: Id.nullable(),
});
export type NewFact = z.infer<typeof NewFact>;

/** What is known: an answer, or what the register says by itself (without id). */
export const KnownFactView = FactPlace.extend({
  factId: Id.nullable(),
  personId: Id.nullable(),
  personName: z.string().nullable(),
  label: Words,
  value: FactValue,
  words: Words,
  provenance: z.enum(FACT_PROVENANCES),
  provenanceNote: z.string().nullable(),
  recordedAt: Instant.nullable(),
  recordedBy: z.string().nullable(),
});
export type KnownFactView = z.infer<typeof KnownFactView>;

export const listCaseFacts = defineRoute({
  id: 'list-case-facts',
  method: 'GET',
  path: '/cases/{id}/facts',
  access: 'case.read',
  audited: true,
  summary: { zh: '已了解的事实（含来源）', en: 'Facts known of a case, with their sources' },
  params: z.object({ id: Id }),
  response: z.object({
    /** In the order in which facts and results count them. */
    members: z.array(z.object({ personId: Id, name: z.string() })),
    items: z.array(KnownFactView),
  }),
});
