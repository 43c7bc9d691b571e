import { listFunds } from '@yimen/contracts';
import { fakeResidentId } from '@yimen/rules';
import { civilDate } from '../../platform/clock/clock.ts';
import type { DemoCase } from '../cases/plan-case.ts';
import type { DemoGrant } from '../cases/plan-grants.ts';
import { defineCounty } from '../county.ts';
import { postLogins } from '../post-logins.ts';
import { DEMO_PASSWORD } from '../posts/fill-posts.ts';
import { readRegionTree } from '../region-tree.ts';
import { STAGES, type Stage } from '../scenarios/scenario.ts';
import { type ToldCase, tellCase } from './tell-case.ts';
import { must, type Teller } from './teller.ts';

export type ToldStory = ToldCase & {
  readonly signIns: readonly { readonly login: string; readonly what: string }[];
  readonly password: string;
};

const VILLAGE = { windowKey: 'shipodian', societyKey: 'shipodian.sancha', name: '石婆店镇三岔村' };

export function stageOf(text: string): Stage | undefined {
  return STAGES.find((stage) => stage === text);
}

/** A new family, a fire last night, and everybody at work as far as the stage: for looking at a case by hand. */
export async function tellUrgentRelief(teller: Teller, until: Stage, now: Date): Promise<ToldStory> {
  const county = defineCounty(readRegionTree(), now.toISOString());
  const logins = postLogins(county);
  const society = county.offices.find((office) => office.key === VILLAGE.societyKey);
  if (!society) throw new Error(`no society ${VILLAGE.societyKey}`);
  const funds = await must(teller, listFunds, { query: { kind: 'fiscal' } }, logins.ofPost('minzheng.finance'), now);
  const told = await tellCase(teller, storyOf(society.regionCode, until, now), {
    household: newFamily(society.regionCode, now),
    loginOfPost: logins.ofPost,
    now,
    fiscalFundId: funds.items[0]?.id ?? '',
    officeIdOf: () => {
      throw new Error('this story refers nobody');
    },
  });
  return {
    ...told,
    password: DEMO_PASSWORD,
    signIns: SIGN_INS.map(([post, what]) => ({ login: logins.ofPost(post), what })),
  };
}

const SIGN_INS = [
  [`${VILLAGE.windowKey}.window`, '乡镇窗口 / township window'],
  [`${VILLAGE.societyKey}.keeper`, '村互助社 / village society'],
  [`${VILLAGE.windowKey}.approver`, '乡镇审批 / township approver'],
  [`${VILLAGE.windowKey}.cash`, '备用金 / petty cash'],
  ['minzheng.clerk1', '区民政经办 / county clerk'],
  ['minzheng.approver1', '区民政审批（一） / county approver, first'],
  ['minzheng.approver2', '区民政审批（二） / county approver, second'],
] as const;

function storyOf(regionCode: string, stage: Stage, now: Date): DemoCase {
  const reportedAt = now.toISOString();
  return {
    key: 'story',
    title: '夜间失火',
    stage,
    householdKey: '',
    reportedAt,
    windowKey: VILLAGE.windowKey,
    societyKey: VILLAGE.societyKey,
    urgency: 'urgent',
    urgencyAnswers: { homeLost: true, noFoodOrShelter: true },
    finding: '房屋烧毁，当晚需要住处和衣被。',
    grants: [money('village', 100_000), money('township', 200_000), money('county', countyFen(stage))],
    duplicateOf: null,
    repeatOf: null,
    followUpOf: null,
    referral: null,
    closing: stage.startsWith('closed')
      ? { outcome: stage === 'closed-aid' ? 'aid' : 'no-need', reason: '已救助到位，生活恢复。' }
      : null,
    report: {
      channel: 'village',
      reporterKind: 'village-committee',
      reporterPostKey: `${VILLAGE.societyKey}.assistant`,
      placeRegionCode: regionCode,
      eventKind: 'fire',
      occurredOn: civilDate(now),
      whatHappened: '夜里灶屋起火烧到正房，人已撤出，没有地方住。',
      claimedUrgency: 'today',
      subjectName: null,
      subjectPhone: null,
      peopleCount: 2,
      anonymous: false,
    },
  };
}

/** A story that stops before a case conference asks for more than the county pays without one. */
function countyFen(stage: Stage): number {
  return stage === 'awaiting-conference' ? 2_600_000 : 500_000;
}

function money(level: DemoGrant['level'], amountFen: number): DemoGrant {
  return {
    level,
    form: 'money',
    amountFen,
    items: [],
    method: level === 'county' ? 'bank' : 'cash',
    purpose: '临时住处、衣被和口粮',
    instalments: 1,
    overrideReason: null,
    newFact: null,
    evidenceNumber: null,
    conference: null,
  };
}

function newFamily(regionCode: string, now: Date) {
  const serial = now.getTime() % 450;
  const born = `19${60 + (Math.floor(now.getTime() / 1000) % 35)}-${String((Math.floor(now.getTime() / 60_000) % 12) + 1).padStart(2, '0')}-${String((Math.floor(now.getTime() / 7_000) % 28) + 1).padStart(2, '0')}`;
  const head = {
    name: '陶望春',
    sex: 'male' as const,
    birthDate: born,
    idNumber: fakeResidentId({ birthDate: born, sex: 'male', serial }),
    phone: null,
    hukouRegionCode: regionCode,
    residenceRegionCode: regionCode,
    address: '三组 7 号',
    relation: 'head' as const,
    supportRelation: 'none' as const,
  };
  return { is: 'new' as const, regionCode, members: [head], searched: true as const };
}
