import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/policy. A key that is missing is a type error where it is used. */
export const releaseStateText = defineText({
  zh: {
    draft: '起草中',
    tested: '验算通过，待批准',
    scheduled: '已发布，待生效',
    current: '现行',
    superseded: '已被替代',
    withdrawn: '已撤回',
  },
  en: {
    draft: 'Draft',
    tested: 'Tested, to be published',
    scheduled: 'Published, not yet in force',
    current: 'In force',
    superseded: 'Superseded',
    withdrawn: 'Withdrawn',
  },
});

export const levelText = defineText({
  zh: { nation: '国家', province: '省级', city: '市级', county: '县级' },
  en: { nation: 'Nation', province: 'Province', city: 'City', county: 'County' },
});

export const areaText = defineText({
  zh: { urban: '城镇', rural: '农村' },
  en: { urban: 'Town', rural: 'Village' },
});

export const sourceText = defineText({
  zh: { official: '正式文件', copy: '文件转载', media: '媒体报道', 'platform-default': '平台预设，待确认' },
  en: {
    official: 'document',
    copy: 'copy of a document',
    media: 'press',
    'platform-default': 'preset, to be confirmed',
  },
});

export const clockText = defineText({
  zh: { hours: '小时', workingDays: '个工作日', calendarDays: '日', months: '个月', years: '年' },
  en: { hours: 'hours', workingDays: 'working days', calendarDays: 'days', months: 'months', years: 'years' },
});

export const categoryText = defineText({
  zh: { basicLiving: '基本生活救助', special: '专项救助', urgent: '急难救助', social: '社会力量帮扶' },
  en: { basicLiving: 'Basic living', special: 'Special aid', urgent: 'Urgent relief', social: 'Help by society' },
});

export const scopeText = defineText({
  zh: { household: '家庭', person: '成员', event: '事件' },
  en: { household: 'Household', person: 'Member', event: 'Event' },
});

/** Steps of a release as its timeline tells them. */
export const stepText = defineText({
  zh: {
    draft: '起草',
    edit: '修改，退回草案',
    test: '验算通过',
    'test-failed': '验算未通过',
    publish: '批准发布',
    return: '退回修改',
    abandon: '放弃草案',
    withdraw: '撤回发布',
    begin: '开始执行',
    supersede: '被新的发布替代',
  },
  en: {
    draft: 'Drafted',
    edit: 'Edited, a draft again',
    test: 'Examples came out',
    'test-failed': 'Examples did not come out',
    publish: 'Published',
    return: 'Handed back',
    abandon: 'Given up',
    withdraw: 'Withdrawn',
    begin: 'Took effect',
    supersede: 'Superseded',
  },
});

/** The first word of a parameter's id is its topic. */
export const topicText = defineText({
  zh: {
    window: '窗口',
    hotline: '热线',
    intake: '受理',
    report: '报告与发现',
    referral: '转办',
    clock: '计时',
    dibao: '最低生活保障',
    dibaoEdge: '低保边缘家庭',
    rigidExpenditure: '刚性支出困难家庭',
    tekun: '特困人员供养',
    urgentRelief: '急难救助',
    temporaryAssistance: '临时救助',
    pettyCash: '备用金',
    payment: '资金支付',
    medical: '医疗救助',
    education: '教育救助',
    housing: '住房救助',
    employment: '就业救助',
    disaster: '受灾救助',
    disability: '残疾人补贴',
    orphan: '孤儿和无人抚养儿童',
    appeal: '权利救济',
    other: '其他',
  },
  en: {
    window: 'Windows',
    hotline: 'Hotline',
    intake: 'Intake',
    report: 'Reports',
    referral: 'Referrals',
    clock: 'Clocks',
    dibao: 'Dibao',
    dibaoEdge: 'Dibao edge',
    rigidExpenditure: 'Rigid expenditure',
    tekun: 'Tekun support',
    urgentRelief: 'Urgent relief',
    temporaryAssistance: 'Temporary assistance',
    pettyCash: 'Petty cash',
    payment: 'Payments',
    medical: 'Medical aid',
    education: 'Education aid',
    housing: 'Housing aid',
    employment: 'Employment aid',
    disaster: 'Disaster relief',
    disability: 'Disability subsidies',
    orphan: 'Children without carers',
    appeal: 'Remedies',
    other: 'Other',
  },
});
