import type { TaskKind, Words } from '@yimen/contracts';

/** What a task asks its owner to do. */
export const TASK_WORDS: Readonly<Record<TaskKind, Words>> = {
  'triage-report': { zh: '处理发现报告', en: 'Settle a report' },
  'accept-hand-over': { zh: '确认接收移交案件', en: 'Accept a case handed over' },
  'assess-need': { zh: '评估需求并提出救助', en: 'Assess the need and propose aid' },
  'decide-grant': { zh: '审批急难救助', en: 'Decide a grant' },
  'pay-grant': { zh: '发放救助', en: 'Pay a grant' },
  'collect-paper': { zh: '补齐手续', en: 'Collect papers owed' },
  'after-check': { zh: '核查越级救助', en: 'Check an emergency override' },
  survey: { zh: '入户调查', en: 'Survey at home' },
  'decide-overdue-paper': { zh: '处理逾期未补的手续', en: 'Decide on papers that stayed away' },
  'answer-referral': { zh: '答复转办', en: 'Answer a referral' },
  'close-case': { zh: '办结案件', en: 'Close the case' },
  'handle-escalation': { zh: '督办逾期事项', en: 'Follow up an overdue matter' },
  'confirm-recovery': { zh: '确认追回款到账', en: 'Confirm recovered money' },
  reassess: { zh: '重新评估并作出决定', en: 'Assess again and decide' },
  'correct-facts': { zh: '核对并更正家庭情况', en: 'Check and correct what is known of the household' },
};
