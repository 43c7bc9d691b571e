import type { ChangeKind, HeldItem, HeldReason, HeldState, PageQuery, RedeterminationView } from '@yimen/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { isoInstant } from '../platform/db/iso-instant.ts';
import { decodeCursor, pageFrom } from '../platform/db/keyset.ts';
import type { Actor } from '../platform/http/actor.ts';

export type RawRun = Omit<RedeterminationView, 'regionName' | 'post' | 'expectedAt' | 'availableActions'> & {
  readonly postId: string;
};

const RUN = sql`SELECT r.id, r.state, r.region_code AS "regionCode", r.on_date AS "on", r.policy_version AS "policyVersion", r.version, r.failure,
    r.started_post_id AS "postId", a.name AS "startedBy", b.name AS "onBehalfOf", ${isoInstant(sql`r.started_at`)} AS "startedAt",
    ${isoInstant(sql`r.computed_at`)} AS "computedAt", ${isoInstant(sql`r.ended_at`)} AS "endedAt", g.*
  FROM yimen.redetermination r JOIN yimen.account a ON a.id = r.started_by LEFT JOIN yimen.account b ON b.id = r.started_behalf_account_id
  JOIN LATERAL (SELECT coalesce(sum(x.households), 0)::int AS households,
      coalesce(sum(x.households) FILTER (WHERE x.done_at IS NOT NULL), 0)::int AS "householdsDone",
      coalesce(sum(x.unreadable) FILTER (WHERE NOT x.is_repeat), 0)::int AS unreadable,
      coalesce(sum(x.differences) FILTER (WHERE NOT x.is_repeat), 0)::int AS differences
    FROM yimen.redetermination_range x WHERE x.redetermination_id = r.id) g ON true`;

function inRemit({ regionCode, regionTo }: Actor): RawBuilder<unknown> {
  return sql`r.region_code <= ${regionTo} AND r.region_to >= ${regionCode}`;
}

export async function listRunRows(tx: Tx, actor: Actor, page: PageQuery) {
  if (actor.scope !== 'region') return { items: [], nextCursor: null };
  const after = decodeCursor(page.cursor);
  const { rows } = await sql<RawRun>`${RUN} WHERE ${inRemit(actor)}
      ${after ? sql`AND (r.started_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    ORDER BY r.started_at DESC, r.id DESC LIMIT ${page.limit + 1}`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.startedAt, row.id]);
}

export async function findRunRow(tx: Tx, actor: Actor, id: string): Promise<RawRun | undefined> {
  if (actor.scope !== 'region') return undefined;
  const { rows } = await sql<RawRun>`${RUN} WHERE r.id = ${id} AND ${inRemit(actor)}`.execute(tx);
  return rows[0];
}

/** Whether the remit was determined by this policy already. */
export async function isDetermined(tx: Tx, { regionCode }: Actor, policyVersion: string): Promise<boolean> {
  const row = await tx
    .selectFrom('redetermination')
    .select('id')
    .where('region_code', '=', regionCode)
    .where('policy_version', '=', policyVersion)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of the own remit: row security leaves out the rest. Summed from what each range and decision added. */
export async function countItems(tx: Tx, run: string) {
  const { rows } = await sql<{ regionCode: string; state: HeldState; count: number }>`
    SELECT region_code AS "regionCode", state, sum(households)::int AS count FROM yimen.redetermination_held
    WHERE redetermination_id = ${run} GROUP BY region_code, state HAVING sum(households) <> 0`.execute(tx);
  return rows;
}

export async function countChanges(tx: Tx, run: string) {
  const { rows } = await sql<{ programme: string; kind: ChangeKind; households: number; changeFen: number }>`
    SELECT programme, kind, sum(households)::int AS households, sum(change_fen)::bigint AS "changeFen"
    FROM yimen.redetermination_sum WHERE redetermination_id = ${run}
    GROUP BY programme, kind HAVING sum(households) <> 0 ORDER BY programme, kind`.execute(tx);
  return rows;
}

/** Whoever must be decided on before a run ends: not those who are only marked. */
export async function countHeld(tx: Tx, run: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM yimen.redetermination_item
    WHERE redetermination_id = ${run} AND state = 'open' AND reason <> 'gradual-exit'`.execute(tx);
  return rows[0]?.count ?? 0;
}

type RawChange = Omit<HeldItem['changes'][number], 'programmeName' | 'words'>;
export type RawItem = Omit<HeldItem, 'regionName' | 'words' | 'changes'> & { readonly changes: readonly RawChange[] };

export type ItemFilter = {
  readonly from: string;
  readonly to: string;
  readonly programme?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly reason?: HeldReason | undefined;
  readonly state: HeldState;
};

/** In the order of places. */
export async function listItemRows(tx: Tx, run: string, filter: ItemFilter, page: PageQuery) {
  const { rows } = await sql<RawItem>`${ITEM}
    FROM (${chosen(run, filter, page)}) k
    JOIN yimen.redetermination_item i ON i.redetermination_id = ${run} AND i.household_id = k.household_id
    ${BESIDE} ORDER BY i.region_code, i.household_id`.execute(tx);
  return pageFrom(rows, page.limit, (row) => [row.regionCode, row.householdId]);
}

export async function findItemRow(tx: Tx, run: string, household: string): Promise<RawItem | undefined> {
  const { rows } = await sql<RawItem>`${ITEM} FROM yimen.redetermination_item i ${BESIDE}
    WHERE i.redetermination_id = ${run} AND i.household_id = ${household}`.execute(tx);
  return rows[0];
}

const ITEM = sql`SELECT i.household_id AS "householdId", i.revision, i.case_id AS "caseId", c.case_no AS "caseNo", c.head_name AS "headName",
      i.region_code AS "regionCode", i.reason, i.exit_until AS "exitUntil", i.state, i.note, i.task_id AS "taskId",
      coalesce((SELECT p.revision <> i.revision FROM yimen.packed_household p WHERE p.household_id = i.household_id), true) AS stale,
      ${isoInstant(sql`i.decided_at`)} AS "decidedAt", a.name AS "decidedBy",
      coalesce((SELECT json_agg(json_build_object('kind', d.kind, 'programme', d.programme, 'personId', n.id, 'personName', n.name,
          'before', json_build_object('outcome', d.outcome_before, 'amountFen', d.amount_before_fen),
          'after', json_build_object('outcome', d.outcome_after, 'amountFen', d.amount_after_fen)) ORDER BY d.programme, d.element)
        FROM unnest(i.changes) d
        LEFT JOIN LATERAL (SELECT w.id, (SELECT p.name FROM yimen.person p WHERE p.id = w.id) AS name
          FROM (SELECT i.person_ids[d.element + 1] AS id) w WHERE d.of_person) n ON true), '[]') AS changes`;
const BESIDE = sql`JOIN yimen."case" c ON c.id = i.case_id LEFT JOIN yimen.account a ON a.id = i.decided_by`;

function chosen(run: string, { from, to, programme, kind, reason, state }: ItemFilter, page: PageQuery) {
  const after = decodeCursor(page.cursor);
  const such = (alias: string) =>
    sql.join(
      [
        ...(programme ? [sql`${sql.ref(`${alias}.programme`)} = ${programme}`] : []),
        ...(kind ? [sql`${sql.ref(`${alias}.kind`)} = ${kind}`] : []),
      ],
      sql` AND `,
    );
  const isOfChange = programme !== undefined || kind !== undefined;
  // Only places where there is one of them, however few there are among many; what was overtaken is not counted there.
  const places = sql`AND i.region_code = ANY (ARRAY(SELECT s.region_code FROM yimen.redetermination_sum s
    WHERE s.redetermination_id = ${run} AND ${such('s')} GROUP BY s.region_code HAVING sum(s.households) <> 0))`;
  return sql`SELECT i.household_id FROM yimen.redetermination_item i
    WHERE i.redetermination_id = ${run} AND i.region_code >= ${from} AND i.region_code <= ${to}
      AND i.state = ${state} ${reason ? sql`AND i.reason = ${reason}` : sql``}
      ${after ? sql`AND (i.region_code, i.household_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
      ${isOfChange && state !== 'overtaken' ? places : sql``}
      ${isOfChange ? sql`AND EXISTS (SELECT FROM unnest(i.changes) d WHERE ${such('d')})` : sql``}
    ORDER BY i.region_code, i.household_id LIMIT ${page.limit + 1}`;
}
