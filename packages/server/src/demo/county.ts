import type { DemoCase } from './cases/plan-case.ts';
import { planCase } from './cases/plan-case.ts';
import type { DemoHousehold } from './households/household.ts';
import { findVillage, inventRegister, type Register } from './households/invent-register.ts';
import { type DemoFund, type DemoPettyCash, planFunds, planPettyCash } from './money/funds.ts';
import { countyOffices } from './offices/county-offices.ts';
import { localOffices } from './offices/local-offices.ts';
import type { DemoOffice } from './offices/office.ts';
import { authoritiesAbove, zoneOffices } from './offices/other-authorities.ts';
import { partnerOffices } from './offices/partner-offices.ts';
import { createNumberMaker } from './people/invent-numbers.ts';
import { pinyinOfPlace } from './pinyin.ts';
import { officePosts } from './posts/county-posts.ts';
import { type DemoDuty, planDuties } from './posts/duty-roster.ts';
import { type DemoRelativeFiling, fileRelatives } from './posts/file-relatives.ts';
import { type DemoAccount, type DemoHolder, fillPosts } from './posts/fill-posts.ts';
import { leadingGroupPosts } from './posts/leading-group-posts.ts';
import { townshipPosts, villagePosts } from './posts/local-posts.ts';
import type { DemoPost } from './posts/post.ts';
import { createRandom } from './random.ts';
import type { RegionTree } from './region-tree.ts';
import { SCENARIOS } from './scenarios/index.ts';

/** 六安市裕安区: real places and offices of the 2020 plan, invented people. */
export const DEMO_COUNTY = '341503000000';
const DEMO_SEED = 20_201_217;

export interface DemoCounty {
  readonly countyCode: string;
  readonly offices: readonly DemoOffice[];
  readonly posts: readonly DemoPost[];
  readonly accounts: readonly DemoAccount[];
  readonly holders: readonly DemoHolder[];
  readonly relatives: readonly DemoRelativeFiling[];
  readonly households: readonly DemoHousehold[];
  readonly cases: readonly DemoCase[];
  readonly funds: readonly DemoFund[];
  readonly pettyCash: readonly DemoPettyCash[];
  readonly duties: readonly DemoDuty[];
}

/** Plain data, the same for the same seed. Only cases and duties follow `now`; offices, people and register do not. */
export function defineCounty(tree: RegionTree, now: string, seed: number = DEMO_SEED): DemoCounty {
  const numbers = createNumberMaker();
  const offices = listOffices(tree);
  const posts = listPosts(tree, offices);
  const staff = fillPosts(posts, createRandom(seed), numbers);
  const register = inventRegister(tree, DEMO_COUNTY, SCENARIOS, createRandom(seed + 1), numbers);
  return {
    countyCode: DEMO_COUNTY,
    offices,
    posts,
    ...staff,
    relatives: fileRelatives(posts, staff.holders, staff.accounts, withoutStory(register)),
    households: register.households,
    cases: planCases(tree, register, now),
    funds: planFunds(offices, DEMO_COUNTY),
    pettyCash: planPettyCash(offices),
    duties: planDuties(offices, now),
  };
}

function listOffices(tree: RegionTree): DemoOffice[] {
  const townships = tree.childrenOf(DEMO_COUNTY);
  const codeOfTownship = (name: string) => {
    const found = townships.find((township) => township.name === name);
    if (!found) throw new Error(`no township ${name}`);
    return found.code;
  };
  return [
    ...countyOffices(DEMO_COUNTY),
    ...partnerOffices(DEMO_COUNTY, codeOfTownship),
    ...localOffices(tree, DEMO_COUNTY),
    ...authoritiesAbove(),
    ...zoneOffices(),
  ];
}

function listPosts(tree: RegionTree, offices: readonly DemoOffice[]): DemoPost[] {
  const societies = offices.filter((office) => office.kind === 'mutual-aid-society');
  const local = offices
    .filter((office) => office.kind === 'township-window')
    .flatMap((window) => [
      ...townshipPosts(window, tree.get(window.regionCode).name),
      ...villagePosts(
        window,
        societies.filter((society) => tree.get(society.regionCode).parentCode === window.regionCode),
        tree,
      ),
    ]);
  return [...leadingGroupPosts(DEMO_COUNTY), ...offices.flatMap(officePosts), ...local];
}

/** Families of the stories have no relative at work: nobody is kept from telling the story. */
function withoutStory(register: Register): DemoHousehold[] {
  const told = new Set(register.ofScenario.values());
  return register.households.filter((household) => !told.has(household.key));
}

function planCases(tree: RegionTree, register: Register, now: string): DemoCase[] {
  const households = new Map(register.households.map((household) => [household.key, household]));
  return SCENARIOS.map((scenario) => {
    const [townshipName, villageName] = scenario.place;
    const townshipKey = pinyinOfPlace(townshipName);
    const place = {
      regionCode: findVillage(tree, DEMO_COUNTY, scenario.place),
      townshipKey,
      villageKey: `${townshipKey}.${pinyinOfPlace(villageName)}`,
    };
    const household = households.get(register.ofScenario.get(scenario.key) ?? '');
    if (!household) throw new Error(`no household for ${scenario.key}`);
    return planCase(scenario, place, household, now);
  });
}
