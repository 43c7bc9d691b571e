import { randomUUID } from 'node:crypto';
import type { addDuty as contract, Done } from '@yimen/contracts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { holdsPostIn } from './account-store.ts';
import { LONGEST_DUTY_MS } from './list-queries.ts';
import { hasDutyBetween, insertDuty } from './presence-store.ts';
import { findOfficeById } from './queries.ts';

/** Puts somebody of an office on its roster: whom an out-of-hours report rings. */
export async function addDuty({ tx, body, actor, note }: Act<typeof contract>): Promise<Done> {
  await requireOfficeInRemit(tx, actor, body.officeId);
  const duty = {
    office_id: body.officeId,
    account_id: body.accountId,
    starts_at: new Date(body.startsAt),
    ends_at: new Date(body.endsAt),
  };
  requireSensible(duty.starts_at, duty.ends_at);
  if (!(await holdsPostIn(tx, body.accountId, body.officeId))) {
    throw refusedField('INVALID_INPUT', 'accountId', {
      zh: '值班人员须是该机构的在岗人员',
      en: 'Whoever is on duty must hold a post of the office',
    });
  }
  if (await hasDutyBetween(tx, duty))
    throw refusedField('INVALID_INPUT', 'startsAt', {
      zh: '该人员这段时间已排班',
      en: 'This person is on the roster then already',
    });
  const id = randomUUID();
  await insertDuty(tx, { id, ...duty, phone: body.phone });
  note({ subjectType: 'duty', subjectId: id, details: { officeId: body.officeId, accountId: body.accountId } });
  return { id };
}

/** The own office and those in the own region; others do not exist for the caller. */
export async function requireOfficeInRemit(tx: Tx, actor: Actor, officeId: string): Promise<void> {
  const office = await findOfficeById(tx, officeId);
  const isInRegion =
    actor.scope === 'region' &&
    office !== undefined &&
    office.regionCode >= actor.regionCode &&
    office.regionCode <= actor.regionTo;
  if (!office || (office.id !== actor.officeId && !isInRegion)) throw refused('NOT_FOUND');
}

function requireSensible(from: Date, to: Date): void {
  if (to <= from)
    throw refusedField('INVALID_INPUT', 'endsAt', {
      zh: '结束时间须晚于开始时间',
      en: 'The end must be after the beginning',
    });
  if (to.getTime() - from.getTime() > LONGEST_DUTY_MS)
    throw refusedField('INVALID_INPUT', 'endsAt', { zh: '一班最长七天', en: 'One duty lasts at most seven days' });
}
