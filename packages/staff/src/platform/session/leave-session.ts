import { signOut } from '@yimen/contracts';
import { call } from '../call/call.ts';
import { clearDrafts } from '../form/draft-store.ts';
import { setActingPost } from './acting-post.ts';

/** A full reload leaves nothing of the former person in memory. */
export async function leaveSession(): Promise<void> {
  clearDrafts();
  setActingPost(undefined);
  try {
    await call(signOut, {}, { renew: false });
  } finally {
    window.location.assign('/staff/sign-in');
  }
}
