import { readFileSync } from 'node:fs';
import { errorCode } from './start-failure.ts';

/** A dead process that its parent has not collected yet still has its number, but is not alive. */
export function isAlive(pid: number): boolean {
  return isPidTaken(pid) && !/^State:\s+Z/m.test(readIfPresent(`/proc/${pid}/status`));
}

export function isPidTaken(pid: number): boolean {
  // Number 0 would mean our own process group.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process started, in clock ticks since boot: with the pid it names one process for good. */
export function startTicks(pid: number): string {
  // The second field is the program's name in brackets and may hold spaces.
  return (
    readIfPresent(`/proc/${pid}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ')[19] ?? ''
  );
}

export function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
