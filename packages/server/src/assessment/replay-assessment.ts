import type { replayAssessment as contract, ResponseOf } from '@yimen/contracts';
import { type Replay, recordText, replay } from '@yimen/rules';
import type { Tx } from '../platform/db/database.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { getAssessment, policyOfRecord } from './open-assessment.ts';
import { sha256 } from './store.ts';

/** Determines a kept record again by the policy of its day: the same bytes, the same results, or where they differ. */
export async function replayAssessment(
  services: Pick<Services, 'vault' | 'policy' | 'rulebook'>,
  tx: Tx,
  id: string,
): Promise<ResponseOf<typeof contract>> {
  const { kept } = await getAssessment(services, tx, id);
  if (!kept) throw refused('NOT_REPLAYABLE');
  const { record, text } = kept;
  const hash = sha256(text);
  // What was kept must be what was hashed, and be written as records are written.
  const isWhole = hash.equals(kept.sha256) && recordText(record) === text;
  const again = replay(record, await policyOfRecord(services, tx, kept), services.rulebook);
  return {
    identical: isWhole && again.identical,
    sameResults: isWhole && (again.identical || again.sameResults),
    engineVersion: record.engineVersion,
    policyVersion: record.policyVersion,
    sha256: hash.toString('hex'),
    differences: [...(isWhole ? [] : [CHANGED]), ...differencesOf(again)],
  };
}

function differencesOf(again: Replay) {
  return again.identical ? [] : again.differences.map(({ path, recorded, replayed }) => ({ path, recorded, replayed }));
}

const CHANGED = { path: 'sha256', recorded: 'as it was kept', replayed: 'not the same bytes' };
