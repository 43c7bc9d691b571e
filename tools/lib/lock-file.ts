import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string> | undefined>;

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const PINNED = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** The package.json files and package-lock.json must say the same, and name exact versions. */
export function checkLockFile(root: string): string[] {
  const lock = readJson<{ packages: Record<string, Manifest> }>(join(root, 'package-lock.json'));
  const own = Object.keys(lock.packages).filter((path) => !path.includes('node_modules/'));
  return own.flatMap((path) => {
    const manifest = readJson<Manifest>(join(root, path, 'package.json'));
    const locked = lock.packages[path];
    const drifted = KINDS.filter((kind) => !isDeepStrictEqual(manifest[kind] ?? {}, locked?.[kind] ?? {}));
    const loose = KINDS.flatMap((kind) => Object.entries(manifest[kind] ?? {})).filter(
      ([, version]) => !PINNED.test(version),
    );
    return [
      ...drifted.map((kind) => `${join(path, 'package.json')}: ${kind} differ from package-lock.json; run npm install`),
      ...loose.map(([name, version]) => `${join(path, 'package.json')}: ${name} ${version} is not an exact version`),
    ];
  });
}

function readJson<T>(file: string): T {
  // Files that npm itself reads and writes.
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
