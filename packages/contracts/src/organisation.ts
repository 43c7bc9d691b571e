import { z } from 'zod';
import { ROLE_IDS } from './access.ts';
import {
  CivilDate,
  Done,
  Id,
  Instant,
  Name,
  PageQuery,
  PhoneNumber,
  pageOf,
  plainText,
  Reason,
  RegionCode,
  Version,
} from './primitives.ts';
import { defineRoute } from './route.ts';
import { TEXT_FORMATS } from './text-formats.ts';

export const REGION_LEVELS = ['nation', 'province', 'city', 'county', 'township', 'village'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** Significant characters of a 12-digit region code by level (counties GB/T 2260, townships GB/T 10114, villages the statistical code); the rest is padding. */
export const REGION_DIGITS: Readonly<Record<RegionLevel, number>> = {
  nation: 0,
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

export const OFFICE_KINDS = [
  'civil-affairs',
  'department',
  'township-window',
  'mutual-aid-society',
  'hotline',
  'hospital',
  'school',
  'police',
  'charity',
  'social-work',
  'rescue-station',
  'leading-group',
  'platform',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

export const Region = z.object({
  code: RegionCode,
  parentCode: RegionCode.nullable(),
  level: z.enum(REGION_LEVELS),
  kind: z.enum(['administrative', 'functional-zone']),
  name: z.string(),
  fullName: z.string(),
  hasChildren: z.boolean(),
});
export type Region = z.infer<typeof Region>;

export const listRegions = defineRoute({
  id: 'list-regions',
  method: 'GET',
  path: '/regions',
  access: 'public',
  summary: { zh: '行政区划（下级）', en: 'Regions below a region' },
  query: z.object({ parent: RegionCode.optional(), search: z.string().trim().max(50).optional() }),
  response: z.object({ items: z.array(Region) }),
});

export const DirectoryEntry = z.object({
  officeId: Id,
  name: z.string(),
  kind: z.enum(OFFICE_KINDS),
  regionCode: RegionCode,
  regionName: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  openHours: z.string().nullable(),
  dutyPhone: z.string().nullable(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const listDirectory = defineRoute({
  id: 'list-directory',
  method: 'GET',
  path: '/directory',
  access: 'public',
  summary: { zh: '救助窗口目录', en: 'Public directory of windows' },
  query: z.object({ region: RegionCode.optional(), search: z.string().trim().max(50).optional() }),
  response: z.object({ hotline: z.string(), items: z.array(DirectoryEntry) }),
});

export const Office = z.object({
  id: Id,
  name: z.string(),
  nameEn: z.string().nullable(),
  kind: z.enum(OFFICE_KINDS),
  department: z.string().nullable(),
  regionCode: RegionCode,
  regionName: z.string(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  openHours: z.string().nullable(),
  isPublic: z.boolean(),
  active: z.boolean(),
  postCount: z.int(),
  version: Version,
});
export type Office = z.infer<typeof Office>;

const OfficeFields = z.object({
  name: Name,
  kind: z.enum(OFFICE_KINDS),
  department: z.string().trim().max(60).nullable(),
  regionCode: RegionCode,
  phone: plainText(40).nullable(),
  address: plainText(200).nullable(),
  openHours: plainText(100).nullable(),
  isPublic: z.boolean(),
});

export const listOffices = defineRoute({
  id: 'list-offices',
  method: 'GET',
  path: '/offices',
  access: 'organisation.read',
  summary: { zh: '机构列表', en: 'List offices' },
  query: PageQuery.extend({
    id: Id.optional(),
    region: RegionCode.optional(),
    kind: z.enum(OFFICE_KINDS).optional(),
    department: z.string().trim().max(60).optional(),
    search: z.string().trim().max(50).optional(),
  }),
  response: pageOf(Office),
});
export const createOffice = defineRoute({
  id: 'create-office',
  method: 'POST',
  path: '/offices',
  access: 'organisation.manage',
  audited: true,
  summary: { zh: '新增机构', en: 'Create an office' },
  body: OfficeFields,
  response: Done,
});
export const updateOffice = defineRoute({
  id: 'update-office',
  method: 'PATCH',
  path: '/offices/{id}',
  access: 'organisation.manage',
  audited: true,
  summary: { zh: '修改机构', en: 'Change an office' },
  params: z.object({ id: Id }),
  body: OfficeFields.partial().extend({ active: z.boolean().optional(), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT'],
});

export const PostHolder = z.object({
  accountId: Id,
  name: z.string(),
  kind: z.enum(['A', 'B']),
  fromDate: CivilDate,
  absentUntil: Instant.nullable(),
});
export const Post = z.object({
  id: Id,
  officeId: Id,
  officeName: z.string(),
  role: z.enum(ROLE_IDS),
  title: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  seat: z.int().nullable(),
  active: z.boolean(),
  holders: z.array(PostHolder),
  version: Version,
});
export type Post = z.infer<typeof Post>;

export const listPosts = defineRoute({
  id: 'list-posts',
  method: 'GET',
  path: '/posts',
  access: 'organisation.read',
  summary: { zh: '岗位列表', en: 'List posts' },
  query: PageQuery.extend({
    officeId: Id.optional(),
    role: z.enum(ROLE_IDS).optional(),
    region: RegionCode.optional(),
  }),
  response: pageOf(Post),
});
export const createPost = defineRoute({
  id: 'create-post',
  method: 'POST',
  path: '/posts',
  access: 'permission.grant',
  audited: true,
  summary: { zh: '设置岗位', en: 'Create a post' },
  body: z.object({ officeId: Id, role: z.enum(ROLE_IDS), title: Name, regionCode: RegionCode }),
  response: Done,
});
export const updatePost = defineRoute({
  id: 'update-post',
  method: 'PATCH',
  path: '/posts/{id}',
  access: 'permission.grant',
  audited: true,
  summary: { zh: '修改岗位', en: 'Change a post' },
  params: z.object({ id: Id }),
  body: z.object({ title: Name.optional(), active: z.boolean().optional(), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'POST_STILL_RESPONSIBLE'],
});
export const assignPost = defineRoute({
  id: 'assign-post',
  method: 'PUT',
  path: '/posts/{id}/holders',
  access: 'permission.grant',
  audited: true,
  summary: { zh: '指定 A/B 岗', en: 'Assign A and B' },
  params: z.object({ id: Id }),
  body: z.object({ a: Id.nullable(), b: z.array(Id).max(3), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'ADMIN_ROLES_EXCLUSIVE', 'POST_STILL_RESPONSIBLE'],
});

export const Account = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  /** Does not sign in until an administrator enables it again. */
  disabled: z.boolean(),
  /** Disabled because nobody used it for long. */
  unused: z.boolean(),
  locked: z.boolean(),
  secondFactor: z.boolean(),
  lastSignedInAt: Instant.nullable(),
  posts: z.array(z.object({ postId: Id, title: z.string(), officeName: z.string(), kind: z.enum(['A', 'B']) })),
  version: Version,
});
export type Account = z.infer<typeof Account>;

export const listAccounts = defineRoute({
  id: 'list-accounts',
  method: 'GET',
  path: '/accounts',
  access: 'organisation.read',
  summary: { zh: '账号列表', en: 'List accounts' },
  query: PageQuery.extend({
    search: z.string().trim().max(50).optional(),
    /** Leaves out those an administrator disabled; the unused ones stay, marked: they are enabled again on request. */
    without: z.literal('disabled').optional(),
  }),
  response: pageOf(Account),
});
export const createAccount = defineRoute({
  id: 'create-account',
  method: 'POST',
  path: '/accounts',
  access: 'account.manage',
  audited: true,
  shownOnce: true,
  summary: { zh: '开设账号', en: 'Create an account' },
  body: z.object({
    login: z.string().trim().toLowerCase().regex(TEXT_FORMATS.login.pattern),
    name: Name,
    phone: PhoneNumber.nullable(),
  }),
  response: z.object({ id: Id, activationToken: z.string() }),
  errors: ['LOGIN_TAKEN'],
});
export const updateAccount = defineRoute({
  id: 'update-account',
  method: 'PATCH',
  path: '/accounts/{id}',
  access: 'account.manage',
  audited: true,
  summary: { zh: '修改账号', en: 'Change an account' },
  params: z.object({ id: Id }),
  body: z.object({ name: Name.optional(), disabled: z.boolean().optional(), expectedVersion: Version }),
  response: Done,
  errors: ['VERSION_CONFLICT', 'POST_STILL_RESPONSIBLE'],
});
export const resetAccount = defineRoute({
  id: 'reset-account',
  method: 'POST',
  path: '/accounts/{id}/reset',
  access: 'account.manage',
  audited: true,
  shownOnce: true,
  summary: { zh: '重置登录', en: 'Reset sign-in' },
  params: z.object({ id: Id }),
  response: z.object({ activationToken: z.string() }),
});
export const activateAccount = defineRoute({
  id: 'activate-account',
  method: 'POST',
  path: '/account-activations',
  access: 'public',
  audited: true,
  summary: { zh: '用令牌设置密码', en: 'Set a password with a token' },
  body: z.object({ token: z.string().min(20).max(200), password: z.string().min(1).max(200) }),
  response: Done,
  errors: ['TOKEN_INVALID', 'WEAK_PASSWORD'],
});

export const Absence = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  fromAt: Instant,
  toAt: Instant,
  reason: z.string(),
  ended: z.boolean(),
});
export type Absence = z.infer<typeof Absence>;
export const listAbsences = defineRoute({
  id: 'list-absences',
  method: 'GET',
  path: '/absences',
  access: 'organisation.read',
  summary: { zh: '离岗登记', en: 'Absences' },
  query: PageQuery.extend({ officeId: Id.optional() }),
  response: pageOf(Absence),
});
export const recordAbsence = defineRoute({
  id: 'record-absence',
  method: 'POST',
  path: '/absences',
  access: 'signed-in',
  audited: true,
  summary: { zh: '登记离岗（本人或本机构）', en: 'Record an absence' },
  body: z.object({ accountId: Id.optional(), fromAt: Instant, toAt: Instant, reason: plainText(200, 2) }),
  response: Done,
});
export const endAbsence = defineRoute({
  id: 'end-absence',
  method: 'POST',
  path: '/absences/{id}/end',
  access: 'signed-in',
  audited: true,
  summary: { zh: '提前返岗', en: 'End an absence' },
  params: z.object({ id: Id }),
  response: Done,
});

export const Duty = z.object({
  id: Id,
  officeId: Id,
  officeName: z.string(),
  accountId: Id,
  name: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  phone: z.string(),
});
export type Duty = z.infer<typeof Duty>;
export const listDuty = defineRoute({
  id: 'list-duty',
  method: 'GET',
  path: '/duty',
  access: 'organisation.read',
  summary: { zh: '值班表', en: 'Duty roster' },
  query: z.object({ from: CivilDate, to: CivilDate, officeId: Id.optional() }),
  response: z.object({ items: z.array(Duty) }),
});
export const addDuty = defineRoute({
  id: 'add-duty',
  method: 'POST',
  path: '/duty',
  access: 'duty.manage',
  audited: true,
  summary: { zh: '排班', en: 'Add a duty' },
  body: z.object({ officeId: Id, accountId: Id, startsAt: Instant, endsAt: Instant, phone: PhoneNumber }),
  response: Done,
});
export const removeDuty = defineRoute({
  id: 'remove-duty',
  method: 'DELETE',
  path: '/duty/{id}',
  access: 'duty.manage',
  audited: true,
  summary: { zh: '取消排班', en: 'Remove a duty' },
  params: z.object({ id: Id }),
  response: Done,
});

export const RELATIVE_RELATIONS = [
  'self',
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
] as const;
export const RelativeFiling = z.object({
  id: Id,
  accountId: Id,
  accountName: z.string(),
  relation: z.enum(RELATIVE_RELATIONS),
  name: z.string(),
  idNumberMasked: z.string(),
  filedAt: Instant,
  withdrawn: z.boolean(),
});
export type RelativeFiling = z.infer<typeof RelativeFiling>;
export const listRelatives = defineRoute({
  id: 'list-relatives',
  method: 'GET',
  path: '/relative-filings',
  access: 'relative.file',
  audited: true,
  summary: { zh: '近亲属备案', en: 'Filed relatives' },
  query: PageQuery,
  response: pageOf(RelativeFiling),
});
export const fileRelative = defineRoute({
  id: 'file-relative',
  method: 'POST',
  path: '/relative-filings',
  access: 'relative.file',
  audited: true,
  summary: { zh: '备案近亲属', en: 'File a relative' },
  body: z.object({ accountId: Id, relation: z.enum(RELATIVE_RELATIONS), name: Name, idNumber: z.string().max(40) }),
  response: Done,
  errors: ['ID_NUMBER_INVALID'],
});
export const withdrawRelative = defineRoute({
  id: 'withdraw-relative',
  method: 'POST',
  path: '/relative-filings/{id}/withdraw',
  access: 'relative.file',
  audited: true,
  summary: { zh: '撤销备案', en: 'Withdraw a filing' },
  params: z.object({ id: Id }),
  body: z.object({ reason: Reason }),
  response: Done,
});

/** Year of a holiday schedule. */
export const ScheduleYear = z.int().min(2015).max(2100);

export const CalendarYear = z.object({
  year: z.int(),
  source: z.string(),
  offDays: z.array(CivilDate),
  workDays: z.array(CivilDate),
  importedAt: Instant,
});
export const listCalendar = defineRoute({
  id: 'list-calendar',
  method: 'GET',
  path: '/calendar',
  access: 'signed-in',
  summary: { zh: '节假日安排', en: 'Holiday schedules' },
  response: z.object({ items: z.array(CalendarYear) }),
});
export const importCalendar = defineRoute({
  id: 'import-calendar',
  method: 'PUT',
  path: '/calendar/{year}',
  access: 'calendar.manage',
  audited: true,
  summary: { zh: '导入年度节假日安排', en: 'Import a holiday schedule' },
  params: z.object({ year: z.coerce.number().pipe(ScheduleYear) }),
  body: z.object({
    source: plainText(300, 5),
    offDays: z.array(CivilDate).min(1).max(80),
    workDays: z.array(CivilDate).max(40),
  }),
  response: Done,
  errors: ['CALENDAR_INVALID'],
});
