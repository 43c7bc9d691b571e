import type { PlainDate, PolicyReleaseState } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** From here on nothing is published or withdrawn for this day: the row is locked against who publishes now. */
export async function closeDayForPublishing(tx: Tx, day: PlainDate): Promise<void> {
  await sql`UPDATE yimen.policy_state SET opened_on = greatest(opened_on, ${day}::date) WHERE one`.execute(tx);
}

export async function getPublicationNo(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('policy_state')
    .select('publication_no')
    .where('one', '=', true)
    .executeTakeFirstOrThrow();
  return row.publication_no;
}

/** Held until the publication is done: nobody else publishes meanwhile, and no day is opened. */
export async function lockPublicationNo(tx: Tx): Promise<number> {
  await sql`UPDATE yimen.policy_state SET opened_on = opened_on WHERE one`.execute(tx);
  return getPublicationNo(tx);
}

export type PublishedRow = {
  readonly id: string;
  readonly title: string;
  readonly packId: string;
  readonly effectiveOn: PlainDate;
  readonly state: PolicyReleaseState;
  readonly baseVersion: string;
  readonly publishedAt: Date;
};

/** In the order they take effect; of one day in the order they were published. */
export async function listPublished(tx: Tx): Promise<readonly PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    SELECT id, title, pack_id AS "packId", effective_on AS "effectiveOn", state, base_version AS "baseVersion", published_at AS "publishedAt"
    FROM yimen.policy_release WHERE state IN ('scheduled', 'current', 'superseded') ORDER BY effective_on, published_at, id`.execute(
    tx,
  );
  return rows;
}
