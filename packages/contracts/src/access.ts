/** What a person may do; bundles are roles, roles hang on posts, never on people. */
export const PERMISSIONS = [
  'report.create', 'report.read', 'report.triage',
  'case.read', 'case.create', 'case.handle', 'case.hand-over', 'case.close', 'case.refer', 'referral.answer',
  'household.search', 'household.read', 'household.write', 'person.unmask',
  'assessment.run', 'survey.record',
  'relief.propose', 'relief.approve-village', 'relief.approve-township', 'relief.approve-county',
  'relief.pay-village', 'relief.pay-township', 'relief.pay-county', 'relief.papers', 'relief.waive', 'relief.after-check',
  'fund.read', 'fund.receive', 'petty-cash.issue', 'petty-cash.request', 'petty-cash.count', 'petty-cash.confirm-count',
  'payment.make', 'payment.check', 'payment.reconcile',
  'organisation.read', 'organisation.manage', 'duty.manage', 'absence.record', 'relative.file',
  'account.manage', 'permission.grant', 'calendar.manage',
  'audit.read', 'message.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** region: everything in the post's region subtree; office: what the office takes part in; none: no case at all. */
export const SCOPES = ['region', 'office', 'none'] as const
export type Scope = (typeof SCOPES)[number]

export type RoleDefinition = {
  readonly zh: string
  readonly en: string
  readonly scope: Scope
  readonly permissions: readonly Permission[]
}

const CASEWORK = ['report.create', 'report.read', 'case.read', 'household.search', 'household.read', 'organisation.read'] as const

/** Design §6 in one table. */
export const ROLES = {
  'village-assistant': { zh: '村级社会救助协理员', en: 'Village assistant', scope: 'region', permissions: ['report.create', 'report.read', 'case.read', 'household.search', 'household.read', 'relief.propose', 'relief.papers', 'survey.record', 'organisation.read'] },
  'society-keeper': { zh: '救急难互助社理事', en: 'Mutual-aid society keeper', scope: 'region', permissions: ['report.create', 'report.read', 'case.read', 'household.read', 'relief.approve-village', 'relief.pay-village', 'fund.read', 'fund.receive', 'organisation.read'] },
  'window-clerk': { zh: '社会救助窗口经办', en: 'Window clerk', scope: 'region', permissions: [...CASEWORK, 'report.triage', 'case.create', 'case.handle', 'case.hand-over', 'case.close', 'case.refer', 'referral.answer', 'household.write', 'person.unmask', 'assessment.run', 'relief.propose', 'relief.papers', 'absence.record', 'relative.file', 'message.read'] },
  surveyor: { zh: '入户调查员', en: 'Surveyor', scope: 'region', permissions: [...CASEWORK, 'survey.record', 'relief.papers'] },
  'township-reviewer': { zh: '乡镇审核', en: 'Township reviewer', scope: 'region', permissions: [...CASEWORK, 'case.handle', 'case.hand-over', 'assessment.run', 'relief.propose', 'relief.papers', 'relief.after-check', 'fund.read', 'petty-cash.confirm-count'] },
  'township-approver': { zh: '乡镇审批（委托）', en: 'Township approver (delegated)', scope: 'region', permissions: [...CASEWORK, 'report.triage', 'case.handle', 'case.hand-over', 'case.close', 'relief.approve-township', 'relief.waive', 'fund.read', 'petty-cash.request', 'petty-cash.confirm-count', 'duty.manage', 'absence.record', 'message.read'] },
  'petty-cash-keeper': { zh: '备用金管理员', en: 'Petty-cash keeper', scope: 'region', permissions: ['case.read', 'household.read', 'relief.pay-township', 'fund.read', 'petty-cash.request', 'petty-cash.count', 'organisation.read'] },
  'county-clerk': { zh: '县级民政经办', en: 'County clerk', scope: 'region', permissions: [...CASEWORK, 'report.triage', 'case.create', 'case.handle', 'case.hand-over', 'case.close', 'case.refer', 'referral.answer', 'household.write', 'person.unmask', 'assessment.run', 'relief.propose', 'relief.papers', 'relief.after-check', 'fund.read', 'duty.manage', 'absence.record', 'relative.file', 'message.read'] },
  'county-approver': { zh: '县级民政审批', en: 'County approver', scope: 'region', permissions: [...CASEWORK, 'case.handle', 'case.close', 'relief.approve-county', 'relief.waive', 'relief.after-check', 'fund.read', 'petty-cash.confirm-count', 'absence.record'] },
  'department-handler': { zh: '部门经办', en: 'Department handler', scope: 'office', permissions: ['report.create', 'case.read', 'household.read', 'referral.answer', 'organisation.read'] },
  'charity-worker': { zh: '慈善组织工作人员', en: 'Charity worker', scope: 'office', permissions: ['report.create', 'case.read', 'household.read', 'referral.answer', 'organisation.read'] },
  'social-worker': { zh: '社会工作者', en: 'Social worker', scope: 'office', permissions: ['report.create', 'case.read', 'household.read', 'referral.answer', 'survey.record', 'organisation.read'] },
  'hotline-agent': { zh: '12349 热线坐席', en: 'Hotline agent', scope: 'office', permissions: ['report.create', 'report.read', 'organisation.read'] },
  'rescue-staff': { zh: '救助管理站工作人员', en: 'Rescue-station staff', scope: 'office', permissions: ['report.create', 'case.read', 'household.read', 'referral.answer', 'organisation.read'] },
  'reporter': { zh: '报告单位联络员', en: 'Reporting unit contact', scope: 'office', permissions: ['report.create', 'organisation.read'] },
  'finance-officer': { zh: '财务人员', en: 'Finance officer', scope: 'region', permissions: ['fund.read', 'fund.receive', 'petty-cash.issue', 'payment.make', 'payment.check', 'payment.reconcile', 'relief.pay-county', 'organisation.read'] },
  inspector: { zh: '督查人员', en: 'Inspector', scope: 'region', permissions: ['report.read', 'case.read', 'household.read', 'fund.read', 'organisation.read'] },
  auditor: { zh: '审计人员', en: 'Auditor', scope: 'region', permissions: ['fund.read', 'organisation.read', 'audit.read'] },
  statistician: { zh: '统计人员', en: 'Statistician', scope: 'none', permissions: ['organisation.read'] },
  leader: { zh: '领导小组成员', en: 'Leading-group member', scope: 'none', permissions: ['organisation.read'] },
  'system-admin': { zh: '系统管理员', en: 'System administrator', scope: 'none', permissions: ['organisation.read', 'account.manage', 'calendar.manage'] },
  'security-admin': { zh: '安全管理员', en: 'Security administrator', scope: 'none', permissions: ['organisation.read', 'organisation.manage', 'permission.grant'] },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator', scope: 'none', permissions: ['audit.read'] },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES
export const ROLE_IDS = Object.keys(ROLES) as [Role, ...Role[]] // Object.keys loses the literal type

export function permissionsOf(role: Role): readonly Permission[] {
  return ROLES[role].permissions
}
