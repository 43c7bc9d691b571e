import type { HeldReason, HeldState, RedeterminationState } from '@yimen/contracts';
import { type Act, stateAfter, statesBefore } from '@yimen/rules';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { fixedStatement } from '../platform/db/fixed-statement.ts';
import type { Actor } from '../platform/http/actor.ts';
import { standIns } from '../platform/stand-ins.ts';

export type NewRun = {
  readonly id: string;
  readonly region_code: string;
  readonly region_to: string;
  readonly on_date: string;
  readonly policy_version: string;
  readonly started_at: Date;
  readonly started_by: string;
  readonly started_behalf_account_id: string | null;
  readonly started_post_id: string;
};

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await tx.insertInto('redetermination').values(run).execute();
}

/** One that has not ended and shares a place with these. */
export async function findUnfinished(tx: Tx, from: string, to: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('redetermination')
    .select('id')
    .where('state', '<>', sql.lit('finished'))
    .where('region_code', '<=', to)
    .where('region_to', '>=', from)
    .executeTakeFirst();
  return row?.id;
}

export type RunRow = {
  readonly id: string;
  readonly state: RedeterminationState;
  readonly version: number;
  readonly regionCode: string;
  readonly regionTo: string;
  readonly on: string;
  readonly policyVersion: string;
};

/** What shares a place with the post; a run elsewhere does not exist. */
export async function findRun(tx: Tx, actor: Actor, id: string): Promise<RunRow | undefined> {
  if (actor.scope !== 'region') return undefined;
  const row = await tx
    .selectFrom('redetermination')
    .select([
      'id',
      'version',
      'region_code as regionCode',
      'region_to as regionTo',
      'on_date as on',
      'policy_version as policyVersion',
    ])
    // Held to by a check of the table.
    .select((eb) => eb.ref('state').$castTo<RedeterminationState>().as('state'))
    .where('id', '=', id)
    .where('region_code', '<=', actor.regionTo)
    .where('region_to', '>=', actor.regionCode)
    .executeTakeFirst();
  return row;
}

/** False when the state table does not know the act from where the run stands by now. */
export async function moveRun(
  tx: Tx,
  id: string,
  act: Act<'redetermination'>,
  set: { readonly ended_at?: Date; readonly failure?: string | null } = {},
): Promise<number | undefined> {
  const row = await tx
    .updateTable('redetermination')
    .set((eb) => ({ ...set, state: stateAfter('redetermination', act), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', [...statesBefore('redetermination', act)])
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}

export type HeldRow = {
  readonly household_id: string;
  readonly case_id: string;
  readonly state: HeldState;
  readonly reason: HeldReason;
  readonly revision: number;
  readonly exit_until: string | null;
  readonly task_id: string | null;
  /** Of what is packed of the household by now. */
  readonly present: number | null;
};

const lockHeld = fixedStatement<{ run: string; household: string }, HeldRow>(
  ({ run, household }) => sql`SELECT i.household_id, i.case_id, i.state, i.reason, i.revision, i.exit_until, i.task_id,
      (SELECT p.revision FROM yimen.packed_household p WHERE p.household_id = i.household_id) AS present
    FROM yimen.redetermination_item i WHERE i.redetermination_id = ${run} AND i.household_id = ${household} FOR UPDATE`,
);

/** Two who decide on one household come one after the other. */
export async function lockItem(tx: Tx, run: string, household: string): Promise<HeldRow | undefined> {
  const [row] = await lockHeld(tx, { run, household });
  return row;
}

export type Decision = {
  readonly act: 'confirm' | 'dismiss';
  readonly actor: Pick<Actor, 'accountId' | 'behalfAccountId'>;
  readonly now: Date;
  readonly note: string | null;
  readonly taskId: string | null;
};

export async function decideItem(
  tx: Tx,
  run: string,
  { household_id, revision }: HeldRow,
  { act, actor, now, note, taskId }: Decision,
): Promise<boolean> {
  const [by, behalf = null] = standIns(actor);
  const { numUpdatedRows } = await tx
    .updateTable('redetermination_item')
    .set({
      state: stateAfter('heldItem', act),
      decided_at: now,
      decided_by: by ?? null,
      decided_behalf_account_id: behalf,
      note,
      task_id: taskId,
    })
    .where('redetermination_id', '=', run)
    .where('household_id', '=', household_id)
    .where('state', '=', sql.lit('open'))
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whoever is still held when a run ends; households in their gradual exit stay marked. */
export async function dismissRest(
  tx: Tx,
  run: string,
  { actor, now, note }: Pick<Decision, 'actor' | 'now'> & { readonly note: string },
): Promise<number> {
  const [by, behalf = null] = standIns(actor);
  const { numUpdatedRows } = await tx
    .updateTable('redetermination_item')
    .set({
      state: stateAfter('heldItem', 'dismiss'),
      decided_at: now,
      decided_by: by ?? null,
      decided_behalf_account_id: behalf,
      note,
    })
    .where('redetermination_id', '=', run)
    .where('state', '=', sql.lit('open'))
    .where('reason', '<>', 'gradual-exit')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A case has one task to be assessed again, however many runs ask for it. */
export async function findReassessTask(tx: Tx, caseId: string, kind: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('task')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('state', '=', sql.lit('open'))
    .executeTakeFirst();
  return row?.id;
}
