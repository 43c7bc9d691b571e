import { fileURLToPath } from 'node:url';
import {
  chainOf,
  changesRules,
  checkPackSet,
  checkPlaceRules,
  checkUnread,
  NEEDED_PARAMETERS,
  PARAMETERS_READ_BY_CODE,
  type Pack,
  type PackIssue,
  type PolicySet,
} from '@yimen/rules';
import { checkedBefore } from './checked-before.ts';
import { hashPacks } from './hash-packs.ts';
import { type LoadedPack, loadPack } from './load-pack.ts';
import { foldersOf } from './pack-folders.ts';
import { PolicyLoadError, type PolicyMistake } from './policy-load-error.ts';

export const POLICIES_DIRECTORY = fileURLToPath(new URL('../../../../policies', import.meta.url));

/** Reads every pack folder of one or more directories; throws PolicyLoadError with all mistakes if any. */
export function loadPolicySet(...directories: readonly string[]): PolicySet {
  const roots = rootsOf(directories);
  return checkedBefore(roots, () => readPolicySet(...roots));
}

/** Without any, the packs of the product. */
export function rootsOf(directories: readonly string[]): readonly string[] {
  return directories.length === 0 ? [POLICIES_DIRECTORY] : directories;
}

/** As loadPolicySet, whatever was checked before. */
export function readPolicySet(...roots: readonly string[]): PolicySet {
  const loaded = roots.flatMap((root) => foldersOf(root).map((folder) => loadPack(root, folder)));
  const mistakes = [...loaded.flatMap((one) => one.mistakes), ...doublesOf(loaded)];
  if (mistakes.length > 0) throw new PolicyLoadError(mistakes);

  const packs = new Map<string, Pack>();
  const locate = new Map<string, (issue: PackIssue) => PolicyMistake>();
  for (const one of loaded) {
    if (!one.pack) continue;
    packs.set(one.pack.id, one.pack);
    locate.set(one.pack.id, one.locate);
  }
  refuse(checkPackSet(packs, NEEDED_PARAMETERS), locate);
  refuse(
    [...packs.values()].filter(changesRules).flatMap((pack) => checkPlaceRules(chainOf({ packs }, pack.id))),
    locate,
  );
  // What a misspelt name in a rule leaves unread is told last: the rule is the mistake.
  refuse(checkUnread(packs, PARAMETERS_READ_BY_CODE), locate);
  return { version: hashPacks(packs), packs };
}

/** The same mistake shows in every place below the pack that made it: said once. */
function refuse(issues: readonly PackIssue[], locate: ReadonlyMap<string, (issue: PackIssue) => PolicyMistake>): void {
  const mistakes = issues.flatMap((issue) => locate.get(issue.packId)?.(issue) ?? []);
  const once = new Map(mistakes.map((mistake) => [`${mistake.file}:${mistake.line}: ${mistake.reason}`, mistake]));
  if (once.size > 0) throw new PolicyLoadError([...once.values()]);
}

/** Two directories may not both hold a pack: the later one would hide the earlier. */
function doublesOf(loaded: readonly LoadedPack[]): readonly PolicyMistake[] {
  const ids = loaded.map((one) => one.pack?.id);
  const doubled = loaded.filter((one, index) => one.pack && ids.indexOf(one.pack.id) !== index);
  return doubled.map((one) => {
    const packId = one.pack?.id ?? '';
    const reason = { zh: `有两个政策包 ${packId}`, en: `there are two packs ${packId}` };
    return one.locate({ packId, file: 'pack', path: ['id'], reason });
  });
}
