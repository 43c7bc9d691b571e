import { existsSync } from 'node:fs';
import { type DeterminationRecord, type Difference, ENGINE_VERSION, replay } from '@yimen/rules';
import { replayAssessment } from '../assessment/index.ts';
import { SYSTEM_CONTEXT } from '../platform/db/access-context.ts';
import { StartFailure } from '../platform/runtime/index.ts';
import { loadPolicySet } from '../policy/index.ts';
import { required, say, withServices } from './context.ts';
import { readJsonFile } from './household-file.ts';

/** An assessment by its id, or a record in a file with the packs on disk; exit code 1 where it comes out otherwise. */
export async function replayRecord([given, ...folders]: string[]): Promise<void> {
  const which = required(given, { zh: '评估编号或记录文件', en: 'id of an assessment, or file of a record' });
  const result = existsSync(which) ? replayFile(which, folders) : await replayStored(which);
  if (result.identical) return say('重算结果完全一致。', 'Identical, byte for byte.');
  if (result.sameResults && result.engineVersion !== ENGINE_VERSION)
    return say(
      `结论、金额和各项数值都一致。记录由第 ${result.engineVersion} 版计算程序作出，现在是第 ${ENGINE_VERSION} 版，说明的写法改过，不再逐字比较，以记录里的为准。`,
      `Outcomes, amounts and values are the same. Version ${result.engineVersion} of the engine made the record and this is version ${ENGINE_VERSION}: what it says in explanation is worded otherwise and was not compared; the record’s own words stand.`,
    );
  say(`有 ${result.differences.length} 处不同：`, `Different in ${result.differences.length} places:`);
  for (const { path, recorded, replayed } of result.differences)
    console.log(`  ${path}: ${JSON.stringify(recorded)} → ${JSON.stringify(replayed)}`);
  process.exitCode = 1;
}

interface Result {
  readonly identical: boolean;
  readonly sameResults: boolean;
  readonly engineVersion: number;
  readonly differences: readonly Difference[];
}

async function replayStored(id: string): Promise<Result> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new StartFailure({ zh: `没有文件 ${id}。`, en: `There is no file ${id}.` });
  const found = await withServices((services) =>
    services.database.transact(SYSTEM_CONTEXT, (tx) => replayAssessment(services, tx, id)),
  );
  // The contract leaves what differs open; here it is only printed.
  return { ...found, differences: found.differences as readonly Difference[] };
}

function replayFile(path: string, folders: readonly string[]): Result {
  // Whatever else it holds comes out as a difference.
  const record = readJsonFile(path) as DeterminationRecord;
  const set = loadPolicySet(...folders);
  if (record.policyVersion !== set.version)
    throw new StartFailure({
      zh: `记录所用的政策版本是 ${record.policyVersion}，这里是 ${set.version}。`,
      en: `The record was made by policy ${record.policyVersion}; these packs are ${set.version}.`,
    });
  const { engineVersion } = record;
  const again = replay(record, set);
  return again.identical
    ? { ...again, sameResults: true, engineVersion, differences: [] }
    : { ...again, engineVersion };
}
