import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { setActingPost } from './acting-post.ts';

/** Another post sees another world: nothing of the former one stays in memory, and work starts at its first page or at `to`. */
export function useSwitchPost(): (postId: string | undefined, to?: string) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  async function switchPost(postId: string | undefined, to: string): Promise<void> {
    setActingPost(postId);
    await client.resetQueries({ queryKey: ['me'] });
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    await navigate({ to });
  }
  return (postId, to = '/') => void switchPost(postId, to);
}
