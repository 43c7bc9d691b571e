import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from './cache-directory.ts';

const LEFT_OUT = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.cache']);

/** The files that belong to the project, tracked or about to be. */
export function listProjectFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const listed = git.status === 0 ? git.stdout.split('\0').filter((path) => path !== '') : walk('.');
  return listed.filter((path) => existsSync(join(ROOT, path)));
}

/** Without git (an unpacked archive). */
function walk(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(dir, entry.name);
    if (!entry.isDirectory()) return [path];
    return LEFT_OUT.has(entry.name) ? [] : walk(path);
  });
}
