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
      issues.push({ packId: pack.id, file: 'pack', path, reason: `there is no pack ${pack.inherits}` });
    } else if (chainOf({ packs }, pack.id).at(-1)?.inherits !== null) {
      issues.push({ packId: pack.id, file: 'pack', path, reason: 'the inheritance goes round in a circle' });
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
      const reason = `region ${prefix} already belongs to pack ${other?.id}`;
      if (other) issues.push({ packId: pack.id, file: 'pack', path: ['regions', index], reason });
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
    const what = definition ? `unit ${wanted.unit} and columns ${(wanted.columns ?? []).join(', ')}` : 'a definition';
    return [
      { packId: top.id, file: 'parameters' as const, path: [], reason: `the rules need ${wanted.id} with ${what}` },
    ];
  });
}
