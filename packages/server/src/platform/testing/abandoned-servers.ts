import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLockHeld, stopAbandonedPostgres } from '../runtime/index.ts';

export const TEST_SERVER_PREFIX = 'yimen-test-server-';

// A run that is just copying its files holds no lock yet.
const YOUNG_MS = 60_000;

/** A test run that was killed leaves its server behind: the next run clears it away. */
export async function removeAbandonedServers(): Promise<void> {
  const dirs = readdirSync(tmpdir())
    .filter((name) => name.startsWith(TEST_SERVER_PREFIX))
    .map((name) => join(tmpdir(), name));
  for (const dir of dirs) if (isAbandoned(dir)) await remove(dir);
}

function isAbandoned(dir: string): boolean {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found === undefined || found.uid !== process.getuid?.()) return false;
  return Date.now() - found.ctimeMs > YOUNG_MS && !isLockHeld(dir);
}

async function remove(dir: string): Promise<void> {
  await stopAbandonedPostgres(dir);
  rmSync(dir, { recursive: true, force: true });
}
