import { listMessages, type MessageView } from '@yimen/contracts';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { type Implementation, implement } from '../http/implement.ts';

/** What was told to people of one's region: row security limits it to the region of the acting post. */
export function messageRoutes(): Implementation[] {
  return [
    implement(listMessages, async ({ tx, query, note }) => {
      note({ subjectType: 'message', details: { caseId: query.caseId, reportId: query.reportId } });
      const rows = await selectMessages(tx, query);
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return {
        items: items.map(viewOf),
        nextCursor: rows.length > query.limit && last ? writeCursor([last.queuedAt.toISOString(), last.id]) : null,
      };
    }),
  ];
}

type Row = Omit<MessageView, 'queuedAt' | 'sentAt' | 'nextAttemptAt' | 'words'> & {
  readonly zh: string;
  readonly en: string;
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly nextAttemptAt: Date;
};
type Filter = {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status?: string | undefined;
  readonly caseId?: string | undefined;
  readonly reportId?: string | undefined;
};

async function selectMessages(tx: Tx, { limit, cursor, status, caseId, reportId }: Filter): Promise<Row[]> {
  const [before, beforeId] = readCursor(cursor, 2);
  const conditions = [
    sql`true`,
    status && sql`status = ${status}`,
    caseId && sql`case_id = ${caseId}`,
    reportId && sql`report_id = ${reportId}`,
    before && sql`(queued_at, id) < (${before}::timestamptz, ${beforeId}::uuid)`,
  ].filter((condition) => typeof condition === 'object');
  const { rows } = await sql<Row>`
    SELECT id, channel, template, words_zh AS zh, words_en AS en, recipient_masked AS "recipientMasked", status, attempts,
           queued_at AS "queuedAt", sent_at AS "sentAt", next_attempt_at AS "nextAttemptAt", case_id AS "caseId", report_id AS "reportId"
    FROM yimen.message WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY queued_at DESC, id DESC LIMIT ${limit + 1}`.execute(tx);
  return rows;
}

function viewOf({ zh, en, queuedAt, sentAt, nextAttemptAt, ...row }: Row): MessageView {
  const isWaiting = row.channel !== 'in-person' && (row.status === 'queued' || row.status === 'failed');
  return {
    ...row,
    words: { zh, en },
    queuedAt: queuedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextAttemptAt: isWaiting ? nextAttemptAt.toISOString() : null,
  };
}
