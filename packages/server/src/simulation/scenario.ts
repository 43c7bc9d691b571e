import {
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
import type { FactPlace, RulesSource } from '../mass-determination/index.ts';
import type { PoliciesToCompare } from '../policy-release/index.ts';
import { type Ground, groundsOf, type NamedPlace } from './ground.ts';

/** A release on a day, made ready to be run over the register again and again with other figures. */
export interface Scenario {
  readonly on: string;
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
  readonly places: readonly FactPlace[];
  readonly policies: PoliciesToCompare;
}

/** Throws RulesRefused where the rules of the draft cannot be used. */
export function makeScenario(rulebook: Rulebook, wanted: ScenarioWanted): Scenario {
  const { key, on, packId, regionCode, places, policies } = wanted;
  const { before, afterPacks, changes } = policies;
  const after: PolicySet = { packs: afterPacks, version: `draft ${key}` };
  const policyOn = (set: PolicySet, pack: string): PolicyOn => ({
    chain: chainOf(set, pack),
    on,
    version: set.version,
  });
  // What the release begins is not there yet: until then the pack above speaks.
  const { grounds, named } = groundsOf(after, on, regionCode, places);
  const before_ = (pack: string) => policyOn(before, before.packs.has(pack) ? pack : (parentOf(after, pack) ?? pack));
  const changesRules = changes.some(({ kind }) => kind === 'ruleVersion');
  const scenes = grounds.map((ground): Scene => {
    const [was, is] = [before_(ground.packId), policyOn(after, ground.packId)];
    const rules = rulebook.rulesOn(was);
    const source = { set: ruleSetOf(was.chain), on };
    const draft = changesRules ? { id: `${key} ${ground.packId}`, source: { set: ruleSetOf(is.chain), on } } : null;
    return {
      ground,
      source,
      draft,
      before: sideOf(was, rules),
      after: sideOf(is, draft ? rulebook.rulesOn(is) : rules),
    };
  });
  return { on, scenes, named, changes, own: { before: before_(packId), after: policyOn(after, packId) } };
}

function parentOf({ packs }: PolicySet, packId: string): string | undefined {
  return packs.get(packId)?.inherits ?? undefined;
}

const ALL_AREAS = [null, 'urban', 'rural'] as const;

function sideOf(policy: PolicyOn, rules: CheckedRules): Side {
  const { scalars, tables } = rules.catalogue;
  const ids = [...scalars.keys(), ...tables.keys()];
  const figureOf = (id: string, area: Area | null) => {
    const found = resolveParameter(policy, id, area);
    return found.known ? found.value : null;
  };
  const figures = ALL_AREAS.map((area) => [area, new Map(ids.map((id) => [id, figureOf(id, area)]))] as const);
  return { policy, rules, figures: new Map(figures) };
}
