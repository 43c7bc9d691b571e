import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, readIfPresent, startTicks } from './process-table.ts';
import { errorCode } from './start-failure.ts';

export type ProcessLock = { isMine: true; release: () => void } | { isMine: false; holder: number };

/** A file naming the one process that may do something; the lock of a dead process is void. */
export function takeProcessLock(file: string): ProcessLock {
  const own = `${process.pid} ${startTicks(process.pid)}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    for (;;) {
      if (tryLink(draft, file)) return { isMine: true, release: () => release(file, own) };
      const holder = lockHolder(file);
      if (holder !== undefined) return { isMine: false, holder };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

export function lockHolder(file: string): number | undefined {
  const [pid = '', ticks = ''] = readIfPresent(file).trim().split(' ');
  return isAlive(Number(pid)) && startTicks(Number(pid)) === ticks ? Number(pid) : undefined;
}

/** A hard link appears whole or not at all. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

function release(file: string, own: string): void {
  if (readIfPresent(file) === own) rmSync(file, { force: true });
}
