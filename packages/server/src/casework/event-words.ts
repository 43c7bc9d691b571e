import type { Words } from '@yimen/contracts';

/** What happened, as the timeline says it. Acts not listed here show their own id, which a test forbids. */
export const EVENT_WORDS: Readonly<Record<string, Words>> = {
  'case.opened': { zh: '受理并建立案件', en: 'Taken in, case opened' },
  'case.assessed': { zh: '完成评估', en: 'Assessed' },
  'case.urgency-changed': { zh: '紧急程度变更', en: 'Urgency class changed' },
  'case.hand-over-offered': { zh: '提出移交，原岗位继续负责', en: 'Hand-over offered; the old post stays responsible' },
  'case.offered-to-place': {
    zh: '通知困难发生地窗口接收，首问岗位继续负责',
    en: 'Window of the place asked to take over; whoever was asked first stays responsible',
  },
  'case.hand-over-accepted': { zh: '接收移交，责任岗位变更', en: 'Hand-over accepted; responsible post changed' },
  'case.notice-issued': { zh: '出具一次性告知书', en: 'One-time notice issued' },
  'case.notice-reissued': { zh: '重新出具一次性告知书', en: 'One-time notice re-issued' },
  'case.surveyed': { zh: '完成入户调查', en: 'Surveyed' },
  'case.closed': { zh: '办结', en: 'Closed' },
  'case.reopened': { zh: '重新打开', en: 'Reopened' },
  'case.redetermination-confirmed': {
    zh: '确认批量重新认定结果，开立重新评估任务',
    en: 'Result of a re-determination confirmed: to be assessed again',
  },
  'case.report-linked': { zh: '关联发现报告', en: 'Report linked' },
  'case.handed-up': { zh: '连同案卷申报上一级', en: 'Handed up with its dossier' },
  'task.warned': { zh: '时限预警', en: 'Warned before the time limit' },
  'task.escalated': { zh: '逾期督办', en: 'Overdue: escalated' },
  'task.recomputed': { zh: '节假日安排公布，时限重算', en: 'Holiday schedule arrived, time limit recomputed' },
  'referral.sent': { zh: '发出转办', en: 'Referred' },
  'referral.accepted': { zh: '对方接收转办', en: 'Referral accepted' },
  'referral.returned': { zh: '对方退回转办', en: 'Referral returned' },
  'referral.done': { zh: '对方反馈办理结果', en: 'Referral result reported' },
  'referral.revoked': { zh: '撤回转办', en: 'Referral revoked' },
  'grant.proposed': { zh: '提出急难救助', en: 'Grant proposed' },
  'grant.signed': { zh: '审批人签署', en: 'Signed by an approver' },
  'grant.approved': { zh: '审批同意', en: 'Grant approved' },
  'conference.recorded': { zh: '登记一事一议会商', en: 'Case conference recorded' },
  'grant.refused': { zh: '不予救助', en: 'Grant refused' },
  'grant.cancelled': { zh: '撤回救助申请', en: 'Grant cancelled' },
  'payment.paid': { zh: '救助已发放', en: 'Paid out' },
  'payment.failed': { zh: '银行发放失败', en: 'Bank payment failed' },
  'payment.replaced': { zh: '重新发起支付', en: 'Payment ordered again' },
  'paper.owed': { zh: '先行救助，登记待补手续', en: 'Aid first: papers owed recorded' },
  'paper.fulfilled': { zh: '补齐手续', en: 'Paper filed' },
  'paper.waived': { zh: '免补手续', en: 'Paper waived' },
  'paper.recovery-started': { zh: '启动追回', en: 'Recovery started' },
  'paper.recovered': { zh: '追回款到账', en: 'Money recovered' },
  'override.checked': { zh: '完成越级救助事后核查', en: 'Emergency override checked' },
};

export function eventWords(act: string): Words {
  return EVENT_WORDS[act] ?? { zh: act, en: act };
}
