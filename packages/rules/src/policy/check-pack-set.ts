import { nearestName } from '../determination/check/nearest-name.ts';
import type { Text } from '../text.ts';
import { checkPack } from './check-pack.ts';
import { checkParameters } from './check-parameters.ts';
import { checkRuleDefinitions } from './check-rule-definitions.ts';
import type { Pack, PackChain, PolicySet } from './pack.ts';
import type { NeededParameter, PackIssue } from './pack-issue.ts';
import { chainOf } from './policy-on.ts';

/** Everything that can be wrong between the files and packs of a set; empty when it may be used. */
export function checkPackSet(packs: PolicySet['packs'], needed: readonly NeededParameter[] = []): readonly PackIssue[] {
  const issues: PackIssue[] = [...checkInheritance(packs), ...checkRegions(packs)];
  if (issues.length > 0) return issues;
  for (const pack of packs.values()) {
    const chain = chainOf({ packs }, pack.id);
    issues.push(...checkParameters(pack, chain), ...checkRuleDefinitions(pack, chain), ...checkPack(pack, chain));
    if (pack.inherits === null) issues.push(...checkNeeded(chain, needed));
  }
  return issues;
}

function checkInheritance(packs: PolicySet['packs']): readonly PackIssue[] {
  const issues: PackIssue[] = [];
  for (const pack of packs.values()) {
    const path = ['inherits'];
    if (pack.inherits !== null && !packs.has(pack.inherits)) {
      issues.push({ packId: pack.id, file: 'pack', path, reason: noPack(pack.inherits, [...packs.keys()]) });
    } else if (chainOf({ packs }, pack.id).at(-1)?.inherits !== null) {
      issues.push({ packId: pack.id, file: 'pack', path, reason: CIRCLE });
    }
  }
  return issues;
}

function checkRegions(packs: PolicySet['packs']): readonly PackIssue[] {
  const owner = new Map<string, Pack>();
  const issues: PackIssue[] = [];
  for (const pack of packs.values()) {
    for (const [index, prefix] of pack.regions.entries()) {
      const other = owner.get(prefix);
      if (other)
        issues.push({ packId: pack.id, file: 'pack', path: ['regions', index], reason: takenBy(other.id, prefix) });
      owner.set(prefix, pack);
    }
  }
  return issues;
}

function checkNeeded(chain: PackChain, needed: readonly NeededParameter[]): readonly PackIssue[] {
  const top = chain[0];
  if (!top) return [];
  return needed.flatMap((wanted) => {
    const definition = top.parameters.find((parameter) => parameter.id === wanted.id)?.definition;
    const columns = definition?.columns.map((column) => column.id) ?? [];
    const missing = (wanted.columns ?? []).filter((column) => !columns.includes(column));
    if (definition?.unit === wanted.unit && missing.length === 0) return [];
    const reason = needs(wanted, Boolean(definition));
    return [{ packId: top.id, file: 'parameters' as const, path: [], reason }];
  });
}

function noPack(id: string, known: readonly string[]): Text {
  const meant = nearestName(id, known);
  if (meant) return { zh: `没有政策包 ${id}，是否指 ${meant}`, en: `there is no pack ${id}; did you mean ${meant}` };
  return {
    zh: `没有政策包 ${id}，请把它所在的目录一并给出`,
    en: `there is no pack ${id}: give the folder that holds it too`,
  };
}

const CIRCLE: Text = { zh: '上下级政策包绕成了圈', en: 'the inheritance goes round in a circle' };

function takenBy(packId: string, prefix: string): Text {
  return { zh: `区划 ${prefix} 已属于政策包 ${packId}`, en: `region ${prefix} already belongs to pack ${packId}` };
}

function needs({ id, unit, columns = [] }: NeededParameter, isDefined: boolean): Text {
  const list = columns.join(', ');
  return isDefined
    ? {
        zh: `程序需要 ${id} 的单位为 ${unit}、列为 ${list}`,
        en: `the rules need ${id} with unit ${unit} and columns ${list}`,
      }
    : { zh: `程序需要 ${id} 的定义`, en: `the rules need ${id} with a definition` };
}
