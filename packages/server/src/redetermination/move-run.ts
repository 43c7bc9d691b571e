import type { Done, resumeRedetermination, stopRedetermination } from '@yimen/contracts';
import { requireTransition, requireVersion } from '../casework/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { getRun } from './get-run.ts';
import { moveRun } from './store.ts';

type Move = Act<typeof stopRedetermination> | Act<typeof resumeRedetermination>;

/** Between two ranges: what is computed stays, what is not goes on later. */
export async function stopOrResume(act: 'stop' | 'resume', { tx, actor, params, body, note }: Move): Promise<Done> {
  const run = await getRun(tx, actor, params.id);
  requireTransition('redetermination', act, run);
  requireVersion(run, body.expectedVersion, { state: run.state });
  const version = await moveRun(tx, run.id, act, act === 'resume' ? { failure: null } : {});
  if (version === undefined) throw refused('STATE_CONFLICT', { state: run.state });
  note({ subjectType: 'redetermination', subjectId: run.id });
  return { id: run.id, version };
}
