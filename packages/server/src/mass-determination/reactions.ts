import { findCase } from '../casework/index.ts';
import { findHouseholdOf } from '../households/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Reactions } from '../platform/outbox/reactions.ts';
import type { Services } from '../services.ts';
import { packHousehold } from './pack-household.ts';

/** The packed register follows what is learned and determined. */
export function massDeterminationReactions(services: Services): Reactions {
  const pack = async (tx: Tx, householdId: string | undefined, now: Date) => {
    if (householdId !== undefined) await packHousehold(services, tx, householdId, now);
  };
  return {
    'case.assessed': async (tx, payload, now) =>
      pack(tx, (await findCase(tx, String(payload['caseId'])))?.household_id, now),
    'household.changed': (tx, payload, now) => pack(tx, String(payload['householdId']), now),
    'person.changed': async (tx, payload, now) => pack(tx, await findHouseholdOf(tx, String(payload['personId'])), now),
  };
}
