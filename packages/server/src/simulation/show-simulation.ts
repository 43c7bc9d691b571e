import type { Costs, HouseholdChange, Lever, SimulatedPolicy, SimulatedProgramme, Words } from '@yimen/contracts';
import { findProgramme, type GroupChange, type PolicyOn, type Simulation, type SimulationChoice } from '@yimen/rules';
import type { RegisterInMemory } from './kept-registers.ts';
import type { Scenario } from './scenario.ts';

/** What one run found, and the policy that names its programmes. */
export interface SceneResult {
  readonly register: Pick<RegisterInMemory, 'at' | 'unreadable'>;
  /** It has changed since. */
  readonly isOld: boolean;
  readonly after: PolicyOn;
  readonly found: Simulation;
}

export interface Shown {
  readonly choice: SimulationChoice;
  readonly levers: readonly Lever[];
  readonly now: Date;
}

/** The sums of all scenes, by place and by programme. */
export function showSimulation(
  { on, named }: Scenario,
  results: readonly SceneResult[],
  { choice, levers, now }: Shown,
): SimulatedPolicy {
  const totals = results.map(({ found }) => found.total);
  const readAt = results.map(({ register }) => register.at.getTime());
  const size = choice.classes.length + 2;
  return {
    state: 'simulated',
    on,
    registerAt: new Date(Math.min(now.getTime(), ...readAt)).toISOString(),
    isOld: results.some(({ isOld }) => isOld),
    unreadable: sum(results, ({ register }) => register.unreadable),
    levers: [...levers],
    total: changeOf(totals),
    places: named.map((place, index) => ({
      ...place,
      ...changeOf(results.flatMap(({ found }) => found.groups[index] ?? [])),
    })),
    programmes: programmesOf(results),
    classes: [...choice.classes.map((id) => ({ id, name: nameIn(results, id) })), NONE, UNKNOWN],
    moves: Array.from({ length: size }, (_, was) =>
      Array.from({ length: size }, (__, is) => sum(totals, ({ moves }) => moves[was]?.[is] ?? 0)),
    ),
    distributions: distributionsOf(results, choice),
  };
}

const NONE = { id: 'none', name: { zh: '不属于以上各类', en: 'none of these' } };
const UNKNOWN = { id: 'unknown', name: { zh: '尚不能认定', en: 'not yet known' } };

function changeOf(groups: readonly GroupChange[]): HouseholdChange {
  return {
    households: sum(groups, ({ households }) => households),
    gaining: sum(groups, ({ gainers }) => gainers),
    losing: sum(groups, ({ losers }) => losers),
    entering: sum(groups, ({ entering }) => entering),
    leaving: sum(groups, ({ leaving }) => leaving),
    costs: costsOf(groups),
  };
}

function costsOf(groups: readonly GroupChange[]): Costs {
  const all = groups.flatMap(({ programmes }) => programmes);
  const cost = (when: keyof Costs) => {
    const own = all.filter(({ per }) => whenOf(per) === when);
    return { before: sum(own, ({ before }) => before), after: sum(own, ({ after }) => after) };
  };
  return { month: cost('month'), year: cost('year'), once: cost('once') };
}

function whenOf(per: GroupChange['programmes'][number]['per']): keyof Costs {
  return per === 'month' || per === 'year' ? per : 'once';
}

function programmesOf(results: readonly SceneResult[]): SimulatedProgramme[] {
  const all = results.flatMap(({ found }) => found.total.programmes);
  return [...Map.groupBy(all, ({ programme }) => programme)].flatMap(([programme, own]) => {
    const [first] = own;
    if (!first) return [];
    return {
      programme,
      name: nameIn(results, programme),
      on: first.on,
      per: first.per,
      entering: sum(own, (one) => one.entering),
      leaving: sum(own, (one) => one.leaving),
      staying: sum(own, (one) => one.staying),
      gaining: sum(own, (one) => one.gainers),
      losing: sum(own, (one) => one.losers),
      becomingUnknown: sum(own, (one) => one.becomingUnknown),
      becomingKnown: sum(own, (one) => one.becomingKnown),
      unpriced: sum(own, (one) => one.unpriced),
      before: sum(own, (one) => one.before),
      after: sum(own, (one) => one.after),
    };
  });
}

/** Of programmes that pay every month; the rest has no usual amount to be spread over. */
function distributionsOf(results: readonly SceneResult[], { binFen, bins }: SimulationChoice) {
  const monthly = new Set(
    results.flatMap(({ found }) =>
      found.total.programmes.flatMap(({ programme, per }) => (per === 'month' ? programme : [])),
    ),
  );
  return [...monthly].map((programme) => {
    const own = results.flatMap(({ found }) => found.distributions.filter((one) => one.programme === programme));
    const bars = (side: 'before' | 'after') =>
      Array.from({ length: bins }, (_, bin) => sum(own, (one) => one[side][bin] ?? 0));
    return { programme, stepFen: binFen, before: bars('before'), after: bars('after') };
  });
}

function nameIn(results: readonly SceneResult[], programme: string): Words {
  for (const { after } of results) {
    const found = findProgramme(after, programme);
    if (found) return found.name;
  }
  return { zh: programme, en: programme };
}

function sum<T>(all: readonly T[], figure: (one: T) => number): number {
  return all.reduce((total, one) => total + figure(one), 0);
}
