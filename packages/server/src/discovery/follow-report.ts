import { setTimeout as delay } from 'node:timers/promises';
import type { followReport as contract, ResponseOf } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { followCodeHash } from './follow-code.ts';
import { followUntil } from './follow-until.ts';
import { findFollowed } from './queries.ts';
import { OUTCOME_WORDS } from './report-words.ts';

const GRID_MS = 25;

/** Unknown receipt, wrong code and a code whose time is over are one answer, to the byte and on one time grid (PR11). */
export async function followReport(
  services: Services,
  act: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const startedAt = performance.now();
  const { receiptNo, followCode } = act.body;
  const found = await findFollowed(act.tx, receiptNo, followCodeHash(services.vault, followCode));
  const until = found?.settledAt ? followUntil(services, found.regionCode, found.settledAt) : null;
  const isOver = until !== null && civilDate(act.now) > until;
  // Rounded up: timers drop fractions.
  await delay(Math.ceil(GRID_MS - ((performance.now() - startedAt) % GRID_MS)));
  if (!found || isOver) throw refused('NOT_FOUND');
  return { ...found, followUntil: until, outcome: found.outcome ? OUTCOME_WORDS[found.outcome] : null };
}
