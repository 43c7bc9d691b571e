import {
  findPolicyForRegion,
  type Pack,
  type PackLevel,
  type PlainDate,
  type PolicyChange,
  type PolicySet,
} from '@yimen/rules';
import { regionName } from '../organisation/index.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';

/** The pack an office may change: that of its own region. */
export type OwnPlace = {
  readonly packId: string;
  readonly regionCode: string;
  /** Where the place has none so far: the pack that a draft begins with. */
  readonly newPack: Extract<PolicyChange, { kind: 'pack' }> | null;
};

const LEVELS: Readonly<Record<number, PackLevel>> = { 2: 'province', 4: 'city', 6: 'county' };

/** A township decides nothing of its own: what its post may change is the county's. */
export function ownPlaceOf(actor: Pick<Actor, 'scope' | 'regionCode'>, set: PolicySet, on: PlainDate): OwnPlace {
  if (actor.scope !== 'region') throw refused('NOT_ALLOWED');
  const prefix = prefixOf(actor.regionCode);
  const regionCode = prefix.padEnd(12, '0');
  const own = findOwnPack(set, prefix);
  if (own) return { packId: own.id, regionCode, newPack: null };
  const inherits = findPolicyForRegion(set, regionCode, on)?.chain[0]?.id ?? null;
  const packId = `r${prefix}`;
  const pack = {
    name: { zh: regionName(regionCode), en: `region ${prefix}` },
    level: LEVELS[prefix.length] ?? 'county',
    inherits,
    regions: [prefix],
  };
  return { packId, regionCode, newPack: { kind: 'pack', packId, pack } };
}

function findOwnPack({ packs }: PolicySet, prefix: string): Pack | undefined {
  return [...packs.values()].find(({ regions }) => regions.includes(prefix));
}

/** Significant characters down to the county: `341503105000` → `341503`, `340000000000` → `34`. */
function prefixOf(regionCode: string): string {
  const county = regionCode.slice(0, 6);
  if (county.endsWith('0000')) return county.slice(0, 2);
  return county.endsWith('00') ? county.slice(0, 4) : county;
}
