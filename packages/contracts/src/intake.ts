import { z } from 'zod';
import { URGENCIES } from './casework.ts';
import { EVENT_KINDS } from './discovery.ts';
import { MemberFields } from './households.ts';
import { CivilDate, ClockView, Id, plainText, RegionCode, Version } from './primitives.ts';
import { defineRoute } from './route.ts';

/** Answers to the questions of the policy pack that decide the urgency class; what is not answered stays unknown. */
export const UrgencyAnswers = z.record(z.string().max(80), z.union([z.boolean(), z.string().max(80)]));

/** One door: household (known or new), event, need — papers may be missing. */
export const IntakeFields = z.object({
  reportId: Id.nullable(),
  household: z.discriminatedUnion('is', [
    z.object({ is: z.literal('known'), householdId: Id }),
    /** Known by exact ID number in another remit: the place of the event may serve. */
    z.object({ is: z.literal('known-elsewhere'), idNumber: z.string().trim().max(40) }),
    /** Somebody on record who belongs to no household: the head of one of their own, at the place of their record. */
    z.object({ is: z.literal('of-person'), personId: Id }),
    z.object({
      is: z.literal('new'),
      regionCode: RegionCode,
      members: z.array(MemberFields).min(1).max(20),
      searched: z.literal(true),
    }),
  ]),
  event: z.object({
    kind: z.enum(EVENT_KINDS),
    occurredOn: CivilDate,
    placeRegionCode: RegionCode,
    placeDetail: plainText(200).nullable(),
    description: plainText(2000, 2),
  }),
  need: plainText(1000, 2),
  urgencyAnswers: UrgencyAnswers,
});
export type IntakeFields = z.infer<typeof IntakeFields>;

export const takeIn = defineRoute({
  id: 'take-in',
  method: 'POST',
  path: '/intakes',
  access: 'case.create',
  audited: true,
  summary: { zh: '受理（建档、立案、首个任务一次完成）', en: 'Take in: household, case and first task in one act' },
  body: IntakeFields,
  response: z.object({
    caseId: Id,
    caseNo: z.string(),
    householdId: Id,
    urgency: z.enum(URGENCIES),
    firstTask: z.object({ id: Id, clock: ClockView }),
    version: Version,
  }),
  errors: [
    'PERSON_EXISTS',
    'PERSON_IN_HOUSEHOLD',
    'ID_NUMBER_INVALID',
    'REPORT_ALREADY_SETTLED',
    'POLICY_UNKNOWN',
    'RELATIVE_BLOCKED',
  ],
});
