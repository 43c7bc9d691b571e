import {
  type Area,
  type CheckedRules,
  findPolicy,
  findPolicyForRegion,
  type ParameterValue,
  type PolicyChange,
  type PolicyOn,
  type PolicySet,
  type Rulebook,
  resolveParameter,
  ruleSetOf,
} from '@yimen/rules';
import { type PackPolicy, type Place, policyOfPlaces, type RulesSource } from '../mass-determination/index.ts';
import type { PoliciesToCompare } from '../policy-release/index.ts';
import { type NamedPlace, namedPlacesOf } from './named-places.ts';

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

/** Households that one pack speaks for: what decides without the release, and with it. */
export interface Scene {
  readonly before: PackPolicy;
  readonly after: PolicyOn;
  /** Those in force where the release changes figures alone. */
  readonly rules: CheckedRules;
  readonly draft: { readonly id: string; readonly source: RulesSource } | null;
  /** For each policy row its area, and every figure as the release has it. */
  readonly rows: readonly { readonly area: Area | null; readonly figures: Figures }[];
}

export type Figures = ReadonlyMap<string, ParameterValue | null>;

export interface ScenarioWanted {
  readonly key: string;
  readonly on: string;
  readonly packId: string;
  readonly regionCode: string;
  /** Where the register has households. */
  readonly places: readonly Place[];
  readonly policies: PoliciesToCompare;
}

/** Throws RulesRefused where the rules of the draft cannot be used. */
export function makeScenario(rulebook: Rulebook, wanted: ScenarioWanted): Scenario {
  const { key, on, packId, regionCode, places, policies } = wanted;
  const { before, afterPacks, changes } = policies;
  const after: PolicySet = { packs: afterPacks, version: `draft ${key}` };
  const policy = { key, on, after, changesRules: changes.some(({ kind }) => kind === 'ruleVersion') };
  const scenes = policyOfPlaces(rulebook, before, on, places).flatMap((one) => sceneOf(rulebook, one, policy));
  const ofPlace = findPolicy(after, packId, on);
  if (!ofPlace) throw new Error(`there is no pack ${packId}`);
  return {
    on,
    regionCode,
    scenes,
    named: namedPlacesOf(
      regionCode,
      places.map((place) => place.regionCode),
    ),
    // A pack that begins with the release is not there without it: the pack above speaks.
    own: { before: findPolicyForRegion(before, regionCode, on) ?? ofPlace, after: ofPlace },
    changes,
  };
}

interface Draft {
  readonly key: string;
  readonly on: string;
  readonly after: PolicySet;
  readonly changesRules: boolean;
}

function sceneOf(rulebook: Rulebook, before: PackPolicy, { key, on, after, changesRules }: Draft): readonly Scene[] {
  const { places, rowOfPlace, rows, packId } = before;
  const policy = findPolicyForRegion(after, places[0]?.regionCode ?? '', on);
  if (!policy) return [];
  const rules = changesRules ? rulebook.rulesOn(policy) : before.rules;
  const draft = changesRules ? { id: `${key} ${packId}`, source: { set: ruleSetOf(policy.chain), on } } : null;
  return [
    {
      before,
      after: policy,
      rules,
      draft,
      rows: rows.map((_, row) => {
        const area = areaOf(places[rowOfPlace.indexOf(row)]);
        return { area, figures: figuresOf(policy, rules, area) };
      }),
    },
  ];
}

function areaOf(place: Place | undefined): Area | null {
  return place === undefined || place.area === 'unknown' ? null : place.area;
}

function figuresOf(policy: PolicyOn, { catalogue }: CheckedRules, area: Area | null): Figures {
  const ids = [...catalogue.scalars.keys(), ...catalogue.tables.keys()];
  const figures = ids.map((id) => {
    const found = resolveParameter(policy, id, area);
    return [id, found.known ? found.value : null] as const;
  });
  return new Map(figures);
}
