import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Where built and unpacked things are kept: in node_modules, or in /tmp when that belongs to somebody else. */
export function cacheDirectory(name: string): string {
  const candidates = [
    join(ROOT, 'node_modules', '.cache', 'yimen', name),
    join(tmpdir(), `yimen-cache-${process.getuid?.() ?? 0}`, name),
  ];
  const usable = candidates.find(isUsable);
  if (usable === undefined) throw new Error(`no writable directory among ${candidates.join(', ')}`);
  return usable;
}

function isUsable(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    // Not ours: try the next one.
    return false;
  }
}
