import type { finishRedetermination as contract, Done } from '@yimen/contracts';
import { requireTransition, requireVersion } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { getRun } from './get-run.ts';
import { countHeld } from './queries.ts';
import { dismissRest, moveRun } from './store.ts';

/** Over: everybody held is decided on, or it is said why nothing is done about the rest. */
export async function finishRedetermination({
  tx,
  actor,
  params,
  body,
  now,
  note,
}: Act<typeof contract>): Promise<Done> {
  const run = await getRun(tx, actor, params.id);
  requireTransition('redetermination', 'finish', run);
  requireVersion(run, body.expectedVersion, { state: run.state });
  const held = await countHeld(tx, run.id);
  if (held > 0 && body.reason === null) throw refused('HELD_ITEMS_OPEN', { held });
  const dismissed = body.reason === null ? 0 : await dismissRest(tx, run.id, { actor, now, note: body.reason });
  const version = await moveRun(tx, run.id, 'finish', { ended_at: now });
  if (version === undefined) throw refused('STATE_CONFLICT', { state: run.state });
  note({ subjectType: 'redetermination', subjectId: run.id, details: { dismissed } });
  return { id: run.id, version };
}
