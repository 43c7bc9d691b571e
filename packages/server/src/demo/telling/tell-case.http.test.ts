import { getCase, getUrgentRelief, listMyTasks } from '@yimen/contracts';
import { describe, expect, test } from 'vitest';
import { startTestApi } from '../../platform/testing/index.ts';
import { defineCounty } from '../county.ts';
import { postLogins } from '../post-logins.ts';
import { readRegionTree } from '../region-tree.ts';
import { hasReached, type Stage } from '../scenarios/scenario.ts';
import { seedFunds } from '../seed-funds.ts';
import { idOf, seedOrganisation } from '../seed-organisation.ts';
import { seedRegister } from '../seed-register.ts';
import { insideTeller } from './inside-teller.ts';
import { tellCase } from './tell-case.ts';
import { tellUrgentRelief } from './tell-urgent-relief.ts';

const NOW = new Date('2026-11-20T06:00:00.000Z');
const api = await startTestApi({ now: NOW.toISOString(), profile: 'demo' });
const { services } = api;
const county = defineCounty(readRegionTree(), NOW.toISOString());
const logins = postLogins(county);
const organisation = await seedOrganisation(services, county);
const officeIdOf = (key: string) => idOf(organisation.officeIds, key);
const accountId = idOf(organisation.accountIds, 'minzheng.finance.a');
const since = new Date('2026-05-01T01:00:00.000Z');
const fiscalFundId = await seedFunds(services, county, { officeIdOf, accountId, now: since });
const time = { set: (at: Date) => api.clock.set(at.toISOString()) };
const accountIdOf = (login: string) => idOf(organisation.accountIds, login);
const teller = insideTeller(services, api.app, time, accountIdOf, () => api.worker.drain());

async function casePage(caseId: string | null, post: string) {
  const session = await api.signInAs(logins.ofPost(post));
  const params = { id: caseId ?? '' };
  const page = await api.call(getCase, { params }, { session });
  const panel = await api.call(getUrgentRelief, { params }, { session });
  expect([page.problem?.code, panel.problem?.code]).toEqual([undefined, undefined]);
  return { ...page.body, panel: panel.body };
}

/** A story of the county, with the family it is about. */
async function toldStory(key: string) {
  const story = county.cases.find((one) => one.key === key);
  const household = county.households.find((one) => one.key === story?.householdKey);
  if (!story || !household) throw new Error(`no story ${key}`);
  const register = await seedRegister(services, [household], accountId, since);
  const family = register.get(household.key);
  return tellCase(teller, story, {
    household: { is: 'known', householdId: family?.householdId as never },
    payeePersonId: family?.payeePersonId,
    loginOfPost: logins.ofPost,
    now: NOW,
    fiscalFundId,
    officeIdOf,
  });
}

// Each a new family: its birthdays come from the moment.
const story = (until: Stage, minutes: number) =>
  tellUrgentRelief(teller, until, new Date(NOW.getTime() + minutes * 60_000));

const SHOWN = [
  'accepted',
  'proposed',
  'papers-due',
  'district-approved',
  'batch-sent',
  'paid-district',
  'closed-aid',
] as const;

describe('a story goes as far as its stage', () => {
  test('handed up: the county is asked and has not taken it on', async () => {
    const { caseId } = await story('handed-up', 1);
    const page = await casePage(caseId, 'shipodian.window');
    expect(page.handOver?.toPost.title).toContain('民政局');
    expect(page.panel.grants.map(({ level, state }) => [level, state])).toEqual([
      ['village', 'paid'],
      ['township', 'paid'],
    ]);
  });

  test('awaiting its conference: proposed above the figure, and who is to sign is told so', async () => {
    const { caseId } = await story('awaiting-conference', 3);
    const page = await casePage(caseId, 'minzheng.approver1');
    expect(page.panel.conferences).toEqual([]);
    expect(page.panel.grants.at(-1)).toMatchObject({ level: 'county', state: 'proposed', conferenceNeeded: true });
    const session = await api.signInAs(logins.ofPost('minzheng.approver1'));
    const { body } = await api.call(listMyTasks, { query: { which: 'open' } }, { session });
    expect(body.items.find((task) => task.caseId === caseId)?.hint?.zh).toContain('一事一议');
  });

  test.each(SHOWN.map((stage, index) => [stage, 10 + 2 * index] as const))(
    '%s can be told of a new family',
    async (stage, minutes) => {
      const { caseId } = await story(stage, minutes);
      expect(caseId !== null).toBe(hasReached(stage, 'intake'));
      if (caseId === null) return;
      const { state, panel } = await casePage(caseId, 'shipodian.window');
      expect(state).toBe(stage.startsWith('closed') ? 'closed' : 'open');
      const county = panel.grants.find((grant) => grant.level === 'county');
      expect(county !== undefined).toBe(hasReached(stage, 'district-approved'));
      expect(county?.conferenceNeeded ?? false).toBe(false);
    },
  );
});

test('2020意见 第15条 the county tells of one that was discussed: recorded, signed by two, its first stage paid', async () => {
  const { caseId } = await toldStory('discussed-2');
  const { panel, tasks } = await casePage(caseId, 'minzheng.clerk1');
  const grant = panel.grants.at(-1);
  expect(panel.conferences).toMatchObject([{ conclusion: 'agreed', agreedFen: 3_600_000, grantedFen: 3_600_000 }]);
  expect(grant).toMatchObject({ level: 'county', state: 'approved', conferenceNeeded: true, amountFen: 3_600_000 });
  const [recorded] = panel.conferences;
  expect(grant?.approvals.every(({ at }) => at > (recorded?.recordedAt ?? '9'))).toBe(true);
  expect(new Set(grant?.approvals.map(({ by }) => by)).size).toBe(2);
  expect(recorded?.recordedBy).not.toBe(grant?.proposedBy);
  expect(grant?.payments.map(({ state }) => state)).toEqual(['paid', 'ordered', 'ordered']);
  expect(tasks.some((task) => task.kind === 'collect-paper' && task.clock.state === 'overdue')).toBe(false);
});
