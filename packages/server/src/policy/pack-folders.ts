import { readdirSync } from 'node:fs';

/** A folder of packs holds each in a folder of its own. */
export function foldersOf(root: string): readonly string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
