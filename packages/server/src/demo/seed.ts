import { pino } from 'pino';
import { buildApi } from '../api.ts';
import { isWithoutAccounts } from '../platform/auth/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { ServicesOptions } from '../services.ts';
import { openServices } from '../services.ts';
import { buildWorker } from '../worker.ts';
import { answersAbout } from './cases/answers-about.ts';
import type { DemoCase } from './cases/plan-case.ts';
import { type DemoCounty, defineCounty } from './county.ts';
import { postLogins } from './post-logins.ts';
import { readRegionTree } from './region-tree.ts';
import { hasReached } from './scenarios/scenario.ts';
import { seedFunds } from './seed-funds.ts';
import { idOf, type SeededOrganisation, seedOrganisation } from './seed-organisation.ts';
import { type SeededHousehold, seedRegister } from './seed-register.ts';
import { insideTeller } from './telling/inside-teller.ts';
import type { StoryPlace } from './telling/story-place.ts';
import { type ToldCase, tellCase } from './telling/tell-case.ts';
import type { Teller } from './telling/teller.ts';

export type SeedOptions = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly settings?: ServicesOptions['settings'];
};

/** Fills an empty installation with the demonstration county; one that has accounts is left as it is: false. */
export async function seedDemo({ databaseUrl, dataDir, log, settings }: SeedOptions): Promise<boolean> {
  const now = new Date();
  const time = storyTime(now);
  const services = await openServices({
    databaseUrl,
    dataDir,
    profile: 'demo',
    name: 'yimen-seed',
    clock: time,
    log: pino({ level: 'silent' }),
    settings: { poolSize: 4, rates: { signIn: 1e6, publicCommand: 1e6, publicRead: 1e6 }, ...settings },
  });
  try {
    if (!(await isWithoutAccounts(services))) return false;
    log('正在建立演示县 / creating the demonstration county …');
    const county = defineCounty(readRegionTree(), now.toISOString());
    const organisation = await seedOrganisation(services, county);
    const accountId = idOf(organisation.accountIds, 'minzheng.finance.a');
    const since = new Date(now.getTime() - 200 * 24 * 3_600_000);
    const fiscalFundId = await seedFunds(services, county, {
      officeIdOf: (key) => idOf(organisation.officeIds, key),
      accountId,
      now: since,
    });
    const register = await seedRegister(services, county.households, accountId, now);
    const app = await buildApi(services);
    const settle = () => buildWorker(services).drain();
    await tellStories({
      county,
      organisation,
      register,
      fiscalFundId,
      now,
      log,
      teller: insideTeller(services, app, time, (login) => idOf(organisation.accountIds, login), settle),
    });
    time.set(now);
    await settle();
    await app.close();
    return true;
  } finally {
    await services.close();
  }
}

type Telling = {
  readonly county: DemoCounty;
  readonly organisation: SeededOrganisation;
  readonly register: ReadonlyMap<string, SeededHousehold>;
  readonly fiscalFundId: string;
  readonly now: Date;
  readonly log: (line: string) => void;
  readonly teller: Teller;
};

/** Every story in the order of its report, through the api, each step at its own time. */
async function tellStories({ county, organisation, register, fiscalFundId, now, log, teller }: Telling): Promise<void> {
  const logins = postLogins(county);
  const told = new Map<string, ToldCase>();
  const households = new Map(county.households.map((household) => [household.key, household]));
  // What a household told once is known in its next case.
  const asked = new Set<string>();
  const answersOf = ({ householdKey, stage }: DemoCase, { personIds }: SeededHousehold) => {
    const household = households.get(householdKey);
    if (!household || asked.has(householdKey) || !hasReached(stage, 'assessed')) return [];
    asked.add(householdKey);
    return answersAbout(household, personIds);
  };
  const stories = [...county.cases].sort((a, b) => (a.reportedAt < b.reportedAt ? -1 : 1));
  for (const [index, story] of stories.entries()) {
    const household = register.get(story.householdKey);
    if (!household) throw new Error(`no household for ${story.key}`);
    const place: StoryPlace = {
      household: { is: 'known', householdId: household.householdId as never },
      payeePersonId: household.payeePersonId,
      answers: answersOf(story, household),
      loginOfPost: logins.ofPost,
      now,
      fiscalFundId,
      officeIdOf: (key) => idOf(organisation.officeIds, key),
      earlierReportId: told.get(story.duplicateOf ?? '')?.reportId,
      referralLogin: story.referral ? logins.ofOffice(story.referral.officeKey) : undefined,
    };
    told.set(story.key, await tellCase(teller, story, place));
    if ((index + 1) % 20 === 0) log(`演示案件 / demonstration cases: ${index + 1} / ${stories.length}`);
  }
}

function storyTime(start: Date): Clock & { set(at: Date): void } {
  let current = start;
  return {
    now: () => new Date(current),
    set: (at) => {
      current = at;
    },
  };
}
