import type { acceptHandOver as acceptContract, Done, handOverCase as offerContract } from '@yimen/contracts';
import { getPost } from '../organisation/index.ts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { caseForAct } from './case-for-act.ts';
import { addParticipant, type CaseRow, changeCase } from './case-store.ts';
import { recordEvent } from './event-store.ts';
import { openCaseTask } from './open-case-task.ts';
import { finishTasks, moveTasks } from './task-store.ts';

/** First-asker responsibility (首问负责, R-034): the old post stays responsible until the new one accepts. */
export async function offerHandOver(services: Services, act: Act<typeof offerContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id, { act: 'handOver', expectedVersion: body.expectedVersion });
  const post = await getPost(tx, body.toPostId);
  if (post.postId === found.responsible_post_id) throw refused('STATE_CONFLICT', { already: 'responsible' });
  await finishTasks(tx, { caseId: found.id, kinds: ['accept-hand-over'] }, actor, now, 'superseded', 'cancelled');
  await addParticipant(tx, found.id, post.officeId, 'hand-over', now);
  const version = await offerCaseTo(services, act, found, {
    post,
    event: 'case.hand-over-offered',
    details: { reason: body.reason },
  });
  act.note({ subjectType: 'case', subjectId: found.id, details: { toPostId: post.postId } });
  return { id: found.id, version };
}

type Offer = {
  readonly post: Awaited<ReturnType<typeof getPost>>;
  readonly event: 'case.hand-over-offered' | 'case.offered-to-place';
  readonly details?: Readonly<Record<string, unknown>>;
};

/** A task with the limit of the place for the post that is asked; its office takes part already. @returns the new version. */
export async function offerCaseTo(
  services: Services,
  { tx, actor, now }: Pick<Act<typeof offerContract>, 'tx' | 'actor' | 'now'>,
  found: CaseRow,
  { post, event, details }: Offer,
): Promise<number> {
  await openCaseTask(services, tx, found, {
    kind: 'accept-hand-over',
    limit: 'referral.acceptWithin',
    to: post,
    startedAt: now,
  });
  await recordEvent(tx, actor, found, event, now, { toPost: post.title, toOffice: post.officeName, ...details });
  await emit(tx, 'case.hand-over-offered', { caseId: found.id, toPostId: post.postId }, now);
  return changeCase(tx, found.id, { hand_over_post_id: post.postId, hand_over_at: now });
}

export async function acceptHandOver(act: Act<typeof acceptContract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id, { act: 'handOver', expectedVersion: body.expectedVersion });
  if (found.hand_over_post_id !== actor.postId)
    throw refused('STATE_CONFLICT', { handOverTo: found.hand_over_post_id });
  await finishTasks(tx, { caseId: found.id, kinds: ['accept-hand-over'] }, actor, now, 'accepted');
  await moveTasks(tx, found.id, found.responsible_post_id, { postId: actor.postId, officeId: actor.officeId });
  await recordEvent(tx, actor, found, 'case.hand-over-accepted', now, { post: actor.postTitle });
  const version = await changeCase(tx, found.id, {
    responsible_post_id: actor.postId,
    office_id: actor.officeId,
    hand_over_post_id: null,
    hand_over_at: null,
  });
  act.note({ subjectType: 'case', subjectId: found.id });
  return { id: found.id, version };
}
