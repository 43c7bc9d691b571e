import type { HouseholdFacts } from '@yimen/contracts';
import { chainOf, createRulebook, type FactValues, factsOf, generatedFor } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { assumedFacts } from './assumed-facts.ts';
import { decisionDay } from './decision-day.ts';
import { determineScreening } from './determine-screening.ts';
import { paymentDays } from './payment-days.ts';
import { screenHousehold } from './screen-household.ts';

const policy = loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY);
const services = { policy, rulebook: createRulebook(generatedFor) };
const SUBSIDIES = ['disabilityLivingSubsidy', 'disabilityNursingSubsidy'];

/** Somebody on dibao with a severe disability, who is due both subsidies. */
function factsWith(more: FactValues): HouseholdFacts {
  const known = factsOfExample('cn', 'disability-dibao-second-grade');
  return { ...known, household: { ...known.household, ...more } };
}

function factsOfExample(pack: string, example: string): HouseholdFacts {
  const vectors = policy.packs.get(pack)?.vectors ?? [];
  const vector = vectors.find(({ id }) => id === example);
  if (!vector) throw new Error('the example is not in the packs');
  const { household, members } = factsOf(vector, vectors);
  return { household: { ...household }, members: members.map((member) => ({ ...member })), events: [] };
}

function screened(more: FactValues = {}) {
  const asked = { region: '341503', on: '2026-03-15', facts: factsWith(more) };
  const view = screenHousehold(services, asked, new Date());
  const days = view.programmes.filter(({ id }) => SUBSIDIES.includes(id)).map(({ paidFrom }) => paidFrom);
  return { view, days };
}

function sentencesOf(programme: string, facts: HouseholdFacts) {
  const { programmes } = screenHousehold(services, { region: '341503', on: '2026-03-15', facts }, new Date());
  return programmes.find(({ id }) => id === programme)?.sentences;
}

describe('while nothing is known', () => {
  const household = { household: {}, members: [{}], events: [] };

  test('what decides whether something is due is asked; of how much it is, nothing is said', () => {
    expect(sentencesOf('dibao', household)).toEqual({
      zh: ['享受低保：尚不能确定。', '还需要了解（有的回答可以直接得出“否”）：住房套数。'],
      en: ['receives dibao: not yet known.', 'Still to be known (some answers make it no at once): number of homes.'],
    });
  });

  test('what the rule of an amount says to everybody is told', () => {
    expect(sentencesOf('studentLoan', household)?.zh).toEqual([
      '成员1可以申请国家助学贷款：尚不能确定。',
      '还需要了解（有的回答可以直接得出“否”）：成员1的就读情况。',
      '贷款要归还，在读期间不计利息；向学校或者户籍地学生资助机构申请。',
    ]);
  });

  test('of what is due, what decides how much is asked', () => {
    const events = [{ needsFirstAid: true, cannotPayFirstAid: true }];
    expect(sentencesOf('diseaseEmergency', { ...household, events })?.zh).toEqual([
      '事件1符合疾病应急救助条件：是。',
      '“病人需要急救”为是；“病人无力支付急救费用”为是。',
      '事件1的疾病应急救助基金支付给医院的金额：尚不能确定。',
      '先救治，费用由医院向疾病应急救助基金申请。',
      '还需要了解（有的回答可以直接得出结果）：事件1的急救费用、事件1的急救费用中责任人、保险、医疗救助和本人已付的部分。',
    ]);
  });
});

describe('where standards differ between town and village', () => {
  const on = { region: '341503', on: '2026-03-15' };
  const screen = (facts: HouseholdFacts) => screenHousehold(services, { ...on, facts }, new Date());
  const family = factsOfExample('anhui-luan-yuan', 'plain-three');
  const { area: _, ...household } = family.household;

  test('it is asked first which of them it is, and the policy is not said to lack what it has', () => {
    const unsaid = screen({ household: {}, members: [{}], events: [] });
    expect(unsaid.nextQuestions[0]?.id).toBe('area');
    expect(unsaid.unknownParameters.map(({ id }) => id)).not.toContain('dibao.standard');
    const said = screen({ household: { area: 'rural' }, members: [{}], events: [] });
    expect(said.nextQuestions.map(({ id }) => id)).not.toContain('area');
  });

  test('it is what can decide where nothing else is open', () => {
    expect(sentencesOf('dibao', { ...family, household })?.zh).toEqual([
      '享受低保：尚不能确定。',
      '还需要了解（有的回答可能直接得出结果）：城镇还是农村。',
    ]);
    const { programmes } = screen({ ...family, household });
    const ofChild = programmes.find(({ id, index }) => id === 'premiumSubsidy' && index === 2);
    expect(ofChild?.missing.slice(0, 2)).toMatchObject([
      { id: 'area', decisive: false },
      { id: 'recognisedChild', decisive: false },
    ]);
  });
});

test('whoever is refused is told what it comes from, not the names of the rules in between', () => {
  const household = { hasShopOrOffice: true, recognisedClass: 'none' };
  expect(sentencesOf('dibao', { household, members: [{}], events: [] })).toEqual({
    zh: [
      '享受低保：否。',
      '“符合低保条件”为否：“有商铺、办公楼等非居住用房”为是，要求为否。',
      '“因就业超过标准，仍在渐退期内”为否：目前已认定的家庭类别为未认定，要求是低保；“有商铺、办公楼等非居住用房”为是，要求为否。',
      '以上每行是一种情形，达到其中一种即可；同一行里的各项都要达到。',
    ],
    en: [
      'receives dibao: no.',
      '“meets the conditions of dibao” is no: “owns premises that are no home” is yes; required: no.',
      expect.stringContaining('is none; required: dibao; “owns premises that are no home” is yes; required: no.'),
      'Each line above is one way in, and one is enough; within a line everything is required.',
    ],
  });
});

test('whoever is granted something is told what that comes from, down to the figures, and of what the amount is made', () => {
  const facts = factsOfExample('anhui-luan-yuan', 'plain-three');
  expect(sentencesOf('dibao', facts)?.zh.slice(0, 2)).toEqual([
    '享受低保：是。',
    '家庭计入收入（0元/年）低于最低生活保障标准 × 12个月/年 × 家庭人数（756元/月 × 12个月/年 × 3 = 27,216元/年）；“家庭财产符合低保规定”为是；“有计入家庭、未认定特困的成员”为是。',
  ]);
  expect(sentencesOf('dibao', facts)?.zh.at(-1)).toBe(
    '每月应发低保金：2,268元/月（2,268元/月与0元/月中较大的 + 0元/月，即低保金（不含增发）与每户每月最低发放额中较大的 + 分类施保增发）。',
  );
  const tekun = factsOfExample('anhui-luan-yuan', 'tekun-home-half');
  expect(sentencesOf('tekun', tekun)?.zh.at(-1)).toMatch(
    /^成员1的每月特困供养金：[\d,]+元\/月（[\d,]+元\/月 \+ \d+元\/月，即特困基本生活标准 \+ 照料护理标准）。$/,
  );
});

test('whoever is refused for another place’s sake is told who helps them on', () => {
  const household = { hukouHere: false, permitHere: false };
  const events = [{ suddenEvent: true, immediateNeed: true, incidentHere: false }];
  const refused = { household, members: [{}], events };
  expect(sentencesOf('urgentRelief', refused)?.zh).toEqual([
    '事件1符合急难型临时救助条件：否。',
    '“由本地受理”为否，要求为是。',
    '不由本地受理的，工作人员会帮助转到救助站或者有管辖的地方。',
  ]);
  expect(sentencesOf('expenditureAid', refused)?.zh).toEqual([
    '符合支出型临时救助条件：否。',
    '“户籍在本地或者持有本地居住证”为否，要求为是。',
    '没有本地户籍和居住证的，由乡镇帮助转到救助站或者县级民政；突发急难由发生地救助。',
  ]);
});

describe('the day of the application', () => {
  test('nobody told is taken as the day of the screening, and the answer says so beside what rests on it', () => {
    const { view, days } = screened();
    expect(days).toEqual(['2026-03-01', '2026-03-01']);
    expect(view.assumed).toEqual([
      {
        id: 'appliedOn',
        label: { zh: '申请日', en: 'day of the application' },
        value: '2026-03-15',
        words: {
          zh: '申请日为2026年3月15日（没有填写，试算时假定）。',
          en: 'Day of the application: 2026-03-15 (not told, assumed for the screening).',
        },
        programmes: SUBSIDIES.map((id) => ({ id, on: 'person', index: 0 })),
      },
    ]);
    expect(screened({ appliedOn: null }).view.assumed).toEqual(view.assumed);
  });

  test('that was told is never overridden', () => {
    const { view, days } = screened({ appliedOn: '2026-01-31' });
    expect(days).toEqual(['2026-01-01', '2026-01-01']);
    expect(view.assumed).toEqual([]);
  });

  test('changes nothing else: what is asked next and what is missing are the same', () => {
    const { assumed: _, ...without } = screened({ appliedOn: '2026-03-15' }).view;
    const { assumed: __, ...withIt } = screened().view;
    expect(withIt).toEqual(without);
    expect(withIt.missingFacts.map(({ id }) => id)).not.toContain('appliedOn');
  });

  test('decides nothing where a place pays from the month after the decision, and that is not said to rest on it', () => {
    const chain = chainOf(policy, 'example-widened-subsidies');
    const result = determineScreening(
      services.rulebook,
      { version: policy.version, chain, on: '2026-03-15' },
      factsWith({}),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    const { determined } = result.screened;
    const nursing = determined.outcomes.filter(({ programme }) => programme === 'disabilityNursingSubsidy');
    expect(nursing.map((one) => paymentDays(determined, one).paidFrom)).toEqual(['2026-04-01']);
    expect(nursing.map((one) => decisionDay(determined, one))).toEqual(['2026-03-15']);
    expect(assumedFacts(result.screened)).toEqual([]);
  });
});

test('a day of payment reckoned from the decision says which day it takes for it; one of the application does not', () => {
  const asked = { region: '341503', on: '2026-03-15', facts: factsOfExample('anhui-luan-yuan', 'T-005') };
  const daysOf = ({ programmes }: ReturnType<typeof screenHousehold>, ids: readonly string[]) =>
    programmes.flatMap(({ id, outcome, paidFrom, paidIfDecidedOn }) =>
      ids.includes(id) ? [[id, outcome, paidFrom, paidIfDecidedOn]] : [],
    );
  const view = screenHousehold(services, asked, new Date());
  expect(daysOf(view, ['dibao', 'tekun']).slice(0, 2)).toEqual([
    ['dibao', 'yes', '2026-04-01', '2026-03-15'],
    ['tekun', 'no', null, null],
  ]);
  expect(daysOf(screened().view, SUBSIDIES)).toEqual(SUBSIDIES.map((id) => [id, 'yes', '2026-03-01', null]));
});

test('a subsidy of a day its rules were not yet in force says so, and asks nobody anything', () => {
  const asked = { region: '341503', on: '2015-06-01', facts: factsWith({}) };
  const { programmes, unknownParameters } = screenHousehold(services, asked, new Date());
  const [nursing] = programmes.filter(({ id }) => id === 'disabilityNursingSubsidy');
  expect(nursing).toMatchObject({ outcome: 'unknown', missing: [], missingCount: 0 });
  expect(nursing?.sentences.zh).toContain('平台还没有当地这一天的政策数据：符合重度残疾人护理补贴条件。');
  expect(unknownParameters.map(({ id }) => id)).toContain('nursingSubsidyEligible');
});
