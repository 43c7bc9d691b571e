import type { Act } from '@yimen/rules';
import type { Filer } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { inOneFlight } from '../platform/db/in-one-flight.ts';
import type { Actor } from '../platform/http/actor.ts';
import { refused } from '../platform/refused.ts';
import { type CaseRow, findRelationToCase, findRelationToHousehold, lockCase } from './case-store.ts';
import { isPossible } from './require-transition.ts';

export type ActOptions = {
  /** The change of state this is: the state table says from where. Without one, the case has to be open. */
  readonly act?: Act<'case'>;
  /** False where something is entered that a closed case may still owe. */
  readonly open?: boolean;
  readonly expectedVersion?: number;
};

/**
 * The one gate before anybody does something to a case: locks it, keeps foreign cases unseen, makes relatives stand
 * aside (R-171, invariant 5), refuses closed cases and stale versions.
 */
export async function caseForAct(tx: Tx, actor: Actor, caseId: string, options: ActOptions = {}): Promise<CaseRow> {
  const [found, relation] = await inOneFlight(
    () => lockCase(tx, caseId),
    () => findRelationToCase(tx, actor, caseId),
  );
  if (!found) throw refused('NOT_FOUND');
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
  requireState(found, options);
  if (options.expectedVersion !== undefined) requireVersion(found, options.expectedVersion, shownInConflict(found));
  return found;
}

function requireState(found: CaseRow, { act, open = true }: ActOptions): void {
  const isClosed = found.state === 'closed';
  if (act ? isPossible('case', act, found) : !(open && isClosed)) return;
  throw isClosed
    ? refused('CASE_CLOSED', { caseNo: found.case_no })
    : refused('STATE_CONFLICT', { state: found.state });
}

/** A filed near relative of anybody in the household does not touch the case, nor does who acts on that person's behalf. */
export async function refuseRelatives(tx: Tx, actor: Filer, householdId: string): Promise<void> {
  const relation = await findRelationToHousehold(tx, actor, householdId);
  if (relation) throw refused('RELATIVE_BLOCKED', { relation });
}

/** 409 with what stands now, so that the form can show both. `shown` carries no sealed field. */
export function requireVersion(
  row: { readonly version: number },
  expected: number,
  shown: Readonly<Record<string, unknown>> = {},
): void {
  if (row.version !== expected)
    throw refused('VERSION_CONFLICT', { yours: { version: expected }, theirs: { version: row.version, ...shown } });
}

function shownInConflict(row: CaseRow): Readonly<Record<string, unknown>> {
  return {
    caseNo: row.case_no,
    state: row.state,
    urgency: row.urgency,
    responsiblePostId: row.responsible_post_id,
    outcome: row.outcome,
  };
}
