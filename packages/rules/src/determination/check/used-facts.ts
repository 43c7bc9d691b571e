import { type Core, coreParts } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Catalogue } from './catalogue.ts';

/** What an expression reads itself, and every fact it can depend on, through variables too. */
export function entriesRead(
  core: Core,
  scope: RuleScope,
  { slots }: Catalogue,
  known: ReadonlyMap<string, { readonly facts: ReadonlySet<string> }>,
): { readonly facts: ReadonlySet<string>; readonly reads: ReadonlySet<string> } {
  const reads = new Set<string>();
  const facts = new Set<string>();
  const visit = (node: Core, scopes: ReadonlyMap<number, RuleScope>): void => {
    if (node.op === 'read') {
      const entry = slots[scopeOf(node.of, scope, scopes)][node.slot];
      if (entry) reads.add(entry.id);
      if (entry?.isFact) facts.add(entry.id);
      else for (const fact of known.get(entry?.id ?? '')?.facts ?? []) facts.add(fact);
    }
    const inner = node.op === 'fold' ? new Map([...scopes, [node.loop, node.over]]) : scopes;
    for (const part of coreParts(node)) visit(part, inner);
  };
  visit(core, new Map());
  return { facts, reads };
}

/** Whose slots a binding reads. */
export function scopeOf(
  of: 'self' | 'household' | number,
  own: RuleScope,
  loops: ReadonlyMap<number, RuleScope>,
): RuleScope {
  if (of === 'household') return 'household';
  return of === 'self' ? own : (loops.get(of) ?? 'person');
}
