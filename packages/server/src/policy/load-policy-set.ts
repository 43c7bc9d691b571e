import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPackSet, NEEDED_PARAMETERS, type Pack, type PackIssue, type PolicySet } from '@yimen/rules';
import { hashPacks } from './hash-packs.ts';
import { loadPack } from './load-pack.ts';
import { PolicyLoadError } from './policy-load-error.ts';

export const POLICIES_DIRECTORY = fileURLToPath(new URL('../../../../policies', import.meta.url));

/** Reads every pack folder of one or more directories; throws PolicyLoadError with all mistakes if any. */
export function loadPolicySet(...directories: readonly string[]): PolicySet {
  const roots = directories.length === 0 ? [POLICIES_DIRECTORY] : directories;
  const loaded = roots.flatMap((root) => foldersOf(root).map((folder) => loadPack(root, folder)));
  const mistakes = loaded.flatMap((one) => one.mistakes);
  if (mistakes.length > 0) throw new PolicyLoadError(mistakes);

  const packs = new Map<string, Pack>();
  const locate = new Map<string, (issue: PackIssue) => (typeof mistakes)[number]>();
  for (const one of loaded) {
    if (!one.pack) continue;
    packs.set(one.pack.id, one.pack);
    locate.set(one.pack.id, one.locate);
  }
  const issues = checkPackSet(packs, NEEDED_PARAMETERS);
  if (issues.length > 0) {
    throw new PolicyLoadError(issues.flatMap((issue) => locate.get(issue.packId)?.(issue) ?? []));
  }
  return { version: hashPacks(packs), packs };
}

function foldersOf(root: string): readonly string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
