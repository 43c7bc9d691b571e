import type { approveGrant as contract } from '@yimen/contracts';
import { requiredApprovals } from '@yimen/rules';
import { type CaseRow, finishTasks, type NewTask, openTask, policyFor, startLimit } from '../casework/index.ts';
import { findPostOfRole, type PostFound } from '../organisation/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { type Doer, standIns } from '../platform/stand-ins.ts';
import type { Services } from '../services.ts';
import type { GrantRow } from './grant-store.ts';
import { levelOf } from './level-permission.ts';
import { listGrantPreparers, listSigners } from './own-work-store.ts';

/**
 * Who signs after this signature: held neither by somebody who signed already nor by who prepared the case. Undefined where the
 * place has nobody else; then the task stays where it is and its superior is told when it is late.
 */
export async function findNextApprover(
  services: Services,
  tx: Tx,
  actor: Doer,
  grant: GrantRow,
): Promise<PostFound | undefined> {
  const policy = policyFor(services, grant.region_code, grant.proposed_at);
  const approvals = requiredApprovals({ level: levelOf(grant.level), amountFen: grant.amount_fen }, policy);
  if (!approvals.allowed) return undefined;
  const signers = grant.approvals_given > 0 ? await listSigners(tx, grant.id) : [];
  const preparers = await listGrantPreparers(tx, grant.id);
  return findPostOfRole(tx, {
    role: approvals.figures.roles,
    regionCode: grant.region_code,
    notHeldBy: [...signers, ...standIns(actor), ...preparers],
  });
}

/** The next signature is somebody's task too, with the name of who signed before; the clock of the proposal runs on. */
export function callNextApprover(
  services: Services,
  { tx, actor, now, atEnd }: Pick<Act<typeof contract>, 'tx' | 'actor' | 'now' | 'atEnd'>,
  { grant, found, next }: { readonly grant: GrantRow; readonly found: CaseRow; readonly next: PostFound },
): void {
  const given = `${grant.approvals_given + 1}/${grant.approvals_needed}`;
  const task: NewTask = {
    kind: 'decide-grant',
    regionCode: grant.region_code,
    caseId: grant.case_id,
    matterId: grant.matter_id,
    subjectId: grant.id,
    summary: `${found.head_name} · ${found.summary} · ${actor.accountName}已同意（${given}）`,
    postId: next.postId,
    officeId: next.officeId,
    // A place without this limit refuses here, before anything is sent with the commit.
    clock: startLimit(services, {
      regionCode: grant.region_code,
      parameter: 'urgentRelief.payWithin',
      startedAt: grant.proposed_at,
    }),
  };
  atEnd(() => finishTasks(tx, { subjectId: grant.id, kinds: ['decide-grant'] }, actor, now, 'signed'));
  atEnd(() => openTask(tx, task));
}
