import { statfsSync } from 'node:fs';

const MIB = 1024 * 1024;
const FRESH_MS = 5000;

/** Tells whether there is room to write; asks the disk at most every five seconds. */
export function watchDisk(dir: string, minFreeMb: number): () => boolean {
  let askedAt = Number.NEGATIVE_INFINITY;
  let hasRoom = true;
  return () => {
    const now = performance.now();
    if (now - askedAt < FRESH_MS) return hasRoom;
    askedAt = now;
    const disk = statfsSync(dir);
    hasRoom = (disk.bavail * disk.bsize) / MIB >= minFreeMb;
    return hasRoom;
  };
}
