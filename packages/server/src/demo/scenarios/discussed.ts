import type { Scenario } from './scenario.ts';

/** Blows too heavy for the usual amounts: one case, one discussion (一事一议) before the county signs. */
export const DISCUSSED_CASES: readonly Scenario[] = [
  {
    key: 'discussed-1',
    title: '液化气爆燃，夫妻二人大面积烧伤',
    event: 'other-accident',
    place: ['苏埠镇', '淠河村'],
    family: 'couple-two-children',
    headAge: 38,
    childAge: 11,
    hukou: 'other-township',
    channel: 'hospital',
    reporterOffice: 'yiyuan.qu',
    urgency: 'lifeThreatening',
    hour: 16,
    daysAgo: 1,
    report: '患者{name}夫妻烧晚饭时液化气爆燃，两人烧伤面积都在四成以上，已转烧伤科。两个孩子在邻居家，费用没有着落。',
    finding:
      '两人在重症监护室，植皮还要做多次，医保报销后预计自付十二万元以上。夫妻都是零工，没有商业保险；两个孩子由外婆照看。',
    yuan: { village: 1000, township: 2000, district: 26000 },
    stage: 'awaiting-conference',
  },
  {
    key: 'discussed-2',
    title: '一场车祸，夫妻二人重伤',
    event: 'traffic-accident',
    place: ['分路口镇', '殷家畈村'],
    family: 'three-generations',
    headAge: 44,
    childAge: 15,
    channel: 'village-assistant',
    urgency: 'lifeThreatening',
    hour: 9,
    daysAgo: 11,
    report: '殷家畈村{name}夫妻早上卖菜回来被货车撞了，两人都在抢救。家里两个老人带着上学的孩子，什么都拿不出来。',
    finding:
      '{name}颅脑损伤，妻子多处骨折，两人都要长期康复；货车方保险赔付要等责任认定和判决。老人年迈，孩子读初三，家中再无劳力。',
    yuan: { village: 1000, township: 2000, district: 36000 },
    instalments: 3,
    conference: {
      seats: [
        { office: '区民政局', post: '分管负责人' },
        { office: '区财政局', post: '社会保障股负责人' },
        { office: '区医疗保障局', post: '待遇保障股负责人' },
        { office: '分路口镇人民政府', post: '民政分管负责人' },
      ],
      minutes:
        '一家两个劳力同时重伤，保险赔付短期不能到位，医保报销和医疗救助后自付仍在八万元以上。各单位商定由区级救助三万六千元，分三期发放；医保部门同步办理医疗救助，镇里落实老人照料和孩子就学。',
    },
    stage: 'paid-district',
  },
];
