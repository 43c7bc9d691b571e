import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectErrors } from './collect-errors.ts';

test('of all that is logged only unexpected errors are kept, each kind once', async () => {
  const errors = collectErrors();
  const log = new PassThrough();
  errors.read(log);
  const lines = [
    { level: 30, time: 1, msg: 'api ready' },
    { level: 50, time: 2, reqId: 'a', route: 'approve-grant', status: 503, msg: 'request failed' },
    { level: 50, time: 3, reqId: 'b', route: 'approve-grant', status: 500, msg: 'request failed' },
    { level: 50, time: 4, reqId: 'c', route: 'approve-grant', status: 500, msg: 'request failed' },
  ];
  log.end(`${lines.map((line) => JSON.stringify(line)).join('\n')}\nno log line\n{"level":50,"cut`);
  await turn();
  expect(errors.list()).toEqual(['2× {"level":50,"route":"approve-grant","status":500,"msg":"request failed"}']);
});
