import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { startTestApi } from '../testing/index.ts';
import { deliverEvents } from './deliver-events.ts';
import { emit } from './emit.ts';
import { countingReaction } from './fixtures/counting-reaction.ts';
import { joinReactions, type Reactions } from './reactions.ts';

const api = await startTestApi({ routes: () => [] });
const { services, clock } = api;
const { pool } = services.database;

beforeEach(async () => {
  await pool.query('DELETE FROM yimen.outbox_event');
  await pool.query('DELETE FROM yimen.idempotency');
});

function emitMany(type: string, count: number): Promise<void> {
  return services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    for (let n = 0; n < count; n++) await emit(tx, type, { n }, clock.now());
  });
}

const deliver = (...reactions: Reactions[]) => deliverEvents(services, joinReactions(reactions));

async function effects(): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ route: string; n: number }>(
    'SELECT route, count(*) AS n FROM yimen.idempotency GROUP BY route',
  );
  return new Map(rows.map(({ route, n }) => [route, n]));
}

async function waiting(): Promise<{ attempts: number; next_attempt_at: Date | number; last_error: string | null }[]> {
  const { rows } = await pool.query('SELECT attempts, next_attempt_at, last_error FROM yimen.outbox_event ORDER BY id');
  return rows;
}

test('an event of an act that was rolled back is never delivered', async () => {
  const undone = services.database.transact(SYSTEM_CONTEXT, async (tx) => {
    await emit(tx, 'counted', { n: 1 }, clock.now());
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await deliver({ counted: countingReaction })).toBe(0);
});

test('all businesses that subscribed react, in one transaction', async () => {
  await emitMany('counted', 1);
  const failing: Reactions = {
    counted: async () => {
      throw new Error('not today');
    },
  };
  await deliver({ counted: countingReaction }, failing);
  expect(await effects()).toEqual(new Map());
  clock.advance(2000);
  await deliver({ counted: countingReaction }, { counted: countingReaction });
  expect(await effects()).toEqual(new Map([['0', 2]]));
});

test('a failing event waits longer each time, holds up no other, and stays visible at the end', async () => {
  await emitMany('bad', 1);
  await emitMany('counted', 3);
  const reactions = {
    counted: countingReaction,
    bad: async () => Promise.reject(new TypeError('name 张三 must not be kept')),
  };
  await deliver(reactions);
  expect(await effects()).toEqual(
    new Map([
      ['0', 1],
      ['1', 1],
      ['2', 1],
    ]),
  );
  expect(await deliver(reactions)).toBe(0);
  const pauses: number[] = [];
  for (let tries = 1; tries < 12; tries++) {
    const next = (await waiting())[0]?.next_attempt_at as Date;
    pauses.push((next.getTime() - clock.now().getTime()) / 1000);
    clock.set(next.toISOString());
    await deliver(reactions);
  }
  expect(pauses.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
  expect(await waiting()).toMatchObject([{ attempts: 12, next_attempt_at: Number.POSITIVE_INFINITY }]);
  expect((await waiting())[0]?.last_error).not.toContain('张三');
});

test('four workers side by side deliver each of 400 events once', async () => {
  await emitMany('counted', 400);
  const drain = async () => {
    while ((await deliver({ counted: countingReaction })) > 0);
  };
  await Promise.all([drain(), drain(), drain(), drain()]);
  const counted = await effects();
  expect(counted.size).toBe(400);
  expect([...counted.values()].every((n) => n === 1)).toBe(true);
});

test('workers killed in the middle of their work lose nothing and double nothing', async () => {
  await emitMany('counted', 600);
  for (let round = 0; round < 5; round++) {
    const child = fork(new URL('./fixtures/worker-process.ts', import.meta.url), [api.database.appUrl]);
    await once(child, 'message');
    await delay(40 + round * 30);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  const left = (await waiting()).length;
  expect((await effects()).size).toBe(600 - left);
  while ((await deliver({ counted: countingReaction })) > 0);
  const counted = await effects();
  expect(counted.size).toBe(600);
  expect([...counted.values()].every((n) => n === 1)).toBe(true);
});
