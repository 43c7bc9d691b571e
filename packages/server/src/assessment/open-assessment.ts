import { type Determined, findPolicy, type PolicySet } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import { findPolicyVersion } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { findAssessment, type KeptRecord, type OpenedAssessment } from './store.ts';

type With = Pick<Services, 'vault' | 'policy' | 'rulebook'>;

export async function getAssessment({ vault }: With, tx: Tx, id: string): Promise<OpenedAssessment> {
  const found = await findAssessment(vault, tx, id);
  if (!found) throw refused('NOT_FOUND');
  return found;
}

/** The packs a record was made by: those of today, or as they were kept. */
export async function policyOfRecord({ policy }: With, tx: Tx, { record }: KeptRecord): Promise<PolicySet> {
  if (record.policyVersion === policy.version) return policy;
  const known = OPENED.get(record.policyVersion) ?? (await findPolicyVersion(tx, record.policyVersion));
  if (!known) throw refused('NOT_REPLAYABLE', { policyVersion: record.policyVersion });
  if (OPENED.size >= MOST_OPEN) OPENED.clear();
  OPENED.set(known.version, known);
  return known;
}

/** A version is its content: what was read once is the same for everybody. */
const OPENED = new Map<string, PolicySet>();
const MOST_OPEN = 8;

/** The values of a record, made again from its facts. */
export async function determinedOfRecord(services: With, tx: Tx, kept: KeptRecord): Promise<Determined> {
  const { packId, on, facts, policyVersion } = kept.record;
  const policy = findPolicy(await policyOfRecord(services, tx, kept), packId, on);
  const again = policy && services.rulebook.determine(policy, facts);
  if (!again?.ok) throw refused('NOT_REPLAYABLE', { policyVersion });
  return again.determined;
}
