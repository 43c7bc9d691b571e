import { defineText } from '@yimen/ui';

/** Words of the closed sets of contracts/households. A key that is missing is a type error where it is used. */
export const sexText = defineText({
  zh: { male: '男', female: '女', unknown: '未知' },
  en: { male: 'Male', female: 'Female', unknown: 'Unknown' },
});

export const relationText = defineText({
  zh: {
    head: '户主',
    spouse: '配偶',
    child: '子女',
    'child-in-law': '儿媳或女婿',
    parent: '父母',
    'parent-in-law': '公婆或岳父母',
    grandchild: '孙子女',
    grandparent: '祖父母',
    sibling: '兄弟姐妹',
    'other-relative': '其他亲属',
    'not-related': '非亲属',
  },
  en: {
    head: 'Head',
    spouse: 'Spouse',
    child: 'Child',
    'child-in-law': 'Child-in-law',
    parent: 'Parent',
    'parent-in-law': 'Parent-in-law',
    grandchild: 'Grandchild',
    grandparent: 'Grandparent',
    sibling: 'Sibling',
    'other-relative': 'Other relative',
    'not-related': 'Not related',
  },
});

export const supportRelationText = defineText({
  zh: { none: '无', 'supports-head': '赡养或抚养户主', 'supported-by-head': '由户主赡养或抚养', mutual: '相互扶养' },
  en: {
    none: 'None',
    'supports-head': 'Supports the head',
    'supported-by-head': 'Supported by the head',
    mutual: 'Mutual',
  },
});

export const circumstanceKindText = defineText({
  zh: {
    income: '收入',
    property: '财产',
    expenditure: '刚性支出',
    health: '健康',
    disability: '残疾',
    labour: '劳动能力',
    schooling: '就学',
    housing: '住房',
    event: '急难事件',
    other: '其他',
  },
  en: {
    income: 'Income',
    property: 'Property',
    expenditure: 'Rigid expenditure',
    health: 'Health',
    disability: 'Disability',
    labour: 'Ability to work',
    schooling: 'Schooling',
    housing: 'Housing',
    event: 'Event',
    other: 'Other',
  },
});

export const provenanceText = defineText({
  zh: {
    declared: '本人陈述',
    observed: '现场查看',
    document: '书面材料',
    'data-check': '数据核对',
    survey: '入户调查',
    report: '发现报告',
  },
  en: {
    declared: 'Stated by the person',
    observed: 'Seen on the spot',
    document: 'From a paper',
    'data-check': 'Data check',
    survey: 'Home survey',
    report: 'From the report',
  },
});

export const circumstanceActText = defineText({
  zh: { initial: '首次记录', correction: '更正', succession: '变化' },
  en: { initial: 'First record', correction: 'Correction', succession: 'Change' },
});

export const unmaskFieldText = defineText({
  zh: { idNumber: '身份证号', phone: '电话', address: '住址', payeeAccount: '收款账户' },
  en: { idNumber: 'ID number', phone: 'Phone', address: 'Address', payeeAccount: 'Payee account' },
});
