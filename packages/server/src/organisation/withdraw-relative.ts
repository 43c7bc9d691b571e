import type { withdrawRelative as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { lockFiling, withdrawFiling } from './relative-store.ts';

/** Ends a filing, with the reason. Never one's own: that would open the relative's case to the person it closes it to. */
export async function withdrawRelative({ tx, params, body, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const filing = await lockFiling(tx, params.id);
  if (!filing) throw refused('NOT_FOUND');
  if (filing.account_id === actor.accountId) throw refused('NOT_ALLOWED');
  if (filing.withdrawn_at !== null) throw refused('STATE_CONFLICT', { withdrawn: true });
  await withdrawFiling(tx, filing.id, { accountId: actor.accountId, reason: body.reason, now });
  note({ subjectType: 'relative-filing', subjectId: filing.id, details: { accountId: filing.account_id } });
  return { id: filing.id };
}
