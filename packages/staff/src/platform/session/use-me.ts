import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getMe, type Me } from '@yimen/contracts';
import { isProblem } from '@yimen/ui';
import { call } from '../call/call.ts';
import { setActingPost } from './acting-post.ts';
import { markSignedIn } from './session-watch.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 });

/** Who is signed in, or null. */
export function useFindMe() {
  return useQuery(meQuery);
}

/** Inside the signed-in layout there is always somebody. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error('useMe outside the signed-in layout');
  return data;
}

export async function readMe(): Promise<Me | null> {
  try {
    const me = await call(getMe, {});
    markSignedIn(me.signIn === 'signed-in');
    return me;
  } catch (error) {
    if (isProblem(error, 'NOT_SUBSTITUTE')) return readAsOwnPost();
    if (isProblem(error, 'NOT_SIGNED_IN')) return null;
    throw error;
  }
}

/** A is back: the substitute falls back to the own post. */
function readAsOwnPost(): Promise<Me | null> {
  setActingPost(undefined);
  return readMe();
}
