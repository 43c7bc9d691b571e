import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/organisation. A key that is missing is a type error where it is used. */
export const officeKindText = defineText({
  zh: {
    'civil-affairs': '民政部门',
    department: '其他部门',
    'township-window': '乡镇（街道）窗口',
    'mutual-aid-society': '救急难互助社',
    hotline: '热线',
    hospital: '医疗机构',
    school: '学校',
    police: '公安机关',
    charity: '慈善组织',
    'social-work': '社会工作机构',
    'rescue-station': '救助管理站',
    'leading-group': '领导小组',
    platform: '平台运维',
  },
  en: {
    'civil-affairs': 'Civil affairs',
    department: 'Other department',
    'township-window': 'Township window',
    'mutual-aid-society': 'Mutual-aid society',
    hotline: 'Hotline',
    hospital: 'Hospital',
    school: 'School',
    police: 'Police',
    charity: 'Charity',
    'social-work': 'Social work',
    'rescue-station': 'Rescue station',
    'leading-group': 'Leading group',
    platform: 'Platform operation',
  },
});

export const relationText = defineText({
  zh: {
    self: '本人',
    spouse: '配偶',
    parent: '父母',
    child: '子女',
    sibling: '兄弟姐妹',
    grandparent: '祖父母、外祖父母',
    grandchild: '孙子女、外孙子女',
  },
  en: {
    self: 'Self',
    spouse: 'Spouse',
    parent: 'Parent',
    child: 'Child',
    sibling: 'Sibling',
    grandparent: 'Grandparent',
    grandchild: 'Grandchild',
  },
});

export const weekdayText = defineText({
  zh: { d1: '周一', d2: '周二', d3: '周三', d4: '周四', d5: '周五', d6: '周六', d7: '周日' },
  en: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
});

/** The function an office fulfils, whatever its name: policy packs address offices by it. */
export const departmentText = defineText({
  zh: {
    'civil-affairs': '民政',
    education: '教育',
    justice: '司法行政',
    finance: '财政',
    'human-resources': '人力资源和社会保障',
    'urban-management': '城市管理',
    emergency: '应急管理',
    data: '数据资源',
    'housing-construction': '住房和城乡建设',
    audit: '审计',
    'medical-insurance': '医疗保障',
    petition: '信访',
    'rural-revitalisation': '乡村振兴',
    health: '卫生健康',
    'disabled-persons': '残疾人工作',
    'housing-management': '房产管理',
    police: '公安',
    charity: '慈善',
  },
  en: {
    'civil-affairs': 'Civil affairs',
    education: 'Education',
    justice: 'Justice',
    finance: 'Finance',
    'human-resources': 'Human resources and social security',
    'urban-management': 'Urban management',
    emergency: 'Emergency management',
    data: 'Data resources',
    'housing-construction': 'Housing and construction',
    audit: 'Audit',
    'medical-insurance': 'Medical insurance',
    petition: 'Petitions',
    'rural-revitalisation': 'Rural revitalisation',
    health: 'Health',
    'disabled-persons': 'Disabled persons',
    'housing-management': 'Housing management',
    police: 'Police',
    charity: 'Charity',
  },
});
