import type { simulatePolicyRelease as contract, ResponseOf } from '@yimen/contracts';
import { type PolicyRow, RulesRefused, readSimulation, rowFrom, type SimulationChoice } from '@yimen/rules';
import { listFactPlaces } from '../mass-determination/index.ts';
import { rangeOf } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import { comparePolicies, getRelease } from '../policy-release/index.ts';
import type { Services } from '../services.ts';
import type { Kept } from './kept.ts';
import type { Reading, RegisterInMemory } from './kept-registers.ts';
import { checkFactors, figuresWith, leversOf } from './levers.ts';
import { makeScenario, type Scenario, type Scene } from './scenario.ts';
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
  const places = await listFactPlaces(tx, rangeOf(release.regionCode));
  const scenarioKey = `${key} ${places.length}`;
  const { packId, regionCode } = release;
  const scenario = await scenarios.get(scenarioKey, async () => {
    const policies = await load();
    return asRefusal(() => makeScenario(services.rulebook, { key, on, packId, regionCode, places, policies }));
  });
  checkFactors(scenario, body.factors);
  return services.simulator.take(`${actor.accountId} ${release.id}`, (signal) =>
    simulate(services, scenario, body, signal, act.now),
  );
}

const TOO_EARLY = { zh: '不能早于生效日', en: 'Not before the day it takes effect' };

async function simulate(
  { simulator }: Services,
  scenario: Scenario,
  { factors }: Body,
  signal: AbortSignal,
  now: Date,
): Promise<ResponseOf<typeof contract>> {
  const found = await Promise.all(
    scenario.scenes.map(({ ground, before: { rules }, source }) =>
      simulator.find({ ground, rules, source, stamp: '', now }),
    ),
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
    const rows = { before: rowsOf(scene, 'before', []), after: rowsOf(scene, 'after', factors) };
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

/** One for every place; places of one area share theirs. */
function rowsOf({ ground, before, after }: Scene, side: 'before' | 'after', factors: Body['factors']): PolicyRow[] {
  const { rules, policy } = side === 'before' ? before : after;
  const made = new Map<string | null, PolicyRow>();
  return ground.places.map(({ area }) => {
    const known = made.get(area);
    if (known) return known;
    const figures = side === 'before' ? before.figures.get(area) : figuresWith(before, after, area, factors);
    const row = rowFrom(rules, policy.on, figures ?? new Map());
    if (!row.ok) throw notUsable(row.issues);
    made.set(area, row.row);
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
