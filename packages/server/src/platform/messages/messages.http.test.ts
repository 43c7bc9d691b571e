import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listMessages } from '@yimen/contracts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM_CONTEXT } from '../db/access-context.ts';
import { aHolder, startTestApi, WHOLE_TABLE } from '../testing/index.ts';
import { deliverMessages } from './deliver-messages.ts';
import { queueMessage } from './queue-message.ts';
import { messageRoutes } from './routes.ts';

type Seen = { readonly id: string; readonly body: string; readonly headers: Record<string, unknown> };

// A gateway as a county might have one: it answers what the test says and remembers whom it told.
const gateway = { seen: [] as Seen[], answer: 200, delayMs: 0, told: new Map<string, string>() };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    const id = String(request.headers['idempotency-key']);
    gateway.seen.push({ id, body, headers: request.headers });
    if (gateway.answer < 300) gateway.told.set(id, body);
    setTimeout(
      () => response.writeHead(gateway.answer, { location: 'http://127.0.0.1:9/' }).end('x'.repeat(10_000)),
      gateway.delayMs,
    );
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
afterAll(() => new Promise((resolve) => server.close(resolve)));

const SECRET = 'only the gateway and we know this';
const api = await startTestApi({
  settings: { sms: { url, secret: SECRET, timeoutMs: 300 } },
  routes: () => messageRoutes(),
});
const { services, clock } = api;
const [here, elsewhere] = ['341503000000', '341504000000'];

beforeEach(async () => {
  Object.assign(gateway, { seen: [], answer: 200, delayMs: 0, told: new Map() });
  await services.database.transact(SYSTEM_CONTEXT, (tx) =>
    tx.updateTable('message').set({ status: 'given-up', sent_at: null }).modifyEnd(WHOLE_TABLE).execute(),
  );
});

function queue(recipient: string | null = '13800138000', regionCode = here): Promise<string> {
  const words = { zh: '您的报告 BG-1 已受理。', en: 'Your report BG-1 was accepted.' };
  return services.database.transact(SYSTEM_CONTEXT, (tx) =>
    queueMessage(services, tx, { regionCode, recipient, template: 'report-accepted', words }, clock.now()),
  );
}

function rowOf(id: string) {
  return services.database.transact(SYSTEM_CONTEXT, (tx) =>
    tx
      .selectFrom('message')
      .select(['status', 'attempts', 'next_attempt_at', 'recipient_masked', 'last_error'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
}

const deliver = () => deliverMessages(services, clock.now());

describe('the SMS gateway', () => {
  test('receives the message signed, under its own key, once', async () => {
    const id = await queue();
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    const [seen] = gateway.seen;
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      id,
      to: '13800138000',
      template: 'report-accepted',
      text: '您的报告 BG-1 已受理。',
    });
    const signed = createHmac('sha256', SECRET)
      .update(`${id}.${String(seen?.headers['webhook-timestamp'])}.${seen?.body}`)
      .digest('base64');
    expect(seen?.headers['webhook-signature']).toBe(`v1,${signed}`);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 1, recipient_masked: '138****8000' });
  });

  test.each([
    ['fails', 503, 0],
    ['does not answer in time', 200, 600],
    ['points elsewhere', 302, 0],
  ])('that %s is asked again later, with the same key', async (_name, answer, delayMs) => {
    const id = await queue();
    Object.assign(gateway, { answer, delayMs });
    await deliver();
    const failed = await rowOf(id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 1 });
    expect(failed.next_attempt_at.getTime() - clock.now().getTime()).toBe(30_000);
    Object.assign(gateway, { answer: 200, delayMs: 0 });
    expect(await deliver()).toBe(0);
    clock.advance(30_000);
    expect(await deliver()).toBe(1);
    // It may have been told the first time already: it knows the key and tells nobody twice.
    expect(gateway.seen.every((seen) => seen.id === id)).toBe(true);
    expect(gateway.told.size).toBe(1);
  });

  test('never gets what is to be said in person: that waits in the list', async () => {
    const id = await queue(null);
    expect(await deliver()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts: 0, recipient_masked: '' });
    expect(gateway.seen).toEqual([]);
  });

  test('that refuses a message for good is not asked again', async () => {
    const id = await queue();
    gateway.answer = 422;
    await deliver();
    expect(await rowOf(id)).toMatchObject({ status: 'given-up', last_error: 'status 422' });
  });

  test('that stays silent gets eight tries in all', async () => {
    const id = await queue();
    gateway.answer = 500;
    for (let n = 0; n < 12; n++) {
      await deliver();
      clock.advance(3_600_000);
    }
    expect(await rowOf(id)).toMatchObject({ status: 'given-up', attempts: 8 });
  });

  test('is asked once per message by workers that run together, and again for a worker that died', async () => {
    for (let n = 0; n < 30; n++) await queue();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(gateway.seen.length).toBe(30);
    const id = await queue();
    await services.database.transact(SYSTEM_CONTEXT, (tx) =>
      // As a worker leaves it that was killed while sending.
      tx
        .updateTable('message')
        .set({ attempts: 1, next_attempt_at: new Date(clock.now().getTime() + 60_000) })
        .where('id', '=', id)
        .execute(),
    );
    expect(await deliver()).toBe(0);
    clock.advance(60_000);
    expect(await deliver()).toBe(1);
  });
});

describe('the list of messages', () => {
  test('shows those of one region, masked, page by page', async () => {
    const session = await api.signInAs((await aHolder(services, { regionCode: here })).accountId);
    for (let n = 0; n < 5; n++) await queue(`1380013800${n}`);
    await queue('13900000000', elsewhere);
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.call(listMessages, { query: { limit: 2, cursor, status: 'queued' } }, { session });
      expect(page.text).not.toMatch(/1380013800\d|13900000000/);
      all.push(...page.body.items.map(({ recipientMasked }) => recipientMasked));
      cursor = page.body.nextCursor ?? undefined;
    } while (cursor);
    expect(all.sort()).toEqual(['138****8000', '138****8001', '138****8002', '138****8003', '138****8004']);
    expect((await api.call(listMessages, { query: { limit: 2, cursor: 'nonsense' } }, { session })).problem.code).toBe(
      'INVALID_INPUT',
    );
  });
});
