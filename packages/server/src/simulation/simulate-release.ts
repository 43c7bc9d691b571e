import type { simulatePolicyRelease as contract, ResponseOf, SimulationAnswer } from '@yimen/contracts';
import { type PolicyRow, RulesRefused, readSimulation, rowFrom, type SimulationChoice } from '@yimen/rules';
import { rangeOf } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import type { Kept as KeptThings } from '../platform/memory/kept.ts';
import { Refused, refused } from '../platform/refused.ts';
import { comparePolicies, getRelease } from '../policy-release/index.ts';
import type { Services } from '../services.ts';
import { checkFactors, figuresWith, leversOf } from './levers.ts';
import { namedPlaceOf } from './named-places.ts';
import { makeScenario, type Scenario, type Scene } from './scenario.ts';
import { type SceneResult, showSimulation } from './show-simulation.ts';
import type { Turns } from './turns.ts';

type Body = Act<typeof contract>['body'];
/** What one question leaves for the next. */
export interface Kept {
  readonly scenarios: KeptThings<string, Scenario>;
  readonly turns: Turns<SimulationAnswer>;
}

const OPEN_STATES: readonly string[] = ['draft', 'tested', 'scheduled'];

/** Everybody of the place determined twice, without the release and with it: what would change for how many, in figures. */
export async function simulateRelease(
  services: Services,
  { scenarios, turns }: Kept,
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
  const { places } = survey;
  const scenarioKey = [key, ...places.map(({ regionCode: code, area }) => `${code}${area}`)].join(' ');
  const { packId, regionCode } = release;
  const scenario = await scenarios.get(scenarioKey, async () => {
    const policies = await load();
    return asRefusal(() => makeScenario(services.rulebook, { key, on, packId, regionCode, places, policies }));
  });
  checkFactors(scenario, body.factors);
  const { stamp } = survey;
  const question = JSON.stringify([scenarioKey, stamp, body.factors]);
  const answer = await turns.take(`${actor.accountId} ${release.id}`, question, (signal) =>
    simulate(services, scenario, body, { signal, stamp, now: act.now }),
  );
  return answer ?? { state: 'computing' };
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
  const readings = found.filter((one) => one.state === 'reading');
  if (readings.length > 0) {
    const sum = (figure: 'done' | 'of') => readings.reduce((all, one) => all + one[figure], 0);
    return { state: 'reading', done: sum('done'), of: sum('of') };
  }
  signal.throwIfAborted();
  const choice = choiceFor(scenario);
  const results: SceneResult[] = [];
  for (const [index, scene] of scenario.scenes.entries()) {
    const one = found[index];
    if (one?.state !== 'here') continue;
    const { register, isOld } = one;
    const { rules, source, rows: before } = scene.before;
    const run = { register, rules, source, before, after: rowsAfter(scene, factors), draft: scene.draft, choice };
    const tally = await simulator.run(run, signal);
    if (tally) results.push({ register, isOld, after: scene.after, found: readSimulation(rules, choice, tally) });
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

function readingOf({ regionCode, named }: Scenario, { before }: Scene) {
  const { packId, places, rowOfPlace, rules, source } = before;
  const groups = new Map(named.map((place, index) => [place.regionCode, index]));
  const groupOfTownship = (township: string) => groups.get(namedPlaceOf(regionCode, township)) ?? 0;
  const shape = [...groups.keys(), ...places.map(({ area }, place) => `${area}${rowOfPlace[place]}`)].join(' ');
  return { key: `${regionCode} ${packId}`, shape, places, rowOfPlace, groupOfTownship, rules, source };
}

function rowsAfter(scene: Scene, factors: Body['factors']): readonly PolicyRow[] {
  return scene.rows.map((row) => {
    const made = rowFrom(scene.rules, scene.after.on, figuresWith(scene, row, factors));
    if (!made.ok) throw notUsable(made.issues);
    return made.row;
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
