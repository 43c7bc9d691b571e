import type { FactValue } from '@yimen/rules';
import { listMembers } from '../households/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { type Known, knownFacts } from './known-facts.ts';
import type { CaseOfFacts } from './register-facts.ts';
import { listCurrentFacts } from './store.ts';

/** Everything that is known of the household of a case and of its event. */
export async function loadKnownFacts(
  vault: Pick<Vault, 'open'>,
  tx: Tx,
  found: CaseOfFacts,
  urgencyAnswers: Readonly<Record<string, FactValue>>,
): Promise<Known> {
  const [members, rows] = await inOneFlight(
    () => listMembers(tx, found.household_id),
    () => listCurrentFacts(tx, found.household_id, found.id),
  );
  return knownFacts(vault, { members, rows, event: found, urgencyAnswers });
}
