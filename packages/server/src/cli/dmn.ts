import { readFileSync, statSync } from 'node:fs';
import { chainOf, dateInShanghai, findRuleDefinition, isPlainDate, type PolicySet } from '@yimen/rules';
import { StartFailure } from '../platform/runtime/index.ts';
import { DMN_VERSIONS, findDecision, loadPolicySet, readDmn, tableYaml, writeDmn } from '../policy/index.ts';
import { readOptions } from './arguments.ts';
import { required, requireFolders } from './context.ts';

/** As with expressions: the file was read, and what it holds is refused. */
const REFUSED = 2;
/** Four bytes are the most a character takes; beyond that nothing is read at all. */
const MOST_BYTES = 4_000_000;

/** Prints the table of a rule as DMN. */
export async function exportDmn(args: string[]): Promise<void> {
  const { pack, rule, on = dateInShanghai(new Date().toISOString()), dmn = '1.3', packs = [] } = dmnOptions(args);
  requireFolders(packs);
  const packId = required(pack, { zh: '--pack（政策包）', en: '--pack' });
  const id = required(rule, { zh: '--rule（规则）', en: '--rule' });
  const version = DMN_VERSIONS.find((one) => one === dmn);
  if (!version || !isPlainDate(on)) {
    throw new StartFailure({
      zh: `--on 应为日期，--dmn 应为 ${DMN_VERSIONS.join('、')}。`,
      en: `--on is a date, --dmn one of ${DMN_VERSIONS.join(', ')}.`,
    });
  }
  const set = loadPolicySet(...packs);
  const decision = findDecision(set, { packId, rule: id, on });
  if (!decision) throw noTable(set, { packId, id, on });
  process.stdout.write(writeDmn([decision], version));
}

function noTable(
  set: PolicySet,
  { packId, id, on }: { readonly packId: string; readonly id: string; readonly on: string },
): StartFailure {
  if (!set.packs.has(packId))
    return new StartFailure({ zh: `没有政策包 ${packId}。`, en: `There is no pack ${packId}.` });
  if (!findRuleDefinition(chainOf(set, packId), id))
    return new StartFailure({
      zh: `政策包 ${packId} 没有规则 ${id}。`,
      en: `There is no rule ${id} in pack ${packId}.`,
    });
  return new StartFailure({
    zh: `政策包 ${packId} 的规则 ${id} 在 ${on} 没有决策表。`,
    en: `Rule ${id} of pack ${packId} is no decision table on ${on}.`,
  });
}

function dmnOptions(args: string[]) {
  const text = { type: 'string' } as const;
  return readOptions(args, { pack: text, rule: text, on: text, dmn: text, packs: { ...text, multiple: true } });
}

/** Prints the tables of a DMN file as a pack holds them, or every reason why it is refused. */
export async function importDmn([given]: string[]): Promise<void> {
  const read = readDmn(readText(required(given, { zh: 'DMN 文件', en: 'DMN file' })));
  if (read.ok) {
    process.stdout.write(read.decisions.map(tableYaml).join('\n'));
    return;
  }
  for (const { zh, en, path, line } of read.problems)
    console.error(`${path}（第 ${line} 行 line ${line}）\n  ${zh}\n  ${en}`);
  process.exitCode = REFUSED;
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MOST_BYTES) throw new Error('too large');
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new StartFailure(
      {
        zh: `无法读取 ${path}：应为不超过 1 MB 的 UTF-8 文件。`,
        en: `Cannot read ${path}: it must be UTF-8 of at most 1 MB.`,
      },
      error,
    );
  }
}
