import { type CaseRow, findMatter, finishTasks, openCaseTask, retellTask } from '../casework/index.ts';
import { findPostOfRole } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Services } from '../services.ts';
import { lockPapersOf } from './paper-store.ts';
import { listLatePapers } from './queries.ts';

const KIND = 'decide-overdue-paper';

/** Whoever may waive or recover gets one task for all late papers of a case; the clock is that of the first. */
export async function callForDecision(services: Services, tx: Tx, found: CaseRow, now: Date): Promise<void> {
  // Papers of one case grow late in the same sweep: the second worker waits here and finds the task of the first.
  await lockPapersOf(tx, found.id);
  const late = await listLatePapers(tx, found.id, now);
  if (late.length === 0 || (await retell(tx, found, late)) > 0) return;
  const to = await findPostOfRole(tx, {
    role: ['township-approver', 'county-approver'],
    regionCode: found.region_code,
  });
  if (!to) return;
  const matter = await findMatter(tx, found.id, 'urgentRelief');
  await openCaseTask(services, tx, found, {
    kind: KIND,
    limit: 'urgentRelief.recoverAfter',
    to,
    startedAt: now,
    ...(matter ? { matterId: matter.id } : {}),
    subjectId: found.id,
    about: aboutOf(late),
  });
}

/** A late paper was settled or got more time: the task names those that are left, or ends with the last of them. */
export async function tellLatePapers(
  tx: Tx,
  found: CaseRow,
  now: Date,
  actor: Pick<Actor, 'accountId'> | null,
): Promise<void> {
  const late = await listLatePapers(tx, found.id, now);
  if (late.length === 0) await finishTasks(tx, { caseId: found.id, kinds: [KIND] }, actor, now, 'settled');
  else await retell(tx, found, late);
}

function retell(tx: Tx, found: CaseRow, late: readonly string[]): Promise<number> {
  return retellTask(tx, { caseId: found.id, kind: KIND }, `${found.head_name} · ${aboutOf(late)}`);
}

function aboutOf(late: readonly string[]): string {
  return `逾期未补 ${late.length} 项：${late.join('、')}`;
}
