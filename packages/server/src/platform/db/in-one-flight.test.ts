import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { refused } from '../refused.ts';
import { startTestApi } from '../testing/index.ts';
import { SYSTEM_CONTEXT } from './access-context.ts';
import type { Tx } from './database.ts';
import { inOneFlight } from './in-one-flight.ts';
import { refuseByConstraint } from './refuse-by-constraint.ts';

const api = await startTestApi({ routes: () => [] });
const { database } = api.services;

const number = (tx: Tx, text: string) => async () =>
  (await sql<{ n: number }>`SELECT ${text}::int AS n`.execute(tx)).rows[0]?.n;
const event = (tx: Tx, type: string) => () =>
  tx
    .insertInto('outbox_event')
    .values({ type, payload: '{}', occurred_at: new Date(0) })
    .execute();
const waiting = async () =>
  (await database.pool.query<{ type: string }>('SELECT type FROM yimen.outbox_event ORDER BY id')).rows;

test('answers come back in their places, and the same statement may fly twice', async () => {
  const answers = await database.transact(SYSTEM_CONTEXT, (tx) =>
    inOneFlight(number(tx, '1'), number(tx, '2'), () => Promise.resolve('no statement'), number(tx, '3')),
  );
  expect(answers).toEqual([1, 2, 'no statement', 3]);
});

test('statements are executed in the order given', async () => {
  await database.transact(SYSTEM_CONTEXT, (tx) => inOneFlight(...['a', 'b', 'c', 'd'].map((type) => event(tx, type))));
  expect((await waiting()).map((row) => row.type)).toEqual(['a', 'b', 'c', 'd']);
});

test('no statement of the builder is overtaken by what the client is told after it', async () => {
  const seen = await database.transact(SYSTEM_CONTEXT, async (tx, client) => {
    const row = { type: 'ahead', payload: '{}', occurred_at: new Date() };
    const kept = tx.insertInto('outbox_event').values(row).execute();
    const counted = client.query<{ n: number }>("SELECT count(*) AS n FROM yimen.outbox_event WHERE type = 'ahead'");
    await kept;
    return (await counted).rows[0]?.n;
  });
  expect(seen).toBe(1);
});

test('the first failure is the one told, nothing stays, and the connection is good for the next act', async () => {
  const before = await waiting();
  const { pid } = (await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0] ?? {};
  const failing = database.transact(SYSTEM_CONTEXT, (tx) =>
    inOneFlight(
      event(tx, 'undone'),
      () =>
        refuseByConstraint({ audit_outcome: 'CAP_EXCEEDED' }, {}, () =>
          sql`INSERT INTO yimen.audit_entry (at, action, outcome, request_id) VALUES (now(), 'x', 'other', gen_random_uuid())`.execute(
            tx,
          ),
        ),
      // Never prepared on this connection: its preparation fails with the transaction, and must work afterwards.
      () => sql`SELECT 'prepared in a failed transaction'`.execute(tx),
      () => Promise.reject(refused('STATE_CONFLICT')),
    ),
  );
  await expect(failing).rejects.toMatchObject({ code: 'CAP_EXCEEDED' });
  expect(await waiting()).toEqual(before);
  const again = await database.transact(SYSTEM_CONTEXT, async (tx) => {
    await sql`SELECT 'prepared in a failed transaction'`.execute(tx);
    return sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
  });
  expect(again.rows[0]?.pid).toBe(pid);
});

test('a refusal that no statement caused is told too, after everything sent is over', async () => {
  let over = false;
  const failing = database.transact(SYSTEM_CONTEXT, (tx) =>
    inOneFlight(
      () => Promise.reject(refused('STATE_CONFLICT')),
      async () => {
        await sql`SELECT pg_sleep(0.05)`.execute(tx);
        over = true;
      },
    ),
  );
  await expect(failing).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
  expect(over).toBe(true);
});
