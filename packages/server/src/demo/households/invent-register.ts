import type { NumberMaker } from '../people/invent-numbers.ts';
import type { Random } from '../random.ts';
import type { RegionTree } from '../region-tree.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { DemoHousehold } from './household.ts';
import { chooseHukou, type HukouWish, wishHukou } from './hukou.ts';
import { inventHousehold } from './invent-household.ts';
import { type HouseholdShape, SHAPE_SHARES } from './shapes.ts';

const HOUSEHOLD_COUNT = 2_000;

export interface Register {
  readonly households: readonly DemoHousehold[];
  /** Household key by scenario key; a second report or follow-up tells of the same household. */
  readonly ofScenario: ReadonlyMap<string, string>;
}

/** The families of the stories first, each in its village; then the others, spread over all villages. */
export function inventRegister(
  tree: RegionTree,
  county: string,
  scenarios: readonly Scenario[],
  random: Random,
  numbers: NumberMaker,
): Register {
  const villages = tree.childrenOf(county).flatMap((township) => tree.childrenOf(township.code));
  const codes = villages.map((village) => village.code);
  const ofScenario = new Map<string, string>();
  const households: DemoHousehold[] = [];

  function add(
    village: string,
    shape: HouseholdShape,
    hukou: HukouWish,
    ages: Partial<Pick<Scenario, 'headAge' | 'childAge'>>,
  ) {
    const key = `h${String(households.length + 1).padStart(4, '0')}`;
    const place = tree.get(village);
    const wish = {
      key,
      shape,
      ...ages,
      village: { code: village, name: place.name, townshipName: tree.get(place.parentCode ?? '').name },
      hukouRegionCode: chooseHukou(hukou, village, codes, random),
      hasAccount: households.length < scenarios.length || random.chance(0.9),
    };
    households.push(inventHousehold(wish, random, numbers));
    return key;
  }

  for (const scenario of scenarios) {
    if (earlierStory(scenario) !== undefined) continue;
    const { headAge, childAge } = scenario;
    const ages = { ...(headAge === undefined ? {} : { headAge }), ...(childAge === undefined ? {} : { childAge }) };
    const hukou = scenario.family === 'minority-family' ? 'far-west' : (scenario.hukou ?? 'local');
    ofScenario.set(scenario.key, add(findVillage(tree, county, scenario.place), scenario.family, hukou, ages));
  }
  for (const scenario of scenarios) {
    const household = ofScenario.get(earlierStory(scenario) ?? '');
    if (household !== undefined) ofScenario.set(scenario.key, household);
  }
  for (let index = 0; households.length < HOUSEHOLD_COUNT; index += 1) {
    const village = codes[index % codes.length] ?? random.pick(codes);
    const shape = random.weighted(SHAPE_SHARES);
    add(village, shape, shape === 'minority-family' ? 'far-west' : wishHukou(random), {});
  }
  return { households, ofScenario };
}

/** The story whose family this one is about. */
function earlierStory(scenario: Scenario): string | undefined {
  return scenario.duplicateOf ?? scenario.repeatOf ?? scenario.followUpOf?.key;
}

export function findVillage(tree: RegionTree, county: string, [township, village]: Scenario['place']): string {
  const above = tree.childrenOf(county).find((region) => region.name === township);
  const found = above && tree.childrenOf(above.code).find((region) => region.name === village);
  if (!found) throw new Error(`no village ${village} in ${township}`);
  return found.code;
}
