import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRotatingLog } from './rotating-log.ts';

const dir = mkdtempSync(join(tmpdir(), 'yimen-log-'));
const line = Buffer.from('line\n');

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a full disk stops no service and is said once', () => {
  const said: string[] = [];
  // The device that always answers ENOSPC.
  const write = openRotatingLog('/dev/full', (text) => said.push(text));
  for (let times = 0; times < 3; times += 1) write(line);
  expect(said).toEqual([expect.stringContaining('ENOSPC')]);
});

test('once there is room again the log goes on, and the next loss is said anew', () => {
  const said: string[] = [];
  const file = join(dir, 'again.log');
  const write = openRotatingLog(file, (text) => said.push(text));
  const blocked = () => {
    mkdirSync(file);
    write(line);
    write(line);
    rmdirSync(file);
  };
  blocked();
  write(line);
  expect(readFileSync(file, 'utf8')).toBe('line\n');
  rmSync(file);
  blocked();
  expect(said).toHaveLength(2);
});

test('a log keeps five older parts of at most 20 MB each', () => {
  const write = openRotatingLog(join(dir, 'yimen.log'), () => undefined);
  const chunk = Buffer.alloc(11 * 1024 * 1024, 'x');
  for (let times = 0; times < 8; times += 1) write(chunk);
  const parts = readdirSync(dir).filter((name) => name.startsWith('yimen.log'));
  expect(parts.toSorted()).toEqual(['yimen.log', ...[1, 2, 3, 4, 5].map((number) => `yimen.log.${number}`)]);
  expect(statSync(join(dir, 'yimen.log')).size).toBe(chunk.length);
});
