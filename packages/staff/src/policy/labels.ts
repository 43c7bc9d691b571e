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

/** How the rows of a decision table are taken, with the letter of the standard. */
export const hitPolicyText = defineText({
  zh: {
    U: '唯一：各行互不重叠（U）',
    A: '任意：重叠各行结果相同（A）',
    F: '首行：取最先符合的一行（F）',
    'C+': '合计：符合各行相加（C+）',
  },
  en: {
    U: 'Unique: rows do not overlap (U)',
    A: 'Any: rows that overlap agree (A)',
    F: 'First: the first row that fits (F)',
    'C+': 'Sum: rows that fit add up (C+)',
  },
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
    report: '报告',
    discovery: '主动发现',
    referral: '转办',
    clock: '计时',
    composition: '家庭成员',
    income: '收入',
    property: '财产',
    upkeep: '赡养抚养扶养费',
    majority: '成年年龄',
    dibao: '最低生活保障',
    supplement: '分类施保',
    edge: '低保边缘家庭',
    rigid: '刚性支出困难家庭',
    tekun: '特困人员供养',
    urgentRelief: '急难救助',
    temporaryAid: '临时救助',
    medical: '医疗救助',
    education: '教育救助',
    housing: '住房救助',
    employment: '就业救助',
    disasterAid: '受灾救助',
    rescueStation: '流浪乞讨人员救助',
    legalAid: '法律援助',
    priceLinkage: '价格补贴联动',
    disabilitySubsidy: '残疾人两项补贴',
    disabilityLiving: '残疾人生活补贴',
    disabilityNursing: '残疾人护理补贴',
    childRehabilitation: '残疾儿童康复',
    orphan: '孤儿',
    unattended: '事实无人抚养儿童',
    childProtection: '儿童保护',
    charity: '慈善帮扶',
    charityProject: '慈善项目',
    services: '服务类救助',
    pettyCash: '备用金',
    payment: '资金支付',
    appeal: '权利救济',
    other: '其他',
  },
  en: {
    window: 'Windows',
    hotline: 'Hotline',
    intake: 'Intake',
    report: 'Reports',
    discovery: 'Discovery',
    referral: 'Referrals',
    clock: 'Clocks',
    composition: 'Household members',
    income: 'Income',
    property: 'Property',
    upkeep: 'Imputed upkeep',
    majority: 'Majority',
    dibao: 'Dibao',
    supplement: 'Supplements',
    edge: 'Dibao edge',
    rigid: 'Rigid expenditure',
    tekun: 'Tekun support',
    urgentRelief: 'Urgent relief',
    temporaryAid: 'Temporary aid',
    medical: 'Medical aid',
    education: 'Education aid',
    housing: 'Housing aid',
    employment: 'Employment aid',
    disasterAid: 'Disaster aid',
    rescueStation: 'Rescue stations',
    legalAid: 'Legal aid',
    priceLinkage: 'Price linkage',
    disabilitySubsidy: 'Disability subsidies',
    disabilityLiving: 'Disability living subsidy',
    disabilityNursing: 'Disability nursing subsidy',
    childRehabilitation: 'Rehabilitation of children',
    orphan: 'Orphans',
    unattended: 'Children without carers',
    childProtection: 'Child protection',
    charity: 'Charity',
    charityProject: 'Charity projects',
    services: 'Services',
    pettyCash: 'Petty cash',
    payment: 'Payments',
    appeal: 'Remedies',
    other: 'Other',
  },
});
