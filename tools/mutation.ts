import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/cache-directory.ts';

/** `npm run mutation -- --mutate 'packages/rules/src/calendar/*.ts'`: docs/mutation.md. */
const own = join('tools', 'mutation');
const stryker = join(own, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

// A package of its own, because only this command needs it.
const isReady = existsSync(join(ROOT, stryker)) || run('npm', ['ci', '--prefix', own, '--loglevel=error']);
const isDone =
  isReady && run(process.execPath, [stryker, 'run', join(own, 'stryker.config.json'), ...process.argv.slice(2)]);
process.exitCode = isDone ? 0 : 1;

function run(program: string, args: string[]): boolean {
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}
