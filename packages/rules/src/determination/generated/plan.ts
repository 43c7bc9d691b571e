import type { CheckedRules, CheckedVariable } from '../check/check-rules.ts';
import { type Core, type CoreOf, coreParts, type Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { coreKey } from './core-key.ts';
import { withDaysOfRow } from './days-of-row.ts';
import { type RowOnly, rowOnlyOf } from './row-only.ts';

/**
 * When everything is computed for one household: block 0, loop 0, block 1, loop 1, … Blocks hold values of the
 * household, loops those of its members and events and the sums over them.
 */
export interface Plan {
  readonly rules: CheckedRules;
  readonly rowOnly: RowOnly;
  readonly steps: readonly Step[];
  readonly stages: number;
  /** Of variables by id. */
  readonly stageOf: ReadonlyMap<string, number>;
  readonly folds: ReadonlyMap<string, FoldStep>;
}

export type Step = VariableStep | FoldStep;

export interface VariableStep {
  readonly kind: 'variable';
  readonly stage: number;
  readonly variable: CheckedVariable;
}

export interface FoldStep {
  readonly kind: 'fold';
  /** The loop it is summed in; its result is there from the next block on. */
  readonly stage: number;
  readonly name: string;
  readonly core: CoreOf<'fold'>;
}

/** Only what the recorded variables need. */
export function planOf(rules: CheckedRules, recorded: ReadonlySet<string>): Plan {
  const rowOnly = rowOnlyOf(rules);
  const byPlace = new Map(rules.variables.map((one) => [`${one.entry.on} ${one.entry.slot}`, one]));
  const needed = neededFor(rules, recorded);
  const steps: Step[] = [];
  const stageOf = new Map<string, number>();
  const folds = new Map<string, FoldStep>();

  function stageOfRead(on: RuleScope, slot: number, isNested: boolean): number {
    const stage = stageOf.get(byPlace.get(`${on} ${slot}`)?.entry.id ?? '');
    if (stage === undefined) return 0;
    // An inner loop visits every member, so their values must be there before.
    return isNested ? stage + 1 : stage;
  }

  /** The earliest stage at which all that is read is there. */
  function earliest(core: Core, own: RuleScope, loops: ReadonlyMap<number, Group>, outer: number | null): number {
    if (core.op === 'fold' && isHeadCount(core)) return 0;
    if (core.op === 'fold' && outer === null) return foldStep(core).stage + 1;
    if (core.op === 'read') {
      if (core.of === 'household') return stageOfRead('household', core.slot, false);
      if (core.of === 'self') return stageOfRead(own, core.slot, false);
      return stageOfRead(loops.get(core.of) ?? 'person', core.slot, core.of !== outer);
    }
    const inner = core.op === 'fold' ? new Map([...loops, [core.loop, core.over] as const]) : loops;
    return Math.max(0, ...coreParts(core).map((part) => earliest(part, own, inner, outer)));
  }

  function foldStep(core: CoreOf<'fold'>): FoldStep {
    const key = coreKey(core);
    const found = folds.get(key);
    if (found) return found;
    const loops = new Map([[core.loop, core.over]]);
    const stages = coreParts(core).map((part) => earliest(part, 'household', loops, core.loop));
    const step: FoldStep = { kind: 'fold', stage: Math.max(0, ...stages), name: `a${folds.size}`, core };
    folds.set(key, step);
    steps.push(step);
    return step;
  }

  for (const variable of rules.variables) {
    const { id, on } = variable.entry;
    if (!needed.has(id)) continue;
    const isOfRow = rowOnly.isRowOnly(variable.core, on, new Map());
    if (isOfRow && !recorded.has(id)) continue;
    const core = withDaysOfRow(variable.core, (part, loops) => rowOnly.isRowOnly(part, on, loops));
    const stage = isOfRow ? 0 : earliest(core, on, new Map(), null);
    stageOf.set(id, stage);
    steps.push({ kind: 'variable', stage, variable: { ...variable, core } });
  }
  const stages = 1 + Math.max(0, ...steps.map(({ stage }) => stage));
  return { rules, rowOnly, steps, stages, stageOf, folds };
}

/** `count(members)` needs no loop. */
export function isHeadCount({ fold, condition, body }: CoreOf<'fold'>): boolean {
  return fold === 'sum' && condition === null && body.op === 'constant' && body.value === 1;
}

function neededFor(rules: CheckedRules, recorded: ReadonlySet<string>): ReadonlySet<string> {
  const needed = new Set(recorded);
  for (const { entry, reads } of rules.variables.toReversed()) {
    if (needed.has(entry.id)) for (const id of reads) needed.add(id);
  }
  return needed;
}
