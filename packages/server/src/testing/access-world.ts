import { randomUUID } from 'node:crypto';
import * as contract from '@yimen/contracts';
import sharp from 'sharp';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { TestApi } from '../platform/testing/api.ts';
import type { ThingKind } from './access-matrix.ts';
import { aMember, anIntake } from './builders.ts';
import { reliefActs } from './relief-acts.ts';
import { aStaffReport } from './reports.ts';
import { PLACES, type SmallCounty } from './small-county.ts';
import { findAfterCheck } from './store.ts';

/** Something a path can name, where it lies and who beside the remit of that place has to do with it. */
export type Thing = {
  readonly kind: ThingKind;
  readonly params: Readonly<Record<string, string>>;
  readonly region: string;
  /** Offices that take part, and accounts that made it or are meant by it. */
  readonly offices: readonly string[];
  readonly accounts: readonly string[];
  /** Internal directory: every post that may work on it at all works on all of it. */
  readonly anywhere?: true;
  /** For everybody, signed in or not. */
  readonly published?: true;
  /** Of a referral: who asked, who was asked. */
  readonly asking?: string;
  readonly asked?: string;
  /** A rule of its own instead of remit and part taken. */
  readonly seenBy?: readonly string[];
};

/** A place with one thing of each kind, all marked with the place's own canary word. */
export type Spot = {
  readonly name: string;
  readonly region: string;
  readonly canary: string;
  readonly things: readonly Thing[];
  of(kind: ThingKind | 'office'): string;
};

export type SpotPlan = {
  readonly name: string;
  readonly region: string;
  readonly canary: string;
  readonly county: SmallCounty;
  readonly clerk: string;
  readonly clerkOffice: string;
  /** Who decides and hands out there; no money at this place without. */
  readonly money?: {
    readonly level: 'village' | 'township';
    readonly approver: string;
    readonly payer: string;
    /** Of this place itself; who pays from the county's fund sees that one by another rule. */
    readonly fundId?: string;
  };
  /** Who grants at the next level by emergency override, which opens a check afterwards. */
  readonly override?: { readonly approver: string; readonly payer: string };
  readonly pettyCash?: { readonly office: string; readonly keeper: string; readonly region: string };
  /** Offices asked to help with its first case. */
  readonly referTo: readonly string[];
};

type Change = Partial<Omit<Thing, 'kind' | 'params'>>;

export async function makeSpot(api: TestApi, plan: SpotPlan): Promise<Spot> {
  const { county, region, canary } = plan;
  const clerk = await county.as(plan.clerk);
  const as = { session: clerk };
  const acts = reliefActs(api, county);
  const own = officeId(county, plan.clerkOffice);
  const things: Thing[] = [];
  const add = (kind: ThingKind, params: Record<string, string>, change: Change = {}) =>
    void things.push({ kind, params, region, offices: [own], accounts: [], ...change });
  const takeIn = () => {
    const household = {
      is: 'new' as const,
      regionCode: region,
      members: [aMember({ name: canary, hukouRegionCode: region, residenceRegionCode: region })],
      searched: true as const,
    };
    const event = {
      kind: 'fire' as const,
      occurredOn: '2026-03-01',
      placeRegionCode: region,
      placeDetail: canary,
      description: `${canary}起火`,
    };
    return acts.openCase(anIntake({ household, event, need: `${canary}需要住处` }), plan.clerk);
  };

  const overrideAt = (level: 'village' | 'township') =>
    level === 'township' && plan.override ? { reason: `${canary}情况紧急` } : null;
  const grantAndPay = async (
    caseId: string,
    { level, approver, payer }: { level: 'village' | 'township'; approver: string; payer: string },
  ) => {
    const payeePersonId = (await acts.panel(caseId, plan.clerk)).payees[0]?.personId ?? '';
    const proposed = await acts.propose(
      caseId,
      { level, amountFen: 10_000, emergencyOverride: overrideAt(level), payeePersonId },
      plan.clerk,
    );
    const approved = await acts.approve(proposed.body.grantId, approver);
    if (approved.status !== 200) throw new Error(`${plan.name}: ${proposed.text} ${approved.text}`);
    const payment = (await acts.panel(caseId, plan.clerk)).grants.find((one) => one.id === proposed.body.grantId)
      ?.payments[0];
    const receipt = { signedBy: '本人', receiptPhotoId: null, note: null };
    const handed = await api.call(
      contract.payGrant,
      { params: { id: payment?.id ?? '' }, body: receipt },
      { session: await county.as(payer) },
    );
    if (handed.status !== 200) throw new Error(`${plan.name}: ${handed.text}`);
    return handed.body.paymentId;
  };

  const photo = await api.call(contract.uploadPhoto, { body: (await aPicture()) as never }, as);
  const report = await api.call(
    contract.createReport,
    {
      body: aStaffReport({
        placeRegionCode: region,
        whatHappened: `${canary}断粮`,
        subjectName: canary,
        photoIds: [photo.body.photoId],
      }),
    },
    as,
  );
  const told = { accounts: [clerk.accountId] };
  add('report', { id: report.body.reportId }, told);
  add('photo', { id: photo.body.photoId }, told);

  const { caseId, householdId } = await takeIn();
  const helpers = { offices: [own, ...plan.referTo.map((office) => officeId(county, office))] };
  const personId = (await acts.panel(caseId, plan.clerk)).payees[0]?.personId ?? '';
  add('case', { id: caseId }, helpers);
  add('household', { id: householdId }, helpers);
  add('person', { id: personId }, helpers);
  add('member', { id: householdId, personId }, helpers);
  for (const office of plan.referTo) {
    const sent = await api.call(
      contract.sendReferral,
      { params: { id: caseId }, body: { toOfficeId: officeId(county, office), need: `${canary}请予帮扶` } },
      as,
    );
    if (office === plan.referTo[0])
      add('referral', { id: sent.body.id }, { ...helpers, asking: own, asked: officeId(county, office) });
  }
  const assessed = await api.call(contract.assessCase, { params: { id: caseId }, body: { urgencyAnswers: {} } }, as);
  add('assessment', { id: assessed.body.id }, helpers);

  if (plan.money) {
    const { level, approver, payer, fundId } = plan.money;
    const asked = { level, amountFen: 10_000, emergencyOverride: overrideAt(level), payeePersonId: personId };
    const proposed = await acts.propose(caseId, asked, plan.clerk);
    add('grant', { id: proposed.body.grantId }, helpers);
    const second = await takeIn();
    add('payment', { id: await grantAndPay(second.caseId, { level, approver, payer }) });
    if (plan.override && level === 'village') await grantAndPay(second.caseId, { level: 'township', ...plan.override });
    const papers = (await acts.panel(second.caseId, plan.clerk)).papers;
    if (papers[0]) add('paper', { id: papers[0].id });
    const check = await api.services.database.transact(SYSTEM_CONTEXT, (tx) => findAfterCheck(tx, second.caseId));
    if (check) add('after-check', { id: check });
    if (fundId) add('fund', { id: fundId }, { offices: [] });
  }
  if (plan.pettyCash) {
    const office = officeId(county, plan.pettyCash.office);
    const of = { region: plan.pettyCash.region, offices: [office] };
    add('petty-cash', { officeId: office }, of);
    const counted = await api.call(
      contract.countPettyCash,
      { params: { officeId: office }, body: { countedFen: 5_000_000, explanation: null } },
      { session: await county.as(plan.pettyCash.keeper) },
    );
    add('count', { id: counted.body.id }, of);
  }
  things.push({ kind: 'pack', params: { pack: 'cn' }, region: '', offices: [], accounts: [], published: true });
  const anywhere = { anywhere: true as const };
  add('office', { id: own }, anywhere);
  add('post', { id: clerk.postId ?? '' }, anywhere);
  // Not of anybody who calls here: a reset ends their sessions.
  add('account', { id: county.accounts['town.window-b'] ?? '' }, anywhere);
  const broken = things.filter((thing) => Object.values(thing.params).some((value) => !value));
  if (broken.length > 0) throw new Error(`${plan.name}: no ${broken.map(({ kind }) => kind).join(', ')}`);
  return {
    name: plan.name,
    region,
    canary,
    things,
    of: (kind) =>
      kind === 'office' ? own : (things.find((thing) => thing.kind === kind)?.params['id'] ?? randomUUID()),
  };
}

function officeId(county: SmallCounty, key: string): string {
  const id = county.offices[key];
  if (!id) throw new Error(`no office ${key}`);
  return id;
}

export function aPicture(): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer();
}

/** The places of the small county, from the village up, and another county. */
export function spotPlans(
  county: SmallCounty,
  other: SmallCounty & { readonly region: string },
  societyOf: (region: string) => string,
): SpotPlan[] {
  const village = (
    name: string,
    region: string,
    canary: string,
    clerk: string,
    clerkOffice: string,
    keeper: string,
  ): SpotPlan => ({
    name,
    region,
    canary,
    county,
    clerk,
    clerkOffice,
    referTo: ['bureau'],
    money: { level: 'village', approver: keeper, payer: keeper, fundId: societyOf(region) },
    override:
      clerkOffice === 'town'
        ? { approver: 'town.approver', payer: 'town.cash' }
        : { approver: 'other-town.approver', payer: 'other-town.cash' },
  });
  return [
    {
      ...village('village', PLACES.village, '云雀甲', 'town.window', 'town', 'society.keeper'),
      referTo: ['charity', 'education', 'social', 'rescue'],
      pettyCash: { office: 'town', keeper: 'town.cash', region: PLACES.town },
    },
    village('sibling village', PLACES.otherVillage, '白鹭乙', 'town.window', 'town', 'other-society.keeper'),
    {
      ...village(
        'village of the other town',
        PLACES.farVillage,
        '苍鹰丙',
        'other-town.window',
        'otherTown',
        'far-society.keeper',
      ),
      pettyCash: { office: 'otherTown', keeper: 'other-town.cash', region: PLACES.otherTown },
    },
    {
      name: 'town itself',
      region: PLACES.town,
      canary: '灰雁丁',
      county,
      clerk: 'town.window',
      clerkOffice: 'town',
      referTo: ['bureau'],
      money: { level: 'township', approver: 'town.approver', payer: 'town.cash' },
      override: { approver: 'town.approver', payer: 'town.cash' },
    },
    {
      name: 'county itself',
      region: PLACES.county,
      canary: '朱鹮戊',
      county,
      clerk: 'county.clerk',
      clerkOffice: 'bureau',
      referTo: ['education'],
    },
    {
      name: 'other county',
      region: other.region,
      canary: '戴胜己',
      county: other,
      clerk: 'town.window',
      clerkOffice: 'town',
      referTo: ['charity'],
      money: { level: 'township', approver: 'town.approver', payer: 'town.cash', fundId: other.funds.fiscal },
      pettyCash: { office: 'town', keeper: 'town.cash', region: other.region },
    },
  ];
}
