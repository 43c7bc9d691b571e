import type { listDuty as contract, ResponseOf } from '@yimen/contracts';
import { daysBetween, endOfDay, startOfDay } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { refusedField } from '../platform/refused.ts';
import { listDutyBetween } from './list-queries.ts';

const MOST_DAYS = 62;

export async function listDuty({ tx, query }: Act<typeof contract>): Promise<ResponseOf<typeof contract>> {
  const days = daysBetween(query.from, query.to);
  if (days < 0 || days > MOST_DAYS)
    throw refusedField('INVALID_INPUT', 'to', {
      zh: '请选择不超过两个月的时间段',
      en: 'Choose a period of at most two months',
    });
  const items = await listDutyBetween(
    tx,
    new Date(startOfDay(query.from)),
    new Date(endOfDay(query.to)),
    query.officeId,
  );
  return { items };
}
