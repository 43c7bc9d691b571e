import type { removeDuty as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { requireOfficeInRemit } from './add-duty.ts';
import { deleteDuty, lockDuty } from './presence-store.ts';

/** Takes a duty off the roster. What was on duty in the past stays: it says who was rung. */
export async function removeDuty({ tx, params, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const duty = await lockDuty(tx, params.id);
  if (!duty) throw refused('NOT_FOUND');
  await requireOfficeInRemit(tx, actor, duty.office_id);
  if (duty.ends_at <= now) throw refused('STATE_CONFLICT', { over: true });
  await deleteDuty(tx, duty.id);
  note({ subjectType: 'duty', subjectId: duty.id, details: { officeId: duty.office_id, accountId: duty.account_id } });
  return { id: duty.id };
}
