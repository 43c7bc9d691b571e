import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { errorCode, StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

const MIB = 1024 * 1024;
const DEFAULT_FLOOR_MB = 512;

/** Creates the data directory if needed and proves that this user can write there and that there is room. */
export function prepareDataDirectory(dataDir: string): string {
  const dir = resolve(dataDir);
  const probe = join(dir, `.write-probe-${process.pid}`);
  try {
    const isNew = !existsSync(dir);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (isNew) chmodSync(dir, 0o700);
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw new StartFailure(startMessages.diskFull(dir), error);
    throw new StartFailure(startMessages.dataDirNotWritable(dir, currentUser()), error);
  }
  requireFreeDisk(dir);
  return realpathSync(dir);
}

/** PostgreSQL panics when the disk is full, so nothing starts below a floor (`YIMEN_MIN_FREE_MB`). */
export function requireFreeDisk(dir: string): void {
  const floorMb = Number(process.env['YIMEN_MIN_FREE_MB'] ?? DEFAULT_FLOOR_MB);
  const freeMb = Math.floor(freeDiskBytes(dir) / MIB);
  if (freeMb < floorMb) throw new StartFailure(startMessages.diskTooFull(dir, freeMb, floorMb));
}

export function freeDiskBytes(dir: string): number {
  const disk = statfsSync(dir);
  return disk.bavail * disk.bsize;
}

export function ownerOf(path: string): number {
  return statSync(path).uid;
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a uid without a passwd entry.
    return String(process.getuid?.() ?? '?');
  }
}
