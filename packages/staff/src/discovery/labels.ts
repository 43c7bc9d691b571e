import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/discovery. A key that is missing is a type error where it is used. */
export const eventKindText = defineText({
  zh: {
    fire: '火灾',
    'traffic-accident': '交通事故',
    'work-accident': '工伤事故',
    'other-accident': '其他意外',
    'serious-illness': '重大疾病',
    'natural-disaster': '自然灾害',
    'death-of-breadwinner': '主要劳动力去世',
    'job-loss': '失业失收',
    'child-alone': '儿童无人照料',
    violence: '遭受暴力',
    destitute: '流浪或断炊',
    other: '其他急难',
  },
  en: {
    fire: 'Fire',
    'traffic-accident': 'Traffic accident',
    'work-accident': 'Work accident',
    'other-accident': 'Other accident',
    'serious-illness': 'Serious illness',
    'natural-disaster': 'Natural disaster',
    'death-of-breadwinner': 'Death of the breadwinner',
    'job-loss': 'Loss of job or income',
    'child-alone': 'Child left alone',
    violence: 'Violence',
    destitute: 'Destitute',
    other: 'Other emergency',
  },
});

export const claimedUrgencyText = defineText({
  zh: { now: '马上要人', today: '今天之内', soon: '近几天' },
  en: { now: 'Right now', today: 'Today', soon: 'In the next days' },
});

export const channelText = defineText({
  zh: {
    'public-page': '公众网页',
    window: '窗口',
    hotline: '热线',
    village: '村（社区）',
    unit: '报告单位',
    visit: '走访',
    'data-alert': '数据预警',
  },
  en: {
    'public-page': 'Public page',
    window: 'Window',
    hotline: 'Hotline',
    village: 'Village',
    unit: 'Reporting unit',
    visit: 'Visit',
    'data-alert': 'Data alert',
  },
});

export const reporterKindText = defineText({
  zh: {
    self: '本人',
    relative: '亲属',
    neighbour: '邻居',
    'village-committee': '村（居）委会',
    'grid-worker': '网格员',
    'social-worker': '社会工作者',
    volunteer: '志愿者',
    school: '学校',
    kindergarten: '幼儿园',
    hospital: '医疗机构',
    police: '公安（交警）',
    'urban-management': '城管',
    'rescue-station': '救助管理站',
    'child-protection': '未成年人保护中心',
    'stationed-cadre': '包村干部',
    'taxi-driver': '出租车司机',
    charity: '慈善组织',
    hotline: '热线坐席',
    other: '其他人员',
  },
  en: {
    self: 'The person',
    relative: 'Relative',
    neighbour: 'Neighbour',
    'village-committee': 'Village committee',
    'grid-worker': 'Grid worker',
    'social-worker': 'Social worker',
    volunteer: 'Volunteer',
    school: 'School',
    kindergarten: 'Kindergarten',
    hospital: 'Hospital',
    police: 'Police',
    'urban-management': 'Urban management',
    'rescue-station': 'Rescue station',
    'child-protection': 'Child protection centre',
    'stationed-cadre': 'Stationed cadre',
    'taxi-driver': 'Taxi driver',
    charity: 'Charity',
    hotline: 'Hotline agent',
    other: 'Somebody else',
  },
});

export const reportStateText = defineText({
  zh: { received: '待处理', accepted: '已接收', merged: '已并案', closed: '已办结' },
  en: { received: 'To be handled', accepted: 'Accepted', merged: 'Merged', closed: 'Closed' },
});

export const reportOutcomeText = defineText({
  zh: {
    aid: '已给予救助',
    referral: '已转其他部门',
    'no-need': '核实后不需要救助',
    'not-found': '查无此人此事',
    withdrawn: '本人不愿接受',
    'outside-remit': '不属本地管辖',
    merged: '并入另一条报告',
  },
  en: {
    aid: 'Aid was given',
    referral: 'Referred to another department',
    'no-need': 'Checked, no aid needed',
    'not-found': 'Person or event not found',
    withdrawn: 'The person declined',
    'outside-remit': 'Outside this remit',
    merged: 'Merged into another report',
  },
});
