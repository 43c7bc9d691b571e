import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack, PolicySet } from '@yimen/rules';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const KEPT_IN = join(ROOT, 'node_modules/.cache/yimen/policies');
/** What reads and checks packs: other code may find other mistakes. */
const CODE = ['packages/rules/src', 'packages/server/src/policy'].map((path) => join(ROOT, path));

/**
 * Reading and checking hundreds of rules for every place and day takes seconds. The same files checked by the same code
 * are taken as they were; every other byte has another name here, and what was refused is never kept.
 */
export function checkedBefore(directories: readonly string[], check: () => PolicySet): PolicySet {
  const path = join(KEPT_IN, `${digestOf([...directories, ...CODE])}.json`);
  const kept = readKept(path);
  if (kept) return kept;
  const set = check();
  keep(path, set);
  return set;
}

function digestOf(directories: readonly string[]): string {
  const hash = createHash('sha256').update(directories.join('\n'));
  for (const directory of directories) {
    for (const name of filesIn(directory)) {
      hash.update(`\n${name}\n`);
      const path = join(directory, name);
      // What is a folder, and no file, is found when it is read.
      if (statSync(path).isFile()) hash.update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .sort();
}

function readKept(path: string): PolicySet | undefined {
  try {
    // Written below, from a set; a file cut short is no JSON.
    const { version, packs }: { version: string; packs: readonly Pack[] } = JSON.parse(readFileSync(path, 'utf8'));
    return { version, packs: new Map(packs.map((pack) => [pack.id, pack])) };
  } catch {
    // Not there yet, or not whole: it is made again.
    return undefined;
  }
}

function keep(path: string, { version, packs }: PolicySet): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(KEPT_IN, { recursive: true });
    writeFileSync(unfinished, JSON.stringify({ version, packs: [...packs.values()] }));
    renameSync(unfinished, path);
  } catch {
    // node_modules of another user: then it is checked at every start.
  }
}
