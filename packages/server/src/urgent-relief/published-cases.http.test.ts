import * as contract from '@yimen/contracts';
import { checkFen, titleOf } from '@yimen/rules/testing';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { civilDate } from '../platform/clock/clock.ts';
import { startTestApi } from '../platform/testing/api.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from '../policy/index.ts';
import { aMember, type anIntake, reliefActs, smallCounty } from '../testing/index.ts';

const api = await startTestApi({ policy: loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY) });

type EventKind = contract.EventKind;
type Published = {
  readonly code: string;
  readonly on: string;
  readonly event: EventKind;
  readonly what: string;
  readonly answers: Record<string, boolean>;
};

/** The offices of a published case's own county, under its own policy pack. */
async function localityOf(published: Published, prefix: string) {
  api.clock.set(`${published.on}T02:00:00.000Z`);
  const { code } = published;
  const county = await smallCounty(api, {
    prefix,
    places: { county: code, town: code, village: code, otherVillage: code, otherTown: code, farVillage: code },
  });
  const acts = reliefActs(api, county);
  const opened = (change: Parameters<typeof anIntake>[0] = {}) =>
    acts.openCase({
      household: {
        is: 'new',
        regionCode: code,
        members: [aMember({ hukouRegionCode: null, residenceRegionCode: code })],
        searched: true,
      },
      event: {
        kind: published.event,
        occurredOn: published.on,
        placeRegionCode: code,
        placeDetail: null,
        description: published.what,
      },
      urgencyAnswers: published.answers,
      ...change,
    });
  return { county, acts, opened };
}

type Locality = Awaited<ReturnType<typeof localityOf>>;

/** One case, one discussion, where the place asks for it. */
async function holdConference({ county }: Locality, caseId: string, agreedFen: number) {
  const body = {
    heldOn: civilDate(api.clock.now()),
    participants: [
      { office: '区民政局', post: '分管负责人' },
      { office: '区财政局', post: '社保科负责人' },
    ],
    conclusion: 'agreed' as const,
    agreedFen,
    minutes: '困难超出一般标准，一事一议同意救助。',
  };
  const session = await county.as('county.approver1');
  const held = await api.call(contract.recordCaseConference, { params: { id: caseId }, body }, { session });
  expect(held.problem?.code).toBeUndefined();
}

async function grantAndPay(locality: Locality, caseId: string, level: 'township' | 'county', amountFen: number) {
  const { acts } = locality;
  const proposed = await acts.propose(caseId, { level, amountFen }, 'county.clerk');
  expect(proposed.problem?.code).toBeUndefined();
  const { grants } = await acts.panel(caseId);
  if (grants.find((grant) => grant.id === proposed.body.grantId)?.conferenceNeeded)
    await holdConference(locality, caseId, amountFen);
  let version = 1;
  for (const login of level === 'county' ? ['county.approver1', 'county.approver2'] : ['town.approver']) {
    const signed = await acts.approve(proposed.body.grantId, login, version);
    expect(signed.problem?.code).toBeUndefined();
    version = signed.body.version;
    if (signed.body.state === 'approved') break;
  }
  const paid = await acts.handOut(caseId, proposed.body.grantId, level === 'county' ? 'county.finance1' : 'town.cash');
  expect(paid.problem?.code).toBeUndefined();
  return acts.panel(caseId);
}

/** Charity money is not the ladder's: it is referred, given there and reported back with its amount. */
async function referToCharity(
  { county }: Locality,
  caseId: string,
  result: { kind: 'money' | 'kind' | 'service'; fen: number | null; text: string },
) {
  const sent = await api.call(
    contract.sendReferral,
    { params: { id: caseId }, body: { toOfficeId: county.offices['charity'] ?? '', need: '请慈善项目予以帮扶' } },
    { session: await county.as('town.window') },
  );
  expect(sent.problem?.code).toBeUndefined();
  const worker = await county.as('charity.worker');
  const accepted = await api.call(
    contract.acceptReferral,
    { params: { id: sent.body.id }, body: { expectedVersion: 1 } },
    { session: worker },
  );
  expect(accepted.problem?.code).toBeUndefined();
  const body = {
    resultKind: result.kind,
    resultAmountFen: result.fen,
    resultText: result.text,
    expectedVersion: accepted.body.version ?? 2,
  };
  const done = await api.call(contract.finishReferral, { params: { id: sent.body.id }, body }, { session: worker });
  expect(done.problem?.code).toBeUndefined();
}

/** Insurance paid beside the aid is a circumstance of the household, not money of the ladder. */
async function recordInsurance({ county }: Locality, householdId: string, amountFen: number) {
  const body = {
    kind: 'income' as const,
    personId: null,
    text: '防返贫保险赔付',
    amountFen,
    occurredOn: null,
    provenance: 'document' as const,
    provenanceNote: null,
    act: 'initial' as const,
    supersedesId: null,
  };
  const recorded = await api.call(
    contract.recordCircumstance,
    { params: { id: householdId }, body },
    { session: await county.as('town.window') },
  );
  expect(recorded.problem?.code).toBeUndefined();
}

async function close({ acts, county }: Locality, caseId: string, outcome: 'aid' | 'referral') {
  const session = await county.as('county.clerk');
  const panel = await acts.panel(caseId);
  for (const paper of panel.papers)
    await api.call(
      contract.fulfilPaper,
      { params: { id: paper.id }, body: { note: null, photoIds: [], expectedVersion: paper.version } },
      { session },
    );
  const body = { outcome, reason: '已按规定救助', expectedVersion: (await acts.panel(caseId)).caseVersion };
  const closed = await api.call(contract.closeCase, { params: { id: caseId }, body }, { session });
  expect(closed.problem?.code).toBeUndefined();
}

async function givenByCharity({ county }: Locality) {
  const query = { direction: 'in' as const, limit: 100 };
  const { body } = await api.call(contract.listReferrals, { query }, { session: await county.as('charity.worker') });
  return body.items;
}

const GOODS: Readonly<Record<string, string>> = { 'T-163': '衣物、棉被', 'T-165': '村里送来的生活物资' };

const paidOf = (panel: contract.UrgentReliefPanel) =>
  panel.grants.filter((grant) => grant.state === 'paid').reduce((sum, grant) => sum + grant.amountFen, 0);

describe('Published cases of urgent difficulty, entered as they happened', () => {
  test.each([
    [
      'T-160',
      'county',
      'amount',
      {
        code: '350112000000',
        on: '2024-09-09',
        event: 'other-accident',
        what: '燃气爆燃，夫妻重度烧伤',
        answers: { lifeInDanger: true },
      },
    ],
    [
      'T-161',
      'county',
      'amount',
      {
        code: '350921000000',
        on: '2023-04-13',
        event: 'serious-illness',
        what: '外出务工期间脑部感染',
        answers: { treatmentStopped: true },
      },
    ],
    [
      'T-162',
      'county',
      'gov',
      {
        code: '370982000000',
        on: '2024-08-27',
        event: 'serious-illness',
        what: '低保户卒中加重入重症',
        answers: { lifeInDanger: true },
      },
    ],
    [
      'T-163',
      'county',
      'amount',
      { code: '450327000000', on: '2025-01-03', event: 'fire', what: '房屋和物品烧毁', answers: { homeLost: true } },
    ],
    [
      'T-165',
      'county',
      'temp',
      { code: '410883000000', on: '2023-03-21', event: 'fire', what: '脱贫户房屋失火', answers: { homeLost: true } },
    ],
    [
      'T-167',
      'township',
      'amount',
      {
        code: '340421000000',
        on: '2023-07-15',
        event: 'work-accident',
        what: '机械伤害双腿截肢',
        answers: { treatmentStopped: true },
      },
    ],
  ] as const)('%s ends with the published amount', async (id, level, key, published) => {
    const locality = await localityOf(published, `${id.toLowerCase()}.`);
    const { caseId, householdId } = await locality.opened();
    if (id === 'T-165') await recordInsurance(locality, householdId, checkFen('T-165', 'insurance'));
    const panel = await grantAndPay(locality, caseId, level, checkFen(id, key));
    expect(paidOf(panel), titleOf(id)).toBe(checkFen(id, key));
    // The amounts of T-160 need a discussion and a second signature; aid first, papers after everywhere.
    expect(panel.papers.length).toBeGreaterThan(0);
    if (id === 'T-160') expect([panel.grants[0]?.approvals.length, panel.conferences.length]).toEqual([2, 1]);
    // Goods of which the sources tell no value: given and on record, without weight for money or caps.
    const goods = GOODS[id];
    if (goods) await referToCharity(locality, caseId, { kind: 'kind', fen: null, text: goods });
    if (goods) expect(await givenByCharity(locality)).toMatchObject([{ resultKind: 'kind', resultAmountFen: null }]);
    expect(paidOf(await locality.acts.panel(caseId))).toBe(checkFen(id, key));
    if (id === 'T-162')
      await referToCharity(locality, caseId, { kind: 'money', fen: checkFen('T-162', 'charity'), text: '镇慈善救助' });
    await close(locality, caseId, 'aid');
  });

  test(titleOf('T-175'), async () => {
    const locality = await localityOf(
      {
        code: '440604000000',
        on: '2025-05-20',
        event: 'serious-illness',
        what: '六岁儿童白血病',
        answers: { treatmentStopped: true },
      },
      't-175.',
    );
    const { caseId } = await locality.opened();
    await referToCharity(locality, caseId, { kind: 'money', fen: checkFen('T-175', 'amount'), text: '慈善会大病项目' });
    await close(locality, caseId, 'referral');
  });

  test(titleOf('T-176'), async () => {
    const locality = await localityOf(
      { code: '611025000000', on: '2024-03-05', event: 'fire', what: '居民房屋失火', answers: { homeLost: true } },
      't-176.',
    );
    const families = 5;
    const cashFen = checkFen('T-176', 'cash') / families;
    const goodsFen = (checkFen('T-176', 'total') - checkFen('T-176', 'cash')) / families;
    for (let family = 0; family < families; family++) {
      const { caseId } = await locality.opened();
      await referToCharity(locality, caseId, { kind: 'money', fen: cashFen, text: '慈善救助金' });
      await referToCharity(locality, caseId, { kind: 'kind', fen: goodsFen, text: '生活物资' });
      await close(locality, caseId, 'referral');
    }
    const results = await givenByCharity(locality);
    const sum = (kind: string) =>
      results.filter((one) => one.resultKind === kind).reduce((total, one) => total + (one.resultAmountFen ?? 0), 0);
    expect([sum('money'), sum('money') + sum('kind')]).toEqual([checkFen('T-176', 'cash'), checkFen('T-176', 'total')]);
  });

  test.each([
    [
      'T-169',
      {
        code: '610924000000',
        on: '2022-06-10',
        event: 'child-alone',
        what: '父母双亡，四个孩子无人照料',
        answers: { dependantLeftAlone: true },
      },
    ],
    [
      'T-170',
      {
        code: '431081000000',
        on: '2026-01-12',
        event: 'fire',
        what: '独居失智老人家中失火',
        answers: { homeLost: true },
      },
    ],
    [
      'T-171',
      {
        code: '610482000000',
        on: '2022-12-02',
        event: 'destitute',
        what: '流浪人员疑似精神障碍',
        answers: { lifeInDanger: true },
      },
    ],
    [
      'T-177',
      {
        code: '341503000000',
        on: '2026-03-02',
        event: 'work-accident',
        what: '丈夫从脚手架坠落，无保险',
        answers: { treatmentStopped: true },
      },
    ],
  ] as const)(
    '%s is taken in where it happened, whatever the hukou, and gets its clock at once',
    async (id, published) => {
      const locality = await localityOf(published, `${id.toLowerCase()}.`);
      const taken = await locality.opened();
      expect(taken.urgency, titleOf(id)).not.toBe('ordinary');
      // A preset of the platform is no document, and stands in no marks.
      expect(taken.firstTask.clock.clause.zh).toMatch(/^(平台预设（县级确认前）|《(?!平台预设).+》).+/);
      expect(Date.parse(taken.firstTask.clock.dueAt)).toBeGreaterThan(api.clock.now().getTime());
    },
  );
});
