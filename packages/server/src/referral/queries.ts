import type { PageQuery, ReferralView } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import { type ClockMoment, clockJson, clockMoment } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';

/** A referral as stored; who asks decides what it may do (`withReferralActions`). */
export type RawReferral = ReferralView & { readonly fromOfficeId: string };

/** One referral `r` of the case `c`, with the clock of its open or last task. */
function referralJson(r: RawBuilder<unknown>, c: RawBuilder<unknown>, moment: ClockMoment) {
  return sql<RawReferral>`json_build_object('id', ${r}.id, 'caseId', ${r}.case_id, 'caseNo', ${c}.case_no, 'caseSummary', ${c}.summary, 'headName', ${c}.head_name,
    'fromOfficeId', ${r}.from_office_id, 'fromOffice', (SELECT o.name FROM yimen.office o WHERE o.id = ${r}.from_office_id),
    'toOfficeId', ${r}.to_office_id, 'toOffice', (SELECT o.name FROM yimen.office o WHERE o.id = ${r}.to_office_id),
    'need', ${r}.need, 'state', ${r}.state, 'sentAt', ${r}.sent_at, 'answeredAt', ${r}.answered_at,
    'clock', (SELECT ${clockJson(sql`t`, moment)} FROM yimen.task t WHERE t.subject_id = ${r}.id AND t.kind = 'answer-referral' ORDER BY t.started_at DESC, (t.state <> 'open') LIMIT 1),
    'resultKind', ${r}.result_kind, 'resultAmountFen', ${r}.result_amount_fen, 'resultText', ${r}.result_text, 'returnReason', ${r}.return_reason,
    'availableActions', '[]'::json, 'version', ${r}.version)`;
}

/** For the case page. */
export function referralsOfCase(caseId: RawBuilder<unknown>, moment: ClockMoment): RawBuilder<unknown> {
  return sql`coalesce((SELECT json_agg(${referralJson(sql`r`, sql`k`, moment)} ORDER BY r.sent_at DESC, r.id) FROM yimen.referral r JOIN yimen."case" k ON k.id = r.case_id WHERE r.case_id = ${caseId}), '[]')`;
}

export type ReferralFilter = {
  readonly officeId: string;
  readonly direction: 'in' | 'out';
  readonly state: string | undefined;
};

/** What an office was asked to do, or asked others to do; newest first. */
export async function listReferralRows(
  tx: Tx,
  filter: ReferralFilter,
  page: PageQuery,
  now: Date,
): Promise<{ items: RawReferral[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor);
  const side = filter.direction === 'in' ? sql`x.to_office_id` : sql`x.from_office_id`;
  const { rows } = await sql<{
    view: RawReferral;
    sent: string;
    id: string;
  }>`SELECT ${referralJson(sql`r`, sql`c`, clockMoment(now))} AS view, r.sent_at::text AS sent, r.id
    FROM (SELECT * FROM yimen.referral x WHERE ${side} = ${filter.officeId} ${filter.state ? sql`AND x.state = ${filter.state}` : sql``}
          ${after ? sql`AND (x.sent_at, x.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} ORDER BY x.sent_at DESC, x.id DESC LIMIT ${page.limit + 1}) r
    JOIN yimen."case" c ON c.id = r.case_id ORDER BY r.sent_at DESC, r.id DESC`.execute(tx);
  const paged = pageFrom(rows, page.limit, (row) => [row.sent, row.id]);
  return { items: paged.items.map((row) => row.view), nextCursor: paged.nextCursor };
}

/** State and receiving office of every referral of a case. */
export async function listReferralStates(tx: Tx, caseId: string) {
  return tx
    .selectFrom('referral as r')
    .innerJoin('office as o', 'o.id', 'r.to_office_id')
    .select(['r.id', 'r.to_office_id', 'r.state', 'o.name'])
    .where('r.case_id', '=', caseId)
    .orderBy('r.sent_at')
    .execute();
}
