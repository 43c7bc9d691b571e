/** Sign-ins shown when a demonstration starts: one per step of the main story, and who may look on. */
export const DEMO_LOGINS = [
  { login: 'shipodian.sancha.assistant.a', what: { zh: '村级协理员（三岔村）', en: 'Village assistant' } },
  { login: 'shipodian.sancha.keeper.a', what: { zh: '互助社理事长（三岔村）', en: 'Society keeper' } },
  { login: 'shipodian.window.a', what: { zh: '乡镇窗口 A 岗（石婆店镇）', en: 'Township window, A' } },
  { login: 'shipodian.window.b', what: { zh: '乡镇窗口 B 岗', en: 'Township window, B' } },
  { login: 'shipodian.approver.a', what: { zh: '乡镇审批', en: 'Township approver' } },
  { login: 'shipodian.cash.a', what: { zh: '备用金管理员', en: 'Petty-cash keeper' } },
  { login: 'minzheng.clerk1.a', what: { zh: '区民政局经办', en: 'County clerk' } },
  { login: 'minzheng.approver1.a', what: { zh: '区民政局审批（一）', en: 'County approver, first' } },
  { login: 'minzheng.approver2.a', what: { zh: '区民政局审批（二）', en: 'County approver, second' } },
  { login: 'minzheng.finance.a', what: { zh: '救助资金经办', en: 'Finance officer, maker' } },
  { login: 'caizheng.finance.a', what: { zh: '财政复核', en: 'Finance officer, checker' } },
  { login: '12349.seat1.a', what: { zh: '12349 坐席', en: 'Hotline agent' } },
  { login: 'yiyuan.qu.reporter.a', what: { zh: '医院联络员', en: 'Hospital contact' } },
  { login: 'yunwei.system.a', what: { zh: '系统管理员', en: 'System administrator' } },
  { login: 'yunwei.security.a', what: { zh: '安全管理员', en: 'Security administrator' } },
  { login: 'yunwei.audit.a', what: { zh: '审计管理员', en: 'Audit administrator' } },
] as const;
