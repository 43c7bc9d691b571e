import type { ReleaseView } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Services } from '../services.ts';
import type { EventRow } from './queries.ts';

export type ShowWho = (event: EventRow) => ReleaseView['events'][number]['who'];

/** Who took a step, for whom and at which post; the calendar is nobody. */
export async function showWho(
  { postNames }: Pick<Services, 'postNames'>,
  { tx, actor }: { readonly tx: Tx; readonly actor: Actor },
  events: readonly EventRow[],
): Promise<ShowWho> {
  const showPost = await postNames.open(
    tx,
    actor,
    events.flatMap(({ postId }) => postId ?? []),
  );
  return ({ name, behalfName, postId }) =>
    name === null ? null : { name, behalfName, post: postId === null ? null : showPost(postId) };
}
