import { existsSync } from 'node:fs';
import { comparePacks, createRulebook, generatedFor, type PolicySet } from '@yimen/rules';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import {
  findVersionBeginning,
  loadPolicySet,
  PolicyLoadError,
  type PolicyMistake,
  valueCautions,
  vectorMistakes,
} from '../policy/index.ts';
import { noFolder, required, requireFolders, say, withServices } from './context.ts';

/**
 * Reads the packs and runs their worked examples; exit code 1 with every mistake as `file:line: reason`. Figures that are
 * far off are told and pass.
 */
export async function validatePacks(folders: string[]): Promise<void> {
  requireFolders(folders);
  const set = loaded(folders);
  if (!set) return;
  const mistakes = vectorMistakes(set, folders, RULEBOOK);
  const count = [...set.packs.values()].reduce((sum, pack) => sum + pack.vectors.length, 0);
  const failed = new Set(mistakes.map(({ vector }) => vector)).size;
  print(mistakes);
  print(valueCautions(set, folders));
  if (failed > 0) process.exitCode = 1;
  say(
    `政策包 ${set.packs.size} 个，验算例 ${count} 个，不通过 ${failed} 个，版本 ${set.version}。`,
    `${set.packs.size} packs, ${count} worked examples, ${failed} failed, version ${set.version}.`,
  );
}

const RULEBOOK = createRulebook(generatedFor);

function loaded(folders: readonly string[]): PolicySet | undefined {
  try {
    return loadPolicySet(...folders);
  } catch (error) {
    if (!(error instanceof PolicyLoadError)) throw error;
    print(error.mistakes);
    say(
      `共 ${error.mistakes.length} 处错误。`,
      error.mistakes.length === 1 ? '1 mistake.' : `${error.mistakes.length} mistakes.`,
    );
    process.exitCode = 1;
    return undefined;
  }
}

function print(mistakes: readonly PolicyMistake[]): void {
  for (const { file, line, reason } of mistakes) console.log(`${file}:${line}: ${reason}`);
}

/** Who set what, from when, between two folders or two versions this installation has used. */
export async function diffPacks(args: string[]): Promise<void> {
  const [before, after] = [await setOf(args[0]), await setOf(args[1])];
  const differences = comparePacks(before, after);
  if (differences.length === 0) return say('没有差别。', 'No difference.');
  for (const { zh, en } of differences) say(zh, en);
}

async function setOf(given: string | undefined): Promise<PolicySet> {
  const which = required(given, { zh: '两个目录或版本', en: 'two folders or versions' });
  if (existsSync(which)) {
    requireFolders([which]);
    return loadPolicySet(which);
  }
  // Only a version is looked for among those of the installation, which would be set up for it otherwise.
  if (!VERSION.test(which)) throw noFolder(which);
  const found = await withServices((services) =>
    services.database.transact(SYSTEM_CONTEXT, (tx) => findVersionBeginning(tx, which)),
  );
  if (!found)
    throw new StartFailure({ zh: `没有目录或版本 ${which}。`, en: `There is no folder or version ${which}.` });
  return found;
}

/** A content hash, or as much of it as is printed. */
const VERSION = /^[0-9a-f]{8,64}$/;
