import { setTimeout as delay } from 'node:timers/promises';
import type { followReport as contract, ResponseOf } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { followCodeHash } from './follow-code.ts';
import { findFollowed } from './queries.ts';
import { OUTCOME_WORDS } from './report-words.ts';

const GRID_MS = 25;

/** Unknown receipt and wrong code are one answer, to the byte and on one time grid (PR11). */
export async function followReport(
  services: Services,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const startedAt = performance.now();
  const { receiptNo, followCode } = act.body;
  const found = await findFollowed(act.tx, receiptNo, followCodeHash(services.vault, followCode));
  // Rounded up: timers drop fractions.
  await delay(Math.ceil(GRID_MS - ((performance.now() - startedAt) % GRID_MS)));
  if (!found) throw refused('NOT_FOUND');
  return { ...found, outcome: found.outcome ? OUTCOME_WORDS[found.outcome] : null };
}
