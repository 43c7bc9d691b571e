import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import type { Services } from '../services.ts';
import { packHousehold } from './pack-household.ts';
import { listUnpacked } from './packed-store.ts';

const HOUSEHOLDS_PER_STEP = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Packs every household with an assessment that was not packed since `before`, some at a time: stopped at any moment,
 * it goes on where it was when it is called with the same moment. @returns how many it packed.
 */
export async function rebuildRegister(
  services: Services,
  before: Date,
  onProgress: (households: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    const packed = await services.database.transact(SYSTEM_CONTEXT, async (tx) => {
      const households = await listUnpacked(tx, { after: from, before, limit: HOUSEHOLDS_PER_STEP });
      for (const household of households) await packHousehold(services, tx, household, services.clock.now());
      return households;
    });
    done += packed.length;
    if (packed.length > 0) onProgress(done);
    after = packed.at(-1);
  }
  return done;
}
