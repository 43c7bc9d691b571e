import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/urgent-relief. A key that is missing is a type error where it is used. */
export const levelText = defineText({
  zh: { village: '村级', township: '乡镇级', county: '区县级' },
  en: { village: 'Village', township: 'Township', county: 'County' },
});

export const grantStateText = defineText({
  zh: { proposed: '待审批', approved: '已批准，待发放', paid: '已发放', refused: '不予救助', cancelled: '已撤回' },
  en: {
    proposed: 'Awaiting approval',
    approved: 'Approved, to be paid',
    paid: 'Paid',
    refused: 'Refused',
    cancelled: 'Withdrawn',
  },
});

export const paperStateText = defineText({
  zh: { due: '待补', fulfilled: '已补交', waived: '已免补', 'in-recovery': '追回中', recovered: '已追回' },
  en: { due: 'Owed', fulfilled: 'Filed', waived: 'Waived', 'in-recovery': 'In recovery', recovered: 'Recovered' },
});

export const providerText = defineText({
  zh: { applicant: '本人提供', worker: '工作人员办理', dataSource: '平台核验' },
  en: { applicant: 'By the applicant', worker: 'By the office', dataSource: 'From data' },
});
