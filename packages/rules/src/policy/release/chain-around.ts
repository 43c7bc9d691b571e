import { isPlainDate } from '../../calendar/plain-date.ts';
import { findClause } from '../find-clause.ts';
import type { PackChain, PolicySet } from '../pack.ts';
import { chainOf } from '../policy-on.ts';
import { applyChanges } from './apply-changes.ts';
import type { PolicyChange } from './policy-change.ts';

/** Where a change speaks, with its release: documents it may cite, values it takes over from; what is not sound yet is left out. */
export function chainAround(
  packs: PolicySet['packs'],
  change: PolicyChange,
  others: readonly PolicyChange[],
): PackChain {
  const documents = others.filter(({ kind }) => kind === 'pack' || kind === 'document');
  const cited = applyChanges(packs, documents);
  const dated = others.filter((one) => isSound(one, chainOf({ packs: cited }, one.packId)));
  return chainOf({ packs: applyChanges(cited, dated) }, change.packId);
}

function isSound(change: PolicyChange, chain: PackChain): boolean {
  if (change.kind !== 'parameterValue' && change.kind !== 'ruleVersion') return false;
  const { from, clause } = change.kind === 'parameterValue' ? change.value : change.version;
  return isPlainDate(from) && findClause(chain, change.packId, clause) !== undefined;
}
