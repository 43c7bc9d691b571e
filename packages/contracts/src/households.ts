import { z } from 'zod';
import {
  CivilDate,
  Done,
  Fen,
  Id,
  Instant,
  Name,
  PhoneNumber,
  plainText,
  Reason,
  RegionCode,
  Version,
  Words,
} from './primitives.ts';
import { defineRoute } from './route.ts';
import { TEXT_FORMATS } from './text-formats.ts';

export const SEXES = ['male', 'female', 'unknown'] as const;
export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'child-in-law',
  'parent',
  'parent-in-law',
  'grandchild',
  'grandparent',
  'sibling',
  'other-relative',
  'not-related',
] as const;
export type Relation = (typeof RELATIONS)[number];
/** Who owes support to whom: to parents, to children, between spouses or siblings. */
export const SUPPORT_RELATIONS = ['none', 'supports-head', 'supported-by-head', 'mutual'] as const;
export const CIRCUMSTANCE_KINDS = [
  'income',
  'property',
  'expenditure',
  'health',
  'disability',
  'labour',
  'schooling',
  'housing',
  'event',
  'other',
] as const;
export const PROVENANCES = ['declared', 'observed', 'document', 'data-check', 'survey', 'report'] as const;

export const PersonView = z.object({
  id: Id,
  name: z.string(),
  sex: z.enum(SEXES),
  birthDate: CivilDate.nullable(),
  age: z.int().nullable(),
  idNumberMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  hukouRegionCode: RegionCode.nullable(),
  hukouPlace: z.string().nullable(),
  residenceRegionCode: RegionCode,
  residencePlace: z.string(),
  hasAddress: z.boolean(),
  version: Version,
});
export type PersonView = z.infer<typeof PersonView>;

export const MemberView = PersonView.extend({
  relation: z.enum(RELATIONS),
  supportRelation: z.enum(SUPPORT_RELATIONS),
  fromDate: CivilDate,
  payeeAccountMasked: z.string().nullable(),
});
export type MemberView = z.infer<typeof MemberView>;

export const CircumstanceView = z.object({
  id: Id,
  kind: z.enum(CIRCUMSTANCE_KINDS),
  personId: Id.nullable(),
  personName: z.string().nullable(),
  text: z.string(),
  amountFen: z.int().nullable(),
  occurredOn: CivilDate.nullable(),
  provenance: z.enum(PROVENANCES),
  provenanceNote: z.string().nullable(),
  act: z.enum(['initial', 'correction', 'succession']),
  supersedesId: Id.nullable(),
  recordedAt: Instant,
  recordedBy: z.string(),
  current: z.boolean(),
});
export type CircumstanceView = z.infer<typeof CircumstanceView>;

export const HouseholdView = z.object({
  id: Id,
  regionCode: RegionCode,
  regionName: z.string(),
  headName: z.string(),
  members: z.array(MemberView),
  circumstances: z.array(CircumstanceView),
  cases: z.array(
    z.object({ id: Id, caseNo: z.string(), summary: z.string(), state: z.enum(['open', 'closed']), openedAt: Instant }),
  ),
  version: Version,
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const PersonHit = z.object({
  personId: Id,
  householdId: Id.nullable(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  idNumberMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  regionName: z.string(),
  headName: z.string().nullable(),
  openCaseNo: z.string().nullable(),
  matchedBy: z.enum(['id-number', 'name', 'phone']),
});
export type PersonHit = z.infer<typeof PersonHit>;

export const searchPersons = defineRoute({
  id: 'search-persons',
  method: 'POST',
  path: '/persons/search',
  access: 'household.search',
  audited: true,
  asks: true,
  summary: { zh: '查询人员（先查后建）', en: 'Search people' },
  body: z.object({
    idNumber: z.string().trim().max(40).optional(),
    name: z.string().trim().max(50).optional(),
    phone: PhoneNumber.optional(),
    regionCode: RegionCode.optional(),
  }),
  response: z.object({
    items: z.array(PersonHit),
    /** The ID number is registered outside the caller's remit: only who to ask (PR12). */
    elsewhere: z.object({ officeName: z.string(), officePhone: z.string().nullable() }).nullable(),
  }),
  errors: ['ID_NUMBER_INVALID'],
});

export const PersonFields = z.object({
  name: Name,
  sex: z.enum(SEXES),
  birthDate: CivilDate.nullable(),
  idNumber: z.string().trim().max(40).nullable(),
  phone: PhoneNumber.nullable(),
  hukouRegionCode: RegionCode.nullable(),
  residenceRegionCode: RegionCode,
  address: plainText(200).nullable(),
});
export type PersonFields = z.infer<typeof PersonFields>;
export const MemberFields = PersonFields.extend({
  relation: z.enum(RELATIONS),
  supportRelation: z.enum(SUPPORT_RELATIONS),
});
export type MemberFields = z.infer<typeof MemberFields>;

export const getHousehold = defineRoute({
  id: 'get-household',
  method: 'GET',
  path: '/households/{id}',
  access: 'household.read',
  audited: true,
  summary: { zh: '家庭档案', en: 'A household' },
  params: z.object({ id: Id }),
  response: HouseholdView,
});
export const addMember = defineRoute({
  id: 'add-member',
  method: 'POST',
  path: '/households/{id}/members',
  access: 'household.write',
  audited: true,
  summary: { zh: '增加家庭成员', en: 'Add a member' },
  params: z.object({ id: Id }),
  body: MemberFields.extend({ expectedVersion: Version }),
  response: Done,
  errors: ['PERSON_EXISTS', 'ID_NUMBER_INVALID', 'VERSION_CONFLICT'],
});
export const joinHousehold = defineRoute({
  id: 'join-household',
  method: 'POST',
  path: '/households/{id}/members/{personId}/join',
  access: 'household.write',
  audited: true,
  summary: { zh: '在册人员加入家庭', en: 'Somebody on record joins the household' },
  params: z.object({ id: Id, personId: Id }),
  body: MemberFields.pick({ relation: true, supportRelation: true }).extend({ expectedVersion: Version }),
  response: Done,
  errors: ['PERSON_IN_HOUSEHOLD', 'VERSION_CONFLICT'],
});
export const correctRelation = defineRoute({
  id: 'correct-relation',
  method: 'PATCH',
  path: '/households/{id}/members/{personId}',
  access: 'household.write',
  audited: true,
  summary: { zh: '更正与户主的关系', en: 'Correct the relation of a member' },
  params: z.object({ id: Id, personId: Id }),
  body: MemberFields.pick({ relation: true, supportRelation: true }).extend({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT'],
});
export const removeMember = defineRoute({
  id: 'remove-member',
  method: 'POST',
  path: '/households/{id}/members/{personId}/leave',
  access: 'household.write',
  audited: true,
  summary: { zh: '成员离开家庭', en: 'A member leaves' },
  params: z.object({ id: Id, personId: Id }),
  body: z.object({ on: CivilDate, reason: Reason, expectedVersion: Version }),
  response: Done,
});
export const updatePerson = defineRoute({
  id: 'update-person',
  method: 'PATCH',
  path: '/persons/{id}',
  access: 'household.write',
  audited: true,
  summary: { zh: '更正人员信息', en: 'Correct a person' },
  params: z.object({ id: Id }),
  body: PersonFields.partial().extend({ expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'ID_NUMBER_INVALID', 'PERSON_EXISTS'],
});
export const recordCircumstance = defineRoute({
  id: 'record-circumstance',
  method: 'POST',
  path: '/households/{id}/circumstances',
  access: 'household.write',
  audited: true,
  summary: { zh: '记录情况（含来源）', en: 'Record a circumstance with provenance' },
  params: z.object({ id: Id }),
  body: z.object({
    kind: z.enum(CIRCUMSTANCE_KINDS),
    personId: Id.nullable(),
    text: plainText(1000, 2),
    amountFen: Fen.nullable(),
    occurredOn: CivilDate.nullable(),
    provenance: z.enum(PROVENANCES),
    provenanceNote: plainText(300).nullable(),
    act: z.enum(['initial', 'correction', 'succession']),
    supersedesId: Id.nullable(),
  }),
  response: Done,
});
export const setPayeeAccount = defineRoute({
  id: 'set-payee-account',
  method: 'PUT',
  path: '/persons/{id}/payee-account',
  access: 'household.write',
  audited: true,
  summary: { zh: '登记收款账户', en: 'Set the payee account' },
  params: z.object({ id: Id }),
  body: z.object({
    bankName: Name,
    accountNumber: z
      .string()
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(TEXT_FORMATS.accountNumber.pattern)),
    holderName: Name,
  }),
  response: Done,
});
export const UNMASK_FIELDS = ['idNumber', 'phone', 'address', 'payeeAccount'] as const;
export const unmaskPerson = defineRoute({
  id: 'unmask-person',
  method: 'POST',
  path: '/persons/{id}/unmask',
  access: 'person.unmask',
  audited: true,
  asks: true,
  summary: { zh: '查看完整信息（留痕）', en: 'Unmask one field, audited' },
  params: z.object({ id: Id }),
  body: z.object({ field: z.enum(UNMASK_FIELDS), purpose: plainText(200, 4) }),
  response: z.object({ value: z.string().nullable(), notice: Words }),
});
