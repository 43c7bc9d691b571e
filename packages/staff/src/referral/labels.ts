import { defineText } from '@yimen/ui';

/** Words of the closed sets of referrals. A key that is missing is a type error where it is used. */
export const referralStateText = defineText({
  zh: { sent: '待接收', accepted: '办理中', returned: '已退回', done: '已反馈', revoked: '已撤回' },
  en: { sent: 'To be accepted', accepted: 'In hand', returned: 'Returned', done: 'Answered', revoked: 'Revoked' },
});

export const resultKindText = defineText({
  zh: { money: '资金', kind: '物资', service: '服务', none: '未能提供' },
  en: { money: 'Money', kind: 'Goods', service: 'Service', none: 'Could not help' },
});
