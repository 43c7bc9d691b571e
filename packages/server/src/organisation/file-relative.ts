import { randomUUID } from 'node:crypto';
import type { fileRelative as contract, Done } from '@yimen/contracts';
import { maskResidentId, parseResidentId } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { insertFiling, mayFileFor } from './relative-store.ts';

/** Files a near relative of somebody at work (裕安区 六(二), R-171): that person stands aside from the relative's cases. */
export async function fileRelative(
  { vault }: Services,
  { tx, body, now, actor, note }: Act<typeof contract>,
): Promise<Done> {
  if (!(await mayFileFor(tx, body.accountId))) throw refused('NOT_FOUND');
  const parsed = parseResidentId(body.idNumber, civilDate(now));
  if (!parsed.valid)
    throw refusedField('ID_NUMBER_INVALID', 'idNumber', {
      zh: '身份证号码不正确，请核对',
      en: 'The ID number is not valid; please check it',
    });
  const id = randomUUID();
  const isNew = await insertFiling(tx, {
    id,
    account_id: body.accountId,
    relation: body.relation,
    name: body.name,
    id_number_index: vault.index('id-number', parsed.number),
    id_number_masked: maskResidentId(parsed.number),
    filed_by: actor.accountId,
    filed_at: now,
  });
  if (!isNew)
    throw refusedField('INVALID_INPUT', 'idNumber', { zh: '该亲属已经备案', en: 'This relative is filed already' });
  note({
    subjectType: 'relative-filing',
    subjectId: id,
    details: { accountId: body.accountId, relation: body.relation },
  });
  return { id };
}
