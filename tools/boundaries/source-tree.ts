import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Import, readImports } from './read-imports.ts';
import { stripComments } from './strip-comments.ts';

export type Source = {
  /** From the root of the repository, with forward slashes. */
  path: string;
  code: string;
  imports: Import[];
  /** rules, contracts, server…; undefined for tools, e2e, bench. */
  pack: string | undefined;
  /** The first folder below src; undefined for files directly in src. */
  folder: string | undefined;
  name: string;
  isTest: boolean;
};

export type Tree = ReadonlyMap<string, Source>;

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache']);

export function readTree(root: string, tops: string[]): Tree {
  const paths = tops.flatMap((top) => listFiles(root, top));
  return makeTree(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

export function makeTree(texts: Record<string, string>): Tree {
  return new Map(Object.entries(texts).map(([path, text]) => [path, makeSource(path, text)]));
}

/** Where an import leads inside the tree; undefined for npm packages and Node's own modules. */
export function resolveImport(from: Source, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from.path), specifier));
  const own = /^@yimen\/([a-z]+)/.exec(specifier)?.[1];
  return own === undefined ? undefined : `packages/${own}/src/index.ts`;
}

export function packOf(path: string): string | undefined {
  return /^packages\/([^/]+)\//.exec(path)?.[1];
}

export function folderOf(path: string): string | undefined {
  return /^packages\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1];
}

function makeSource(path: string, text: string): Source {
  const code = stripComments(text);
  return {
    path,
    code,
    imports: readImports(code),
    pack: packOf(path),
    folder: folderOf(path),
    name: posix.basename(path),
    isTest: /\.test\.tsx?$/.test(path) || /\/(testing|tests?)\//.test(path),
  };
}

function listFiles(root: string, dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(dir, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : listFiles(root, path);
    return /\.(ts|tsx|mts)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
