import {
  AREAS,
  type Area,
  type CheckedRules,
  chainOf,
  type ParameterValue,
  type PolicyChange,
  type PolicyOn,
  type PolicySet,
  type Rulebook,
  resolveParameter,
  ruleSetOf,
} from '@yimen/rules';
import type { Place, RulesSource } from '../mass-determination/index.ts';
import type { PoliciesToCompare } from '../policy-release/index.ts';
import { type Ground, groundsOf, type NamedPlace, namedPlacesOf } from './ground.ts';

/** A release on a day, made ready to be run over the register again and again with other figures. */
export interface Scenario {
  readonly on: string;
  readonly regionCode: string;
  readonly scenes: readonly Scene[];
  readonly named: readonly NamedPlace[];
  /** Of the place the release is about. */
  readonly own: { readonly before: PolicyOn; readonly after: PolicyOn };
  readonly changes: readonly PolicyChange[];
}

/** Households that are decided by the same packs. */
export interface Scene {
  readonly ground: Ground;
  readonly before: Side;
  readonly after: Side;
  readonly source: RulesSource;
  readonly draft: { readonly id: string; readonly source: RulesSource } | null;
}

/** What decides: rules, and every figure of the day by area. */
export interface Side {
  readonly policy: PolicyOn;
  readonly rules: CheckedRules;
  readonly figures: ReadonlyMap<Area | null, Figures>;
}

export type Figures = ReadonlyMap<string, ParameterValue | null>;

export interface ScenarioWanted {
  readonly key: string;
  readonly on: string;
  readonly packId: string;
  readonly regionCode: string;
  /** Townships the register has households of. */
  readonly townships: readonly string[];
  readonly policies: PoliciesToCompare;
}

/** Throws RulesRefused where the rules of the draft cannot be used. */
export function makeScenario(rulebook: Rulebook, wanted: ScenarioWanted): Scenario {
  const { key, on, packId, regionCode, townships, policies } = wanted;
  const { before, afterPacks, changes } = policies;
  const after: PolicySet = { packs: afterPacks, version: `draft ${key}` };
  const policyOn = (set: PolicySet, pack: string): PolicyOn => ({
    chain: chainOf(set, pack),
    on,
    version: set.version,
  });
  // A pack that begins with the release is not there before it: the pack above speaks.
  const without = (pack: string) => policyOn(before, before.packs.has(pack) ? pack : (parentOf(after, pack) ?? pack));
  const changesRules = changes.some(({ kind }) => kind === 'ruleVersion');
  const places = townships.flatMap((township): Place[] =>
    ROW_AREAS.map((area) => ({ regionCode: township, area: area ?? 'unknown' })),
  );
  const scenes = groundsOf(after, on, places).map((ground): Scene => {
    const [was, is] = [without(ground.packId), policyOn(after, ground.packId)];
    const rules = rulebook.rulesOn(was);
    const draft = changesRules ? { id: `${key} ${ground.packId}`, source: { set: ruleSetOf(is.chain), on } } : null;
    return {
      ground,
      source: { set: ruleSetOf(was.chain), on },
      draft,
      before: sideOf(was, rules),
      after: sideOf(is, draft ? rulebook.rulesOn(is) : rules),
    };
  });
  const named = namedPlacesOf(regionCode, townships);
  return { on, regionCode, scenes, named, changes, own: { before: without(packId), after: policyOn(after, packId) } };
}

function parentOf({ packs }: PolicySet, packId: string): string | undefined {
  return packs.get(packId)?.inherits ?? undefined;
}

/** One policy row each, in this order: figures that differ by area are not known where the area is not. */
export const ROW_AREAS: readonly (Area | null)[] = [null, ...AREAS];

function sideOf(policy: PolicyOn, rules: CheckedRules): Side {
  const { scalars, tables } = rules.catalogue;
  const ids = [...scalars.keys(), ...tables.keys()];
  const figureOf = (id: string, area: Area | null) => {
    const found = resolveParameter(policy, id, area);
    return found.known ? found.value : null;
  };
  const figures = ROW_AREAS.map((area) => [area, new Map(ids.map((id) => [id, figureOf(id, area)]))] as const);
  return { policy, rules, figures: new Map(figures) };
}
