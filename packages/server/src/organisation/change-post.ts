import type { updatePost as contract, Done } from '@yimen/contracts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { givenFields } from './given-fields.ts';
import { changePostRow, endHolders, listHolders, lockPost } from './post-store.ts';
import { requireAdministratorLeft, requireNoOpenWork } from './require-free-post.ts';
import { requireVersion } from './require-version.ts';

/** Renames, closes or reopens a post. Closing ends its holders: a reopened post is filled anew. */
export async function changePost({ tx, params, body, now, note }: Act<typeof contract>): Promise<Done> {
  const post = await lockPost(tx, params.id);
  if (!post) throw refused('NOT_FOUND');
  requireVersion(post, body, { title: post.title, active: post.active });
  const isClosing = body.active === false && post.active;
  if (isClosing) await requireNoOpenWork(tx, [post.id]);
  const version = await changePostRow(tx, post.id, givenFields({ title: body.title, active: body.active }));
  if (isClosing) {
    const holders = await listHolders(tx, post.id);
    await endHolders(
      tx,
      holders.map((holder) => holder.id),
      civilDate(now),
    );
    await requireAdministratorLeft(tx, [post.role]);
  }
  note({
    subjectType: 'post',
    subjectId: post.id,
    details: { fields: Object.keys(givenFields(body)), active: body.active ?? post.active },
  });
  return { id: post.id, version };
}
