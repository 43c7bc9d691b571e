import { randomUUID } from 'node:crypto';
import type { recordAbsence as contract, Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { holdsPostIn } from './account-store.ts';
import { hasAbsenceBetween, insertAbsence } from './presence-store.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
/** An illness may be entered some days late, not rewritten months later. */
const LATEST_ENTRY_DAYS = 31;

/** From then on B may act on the person's posts; `yimen.effective_posts` reads this record. */
export async function recordAbsence({ tx, body, now, actor, note }: Act<typeof contract>): Promise<Done> {
  const accountId = body.accountId ?? actor.accountId;
  await requireOwnOrOffice(tx, actor, accountId);
  const from = new Date(body.fromAt);
  const to = new Date(body.toAt);
  requireSensible(from, to, now);
  if (await hasAbsenceBetween(tx, accountId, from, to)) {
    throw refusedField('INVALID_INPUT', 'fromAt', {
      zh: '与已登记的离岗时间重叠',
      en: 'It overlaps an absence already recorded',
    });
  }
  const id = randomUUID();
  await insertAbsence(tx, {
    id,
    account_id: accountId,
    from_at: from,
    to_at: to,
    reason: body.reason,
    recorded_by: actor.accountId,
  });
  note({ subjectType: 'absence', subjectId: id, details: { accountId } });
  return { id };
}

/** Everybody for themselves; with the permission also for people of the own office. Others do not exist for the caller. */
export async function requireOwnOrOffice(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  if (accountId === actor.accountId) return;
  if (!actor.permissions.has('absence.record')) throw refused('NOT_ALLOWED');
  if (!(await holdsPostIn(tx, accountId, actor.officeId))) throw refused('NOT_FOUND');
}

function requireSensible(from: Date, to: Date, now: Date): void {
  if (to <= from)
    throw refusedField('INVALID_INPUT', 'toAt', {
      zh: '结束时间须晚于开始时间',
      en: 'The end must be after the beginning',
    });
  if (to <= now)
    throw refusedField('INVALID_INPUT', 'toAt', { zh: '离岗时间已经过去', en: 'This time is already over' });
  if (from.getTime() < now.getTime() - LATEST_ENTRY_DAYS * DAY_MS)
    throw refusedField('INVALID_INPUT', 'fromAt', { zh: '最多补登 31 天内的离岗', en: 'At most 31 days back' });
  if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS)
    throw refusedField('INVALID_INPUT', 'toAt', { zh: '一次最长登记一年', en: 'At most one year at a time' });
}
