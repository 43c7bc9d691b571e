import { scopeOf } from '../check/used-facts.ts';
import { type Core, coreParts } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Plan, Step } from './plan.ts';
import type { Loops } from './row-only.ts';

/**
 * Facts and variables that are read at one place only, there once for each element: their text can stand where it is
 * read, so that a branch that is not taken costs nothing.
 */
export function singleReads({ steps, stageOf, rules }: Plan): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const add = (id: string, count: number) => counts.set(id, (counts.get(id) ?? 0) + count);

  function visit(core: Core, step: Step, loops: Loops, isOnce: boolean): void {
    if (core.op === 'read') {
      const own: RuleScope = step.kind === 'fold' ? 'household' : step.variable.entry.on;
      const scope = scopeOf(core.of, own, loops);
      const entry = rules.catalogue.slots[scope][core.slot];
      if (!entry) return;
      const element = step.kind === 'fold' ? core.of === step.core.loop : scope === own;
      const stage = stageOf.get(entry.id);
      const isHere = element && isOnce && (stage === undefined || stage === step.stage);
      add(entry.id, isHere ? 1 : 2);
      return;
    }
    // A sum of the household's is a step of its own, which is visited as such.
    if (core.op === 'fold' && step.kind === 'variable') return;
    const inner = core.op === 'fold' ? new Map([...loops, [core.loop, core.over] as const]) : loops;
    const isRepeated = core.op === 'fold' || core.op === 'lookup' || core.op === 'listed';
    for (const part of coreParts(core)) visit(part, step, inner, isOnce && !isRepeated);
  }

  for (const step of steps) {
    if (step.kind === 'variable') {
      visit(step.variable.core, step, new Map(), true);
      continue;
    }
    const loops = new Map([[step.core.loop, step.core.over]]);
    for (const part of coreParts(step.core)) visit(part, step, loops, true);
  }
  return new Set([...counts].filter(([, count]) => count === 1).map(([id]) => id));
}
