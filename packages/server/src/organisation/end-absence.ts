import type { endAbsence as contract, Done } from '@yimen/contracts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { endAbsenceRow, lockAbsence } from './presence-store.ts';
import { requireOwnOrOffice } from './record-absence.ts';

/** Back earlier than planned: from now on B can no longer act. */
export async function endAbsence({ tx, params, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const absence = await lockAbsence(tx, params.id);
  if (!absence || !mayEnd(actor, absence.account_id)) throw refused('NOT_FOUND');
  await requireOwnOrOffice(tx, actor, absence.account_id);
  if (absence.ended_at !== null || absence.to_at <= now) throw refused('STATE_CONFLICT', { ended: true });
  await endAbsenceRow(tx, absence.id, now);
  note({ subjectType: 'absence', subjectId: absence.id, details: { accountId: absence.account_id } });
  return { id: absence.id };
}

/** Without the permission the absences of others are not there, so that none can be told from one that never was. */
function mayEnd(actor: Actor, accountId: string): boolean {
  return accountId === actor.accountId || actor.permissions.has('absence.record');
}
