import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type * as contract from '@yimen/contracts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';

const PATIENCE_MS = 90_000;

type Command<R extends contract.Route> = {
  readonly route: R;
  readonly login: string;
  readonly params?: Record<string, string>;
  readonly body: unknown;
};

/** One key for one act, sent again until somebody answers for it: as the web pages and a phone without signal do. */
export async function send<R extends contract.Route>(
  rig: Rig,
  ledger: Ledger,
  command: Command<R>,
): Promise<contract.ResponseOf<R> | undefined> {
  const { route, login, params = {}, body } = command;
  const key = randomUUID();
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
  const { token } = await rig.county.as(login);
  const headers = {
    // A file of the bank is sent as it is.
    'content-type': typeof body === 'string' ? 'text/csv' : 'application/json',
    'idempotency-key': key,
    'x-yimen-csrf': '1',
    cookie: `yimen_session=${token}`,
  };
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    const answer = await fetch(`${rig.url}/api${path}`, {
      method: route.method,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      // Nobody there, or gone in the middle of the answer.
      .catch(() => undefined);
    if (answer?.status === 200) {
      ledger.commands[route.id] = (ledger.commands[route.id] ?? 0) + 1;
      // The api answers by its contract; of a file only its coming counts.
      return (route.produces ? {} : JSON.parse(answer.text)) as contract.ResponseOf<R>;
    }
    if (answer && answer.status < 500) {
      ledger.surprises.push(`${route.id} ${answer.status} ${/"code":"(\w+)"/.exec(answer.text)?.[1] ?? ''}`);
      return undefined;
    }
    if (answer?.status === 500) ledger.surprises.push(`${route.id} 500`);
    ledger.retries += 1;
    await delay(100);
  }
  ledger.surprises.push(`${route.id} was never answered`);
  return undefined;
}
