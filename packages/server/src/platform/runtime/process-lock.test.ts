import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeProcessLock } from './process-lock.ts';

const dir = mkdtempSync(join(tmpdir(), 'yimen-lock-'));
const file = join(dir, 'lock');

afterAll(() => rmSync(dir, { recursive: true }));

test('only one living process holds the lock', () => {
  const first = takeProcessLock(file);
  expect(first.isMine).toBe(true);
  expect(takeProcessLock(file)).toEqual({ isMine: false, holder: process.pid });
  if (first.isMine) first.release();
  const again = takeProcessLock(file);
  expect(again.isMine).toBe(true);
  if (again.isMine) again.release();
});

test('the lock of a dead process, or of a number now used by another program, is void', () => {
  const { pid } = spawnSync('true');
  for (const stale of [`${pid} 1`, `${process.pid} 1`, '']) {
    writeFileSync(file, stale);
    const lock = takeProcessLock(file);
    expect(lock.isMine).toBe(true);
    if (lock.isMine) lock.release();
  }
});
