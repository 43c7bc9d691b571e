import { randomUUID } from 'node:crypto';
import type { recordCircumstance as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import { insertCircumstances } from './circumstance-store.ts';
import { lockHousehold } from './household-store.ts';

/** One fact with provenance. Correction (it was wrong) and succession (it changed) are different acts; both keep the old row. */
export async function recordCircumstance(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const household = await lockHousehold(tx, params.id);
  if (!household) throw refused('NOT_FOUND');
  if ((body.act === 'initial') !== (body.supersedesId === null)) {
    throw refusedField('INVALID_INPUT', 'supersedesId', {
      zh: '更正或变更须指明原记录，新增则不能指明',
      en: 'A correction or succession names the old entry; a new entry does not',
    });
  }
  const id = randomUUID();
  await insertCircumstances(tx, [
    {
      id,
      household_id: household.id,
      person_id: body.personId,
      region_code: household.region_code,
      kind: body.kind,
      text: body.text,
      amount_fen: body.amountFen,
      occurred_on: body.occurredOn,
      provenance: body.provenance,
      provenance_note: body.provenanceNote,
      act: body.act,
      supersedes_id: body.supersedesId,
      recorded_at: now,
      recorded_by: actor.accountId,
    },
  ]);
  act.note({ subjectType: 'household', subjectId: household.id, details: { circumstanceId: id, kind: body.kind } });
  return { id };
}
