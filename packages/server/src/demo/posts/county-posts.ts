import type { OfficeKind, Role } from '@yimen/contracts';
import type { DemoOffice } from '../offices/office.ts';
import type { DemoPost } from './post.ts';

type Opening = readonly [word: string, role: Role, title: string];

/** Offices with more than the one post their kind gives them. */
const OPENINGS: Readonly<Record<string, readonly Opening[]>> = {
  minzheng: [
    ['clerk1', 'county-clerk', '民政局社会救助股经办'],
    ['clerk2', 'county-clerk', '民政局急难救助经办'],
    ['approver1', 'county-approver', '民政局社会救助股股长'],
    ['approver2', 'county-approver', '民政局分管负责人'],
    ['finance', 'finance-officer', '民政局救助资金经办'],
    ['inspector', 'inspector', '民政局监督检查'],
    ['statistics', 'statistician', '民政局统计'],
  ],
  caizheng: [
    ['finance', 'finance-officer', '财政局社会保障股'],
    ['handler', 'department-handler', '财政局救助事项经办'],
  ],
  shenji: [
    ['auditor', 'auditor', '审计局社会救助审计'],
    ['handler', 'department-handler', '审计局救助事项经办'],
  ],
  yunwei: [
    ['system', 'system-admin', '平台系统管理员'],
    ['security', 'security-admin', '平台安全管理员'],
    ['audit', 'audit-admin', '平台审计管理员'],
  ],
  12349: [
    ['seat1', 'hotline-agent', '12349 热线坐席一'],
    ['seat2', 'hotline-agent', '12349 热线坐席二'],
  ],
  luan: [['statistics', 'statistician', '六安市民政局统计']],
  anhui: [['statistics', 'statistician', '安徽省民政厅统计']],
};

const BY_KIND: Partial<Record<OfficeKind, Opening>> = {
  department: ['handler', 'department-handler', '救助事项经办'],
  hospital: ['reporter', 'reporter', '社会救助联络员'],
  school: ['reporter', 'reporter', '社会救助联络员'],
  charity: ['worker', 'charity-worker', '救助项目工作人员'],
  'social-work': ['worker', 'social-worker', '社会工作者'],
  'rescue-station': ['staff', 'rescue-staff', '救助管理员'],
};

export function officePosts(office: DemoOffice): DemoPost[] {
  return openingsOf(office).map(([word, role, title]) => ({
    key: `${office.key}.${word}`,
    officeKey: office.key,
    role,
    regionCode: office.regionCode,
    title: OPENINGS[office.key] ? title : `${office.name}${title}`,
    seat: null,
    substitute: 'own',
  }));
}

/** The sub-bureau owns duties of its own; police stations and traffic police report. */
function openingsOf(office: DemoOffice): readonly Opening[] {
  const named = OPENINGS[office.key];
  if (named) return named;
  if (office.kind === 'police') {
    return office.department === null
      ? [['reporter', 'reporter', '社会救助联络员']]
      : [['handler', 'department-handler', '救助事项经办']];
  }
  const opening = BY_KIND[office.kind];
  return opening ? [opening] : [];
}
