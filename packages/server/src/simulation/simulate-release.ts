import type { simulatePolicyRelease as contract, ResponseOf } from '@yimen/contracts';
import { type PolicyRow, RulesRefused, readSimulation, rowFrom, type SimulationChoice } from '@yimen/rules';
import { rangeOf } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import { comparePolicies, getRelease } from '../policy-release/index.ts';
import type { Services } from '../services.ts';
import { namedPlaceOf } from './ground.ts';
import type { Kept } from './kept.ts';
import type { Reading, RegisterInMemory } from './kept-registers.ts';
import { checkFactors, figuresWith, leversOf } from './levers.ts';
import { makeScenario, ROW_AREAS, type Scenario, type Scene } from './scenario.ts';
import { type SceneResult, showSimulation } from './show-simulation.ts';

type Body = Act<typeof contract>['body'];
export type Scenarios = Kept<string, Scenario>;

const OPEN_STATES: readonly string[] = ['draft', 'tested', 'scheduled'];

/** Everybody of the place determined twice, without the release and with it: what would change for how many, in figures. */
export async function simulateRelease(
  services: Services,
  scenarios: Scenarios,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const { tx, actor, params, body, note } = act;
  const release = await getRelease(tx, actor, params.id);
  if (!OPEN_STATES.includes(release.state)) throw refused('STATE_CONFLICT');
  const on = body.on ?? release.effectiveOn;
  if (on < release.effectiveOn) throw new Refused('INVALID_INPUT', undefined, [{ path: 'on', message: TOO_EARLY }]);
  note({ subjectType: 'policy-release', subjectId: release.id, details: { on, factors: body.factors.length } });
  const { key, load } = await comparePolicies(services, tx, release, on);
  const survey = await services.simulator.survey(rangeOf(release.regionCode), act.now);
  const { townships } = survey;
  const scenarioKey = [key, ...townships].join(' ');
  const { packId, regionCode } = release;
  const scenario = await scenarios.get(scenarioKey, async () => {
    const policies = await load();
    return asRefusal(() => makeScenario(services.rulebook, { key, on, packId, regionCode, townships, policies }));
  });
  checkFactors(scenario, body.factors);
  return services.simulator.take(`${actor.accountId} ${release.id}`, (signal) =>
    simulate(services, scenario, body, { signal, stamp: survey.stamp, now: act.now }),
  );
}

const TOO_EARLY = { zh: '不能早于生效日', en: 'Not before the day it takes effect' };

async function simulate(
  { simulator }: Services,
  scenario: Scenario,
  { factors }: Body,
  { signal, stamp, now }: { readonly signal: AbortSignal; readonly stamp: string; readonly now: Date },
): Promise<ResponseOf<typeof contract>> {
  const found = await Promise.all(
    scenario.scenes.map((scene) => simulator.find({ ...readingOf(scenario, scene), stamp, now })),
  );
  const registers = found.filter((one): one is RegisterInMemory => 'columns' in one);
  const readings = found.filter((one): one is Reading => !('columns' in one));
  if (readings.length > 0) {
    const sum = (figure: keyof Reading) => readings.reduce((all, one) => all + one[figure], 0);
    return { state: 'reading', done: sum('done'), of: sum('of') };
  }
  signal.throwIfAborted();
  const choice = choiceFor(scenario);
  const results: SceneResult[] = [];
  for (const [index, scene] of scenario.scenes.entries()) {
    const register = registers[index];
    if (!register) continue;
    const { before, after, source, draft } = scene;
    const rows = { before: rowsOf(scene, null), after: rowsOf(scene, factors) };
    const tally = await simulator.run({ register, rules: before.rules, source, draft, ...rows, choice }, signal);
    if (tally) results.push({ register, after: after.policy, found: readSimulation(before.rules, choice, tally) });
  }
  return showSimulation(scenario, results, { choice, levers: leversOf(scenario, factors), now });
}

/** From the strongest on; what is for a single member is no class of a household. */
const CLASSES = ['dibao', 'dibaoEdge', 'rigidExpenditure'];
const BARS = { binFen: 10_000, bins: 30 };

function choiceFor({ scenes, named }: Scenario): SimulationChoice {
  const has = (programme: string) =>
    scenes.every(({ before: { rules } }) => rules.determinations.some((one) => one.programme === programme));
  return { classes: CLASSES.filter(has), groups: Math.max(1, named.length), ...BARS };
}

function readingOf({ regionCode, named }: Scenario, { ground: { packId, places }, before: { rules }, source }: Scene) {
  const groups = new Map(named.map((place, index) => [place.regionCode, index]));
  const areaOf = ({ area }: (typeof places)[number]) => (area === 'unknown' ? null : area);
  return {
    key: `${regionCode} ${packId}`,
    places,
    rowOfPlace: Uint16Array.from(places, (place) => ROW_AREAS.indexOf(areaOf(place))),
    groupOfTownship: (township: string) => groups.get(namedPlaceOf(regionCode, township)) ?? 0,
    rules,
    source,
  };
}

function rowsOf({ before, after }: Scene, factors: Body['factors'] | null): PolicyRow[] {
  const { rules, policy } = factors === null ? before : after;
  return ROW_AREAS.map((area) => {
    const figures = factors === null ? before.figures.get(area) : figuresWith(before, after, area, factors);
    const row = rowFrom(rules, policy.on, figures ?? new Map());
    if (!row.ok) throw notUsable(row.issues);
    return row.row;
  });
}

function asRefusal<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RulesRefused ? notUsable(error.issues) : error;
  }
}

function notUsable(issues: RulesRefused['issues']): Refused {
  const fieldErrors = issues.map(({ zh, en }) => ({ path: 'content', message: { zh, en } }));
  return new Refused('POLICY_CHANGE_INVALID', undefined, fieldErrors);
}
