import type { PostRef } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { selectPostRefs } from './queries.ts';

/** Shows a post as colleagues see it: title, office, who holds it. */
export type ShowPost = (postId: string) => PostRef;

/**
 * The names of posts, which stand on every page: read once and kept as long as none of them changes
 * (`yimen.post_names_state`, read with every request). Not for acts that change posts themselves: what they wrote may
 * still be undone.
 */
export type PostNames = {
  readonly open: (tx: Tx, actor: Pick<Actor, 'postNamesVersion'>, postIds: readonly string[]) => Promise<ShowPost>;
};

export function openPostNames(): PostNames {
  let known = new Map<string, PostRef>();
  let knownVersion = 0;
  return {
    open: async (tx, { postNamesVersion }, postIds) => {
      if (postNamesVersion > knownVersion) {
        known = new Map();
        knownVersion = postNamesVersion;
      }
      // Somebody who came before a change reads for himself; after another change while reading, this map is forgotten.
      const kept = postNamesVersion === knownVersion ? known : new Map<string, PostRef>();
      const missing = [...new Set(postIds)].filter((postId) => !kept.has(postId));
      const found = missing.length === 0 ? [] : await selectPostRefs(tx, missing);
      for (const post of found) kept.set(post.postId, post);
      return (postId) => {
        const post = kept.get(postId);
        if (!post) throw new Error(`no post ${postId}`);
        return post;
      };
    },
  };
}
