import { randomUUID } from 'node:crypto';
import type { issueOneTimeNotice as contract, Done } from '@yimen/contracts';
import type { Act } from '../platform/http/implement.ts';
import { emit } from '../platform/outbox/emit.ts';
import { refused } from '../platform/refused.ts';
import { caseForAct } from './case-for-act.ts';
import { recordEvent } from './event-store.ts';
import { hasNotice, insertNotice, supersedeNotice } from './notice-store.ts';

/** Everything missing is told at once; a second list replaces the first as a whole and says why (T-053). */
export async function issueOneTimeNotice(act: Act<typeof contract>): Promise<Done> {
  const { tx, params, body, now, actor } = act;
  const found = await caseForAct(tx, actor, params.id);
  // What a platform can answer is never asked of the person (T-054; 57号 10).
  const fromPlatform = body.items.filter((item) => item.byWhom === 'dataSource');
  if (fromPlatform.length > 0) throw refused('PAPER_FROM_PLATFORM', { items: fromPlatform.map((item) => item.label) });
  const stands = await hasNotice(tx, found.id);
  if (stands && body.reissueReason === null) throw refused('NOTICE_ALREADY_ISSUED');
  if (stands) await supersedeNotice(tx, found.id, now);
  const id = randomUUID();
  await insertNotice(tx, {
    id,
    case_id: found.id,
    region_code: found.region_code,
    items: JSON.stringify(body.items),
    issued_at: now,
    issued_by: actor.accountId,
    reissue_reason: stands ? body.reissueReason : null,
  });
  await recordEvent(tx, actor, found, stands ? 'case.notice-reissued' : 'case.notice-issued', now, {
    items: body.items.length,
    reason: stands ? body.reissueReason : null,
  });
  await emit(tx, 'case.notice-issued', { caseId: found.id, noticeId: id }, now);
  act.note({ subjectType: 'case', subjectId: found.id, details: { noticeId: id, items: body.items.length } });
  return { id };
}
