import type { confirmHeldItems, Decided, dismissHeldItems } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { caseToDecide } from './case-to-decide.ts';
import { getRun } from './get-run.ts';
import { openReassessment } from './open-reassessment.ts';
import { RESULT_WORDS } from './result-words.ts';
import { decideItem, type HeldRow, lockItem } from './store.ts';

type Result = Decided['items'][number]['result'];
type Came = { readonly result: Result; readonly taskId: string | null };

/** Their cases are assessed again: the only thing that changes for anybody, and only after a person said so. */
export function confirmHouseholds(services: Services, act: Act<typeof confirmHeldItems>): Promise<Decided> {
  return decideAll(act, 'confirm', async (run, item, found) => {
    const today = civilDate(act.now);
    if (item.reason === 'gradual-exit' && item.exit_until !== null && item.exit_until > today)
      return { result: 'in-gradual-exit', taskId: null };
    const taskId = await openReassessment(services, act, found, item, run);
    await decide(act.tx, run, item, { act: 'confirm', actor: act.actor, now: act.now, note: null, taskId });
    return { result: 'done', taskId };
  });
}

export function dismissHouseholds(act: Act<typeof dismissHeldItems>): Promise<Decided> {
  const { actor, now, body } = act;
  return decideAll(act, 'dismiss', async (run, item) => {
    await decide(act.tx, run, item, { act: 'dismiss', actor, now, note: body.reason, taskId: null });
    return { result: 'done', taskId: null };
  });
}

/** Held as it was seen: the row is locked, and the database has the last word. */
async function decide(...decision: Parameters<typeof decideItem>): Promise<void> {
  if (!(await decideItem(...decision))) throw refused('STATE_CONFLICT');
}

type Deciding = Act<typeof confirmHeldItems> | Act<typeof dismissHeldItems>;
type FoundCase = Exclude<Awaited<ReturnType<typeof caseToDecide>>, undefined | 'relative'>;

/** In one order, so that two who decide on the same households wait for each other and never for good. */
async function decideAll(
  act: Deciding,
  what: 'confirm' | 'dismiss',
  decide: (run: string, item: HeldRow, found: FoundCase) => Promise<Came>,
): Promise<Decided> {
  const { tx, actor, params, body, note } = act;
  const run = await getRun(tx, actor, params.id);
  if (run.state === 'finished') throw refused('STATE_CONFLICT', { state: run.state });
  const items: Decided['items'] = [];
  for (const { householdId, revision } of body.items.toSorted((one, other) =>
    one.householdId < other.householdId ? -1 : 1,
  )) {
    const item = await lockItem(tx, run.id, householdId);
    const standing = standingResult(item, revision, what);
    const found = item && standing === undefined ? await caseToDecide(tx, actor, item.case_id) : undefined;
    const came = await comes(standing, item, found, (one, of) => decide(run.id, one, of));
    items.push({ householdId, ...came, words: RESULT_WORDS[came.result] });
  }
  const results = items.map(({ householdId, result }) => `${householdId} ${result}`);
  note({ subjectType: 'redetermination', subjectId: run.id, details: { results } });
  return { items };
}

async function comes(
  standing: Came | undefined,
  item: HeldRow | undefined,
  found: Awaited<ReturnType<typeof caseToDecide>>,
  decide: (item: HeldRow, found: FoundCase) => Promise<Came>,
): Promise<Came> {
  if (standing) return standing;
  if (found === 'relative') return { result: 'relative', taskId: null };
  return item && found ? decide(item, found) : { result: 'not-found', taskId: null };
}

/** What stands in the way, or was done before; undefined when the household may be decided on. */
function standingResult(item: HeldRow | undefined, revision: number, what: 'confirm' | 'dismiss'): Came | undefined {
  if (!item) return { result: 'not-found', taskId: null };
  const { state, task_id: taskId } = item;
  if (state === 'overtaken') return { result: 'overtaken', taskId: null };
  const wanted = what === 'confirm' ? 'confirmed' : 'dismissed';
  if (state !== 'open') return { result: state === wanted ? 'done-before' : 'decided-otherwise', taskId };
  // Somebody learned something in between: what was computed no longer tells of this household.
  const isAsSeen = item.revision === revision && item.present === item.revision;
  return isAsSeen ? undefined : { result: 'changed', taskId: null };
}
