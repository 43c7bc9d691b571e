import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/casework. A key that is missing is a type error where it is used. */
export const urgencyText = defineText({
  zh: { lifeThreatening: '危及生命', urgent: '紧急', ordinary: '一般' },
  en: { lifeThreatening: 'Life in danger', urgent: 'Urgent', ordinary: 'Ordinary' },
});

export const caseStateText = defineText({
  zh: { open: '在办', closed: '已办结' },
  en: { open: 'Open', closed: 'Closed' },
});

export const caseOutcomeText = defineText({
  zh: {
    aid: '已给予救助',
    referral: '已转办或转介',
    'no-need': '核实后不需要救助',
    'not-found': '查无此人此事',
    withdrawn: '本人撤回',
    'not-eligible': '不符合救助条件',
    died: '当事人去世',
  },
  en: {
    aid: 'Aid was given',
    referral: 'Referred',
    'no-need': 'Checked, no aid needed',
    'not-found': 'Person or event not found',
    withdrawn: 'Withdrawn by the person',
    'not-eligible': 'Not eligible',
    died: 'The person died',
  },
});

export const matterStateText = defineText({
  zh: { open: '办理中', done: '已完成', refused: '不予救助', referred: '已转出', cancelled: '已取消' },
  en: { open: 'Open', done: 'Done', refused: 'Refused', referred: 'Referred', cancelled: 'Cancelled' },
});

/** Why an office takes part in a case. */
export const participationText = defineText({
  zh: { opened: '立案', 'hand-over': '移交', 'handed-up': '申报', referral: '转办' },
  en: { opened: 'opened it', 'hand-over': 'hand-over', 'handed-up': 'handed up', referral: 'referral' },
});

export const byWhomText = defineText({
  zh: { applicant: '本人提供', worker: '工作人员办理', dataSource: '平台核验' },
  en: { applicant: 'By the applicant', worker: 'By the office', dataSource: 'From data' },
});
