import type { CheckedRules } from '../check/check-rules.ts';
import { scopeOf } from '../check/used-facts.ts';
import { type Core, type CoreOf, coreParts } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';

/** Which parts depend on parameters and the day alone: computed once per place and day, not per household. */
export interface RowOnly {
  readonly isRowOnly: (core: Core, own: RuleScope, loops: Loops) => boolean;
  /** The same with every variable read at its place among those of the row. */
  readonly onRow: (core: Core, own: RuleScope, loops: Loops) => Core;
  /** The variables that depend on the row alone, each after those it reads; each reads as `onRow` has it. */
  readonly variables: readonly Core[];
}

/** Whose element each loop around a part is at. */
export type Loops = ReadonlyMap<number, RuleScope>;

export function rowOnlyOf(rules: CheckedRules): RowOnly {
  const cores = new Map(rules.variables.map(({ entry, core }) => [`${entry.on} ${entry.slot}`, { core, entry }]));
  const known = new Map<string, boolean>();
  const variableAt = ({ of, slot }: CoreOf<'read'>, own: RuleScope, loops: Loops) =>
    cores.get(`${scopeOf(of, own, loops)} ${slot}`);

  function isOfRow(core: Core, own: RuleScope, loops: Loops): boolean {
    if (core.op === 'fold') return false;
    if (core.op !== 'read') return coreParts(core).every((part) => isOfRow(part, own, loops));
    const variable = variableAt(core, own, loops);
    if (!variable) return false;
    const { id, on } = variable.entry;
    const answer = known.get(id) ?? isOfRow(variable.core, on, new Map());
    known.set(id, answer);
    return answer;
  }

  const places = new Map<string, number>();
  const variables: Core[] = [];

  function onRow(core: Core, own: RuleScope, loops: Loops): Core {
    if (core.op !== 'read') return withParts(core, (part) => onRow(part, own, loops));
    const place = places.get(variableAt(core, own, loops)?.entry.id ?? '');
    return place === undefined ? core : { ...core, slot: place, of: 'household' };
  }

  for (const { entry, core } of rules.variables) {
    if (!isOfRow(core, entry.on, new Map())) continue;
    places.set(entry.id, variables.push(onRow(core, entry.on, new Map())) - 1);
  }
  /** Asked of every part on the way down, again and again; a part belongs to one rule and stands in the same loops. */
  const asked = new WeakMap<Core, boolean>();
  function isRowOnly(core: Core, own: RuleScope, loops: Loops): boolean {
    const found = asked.get(core);
    if (found !== undefined) return found;
    const answer = !hasFreeCell(core, new Set()) && isOfRow(core, own, loops);
    asked.set(core, answer);
    return answer;
  }

  return {
    isRowOnly,
    onRow,
    variables,
  };
}

/** A cell belongs to the lookup around it. */
function hasFreeCell(core: Core, bound: ReadonlySet<number>): boolean {
  if (core.op === 'cell') return !bound.has(core.loop);
  const inner = core.op === 'lookup' ? new Set([...bound, core.loop]) : bound;
  return coreParts(core).some((part) => hasFreeCell(part, inner));
}

/** The same made of other parts. */
export function withParts(core: Core, change: (part: Core) => Core): Core {
  switch (core.op) {
    case 'constant':
    case 'unknown':
    case 'today':
    case 'parameter':
    case 'read':
    case 'cell':
      return core;
    case 'arithmetic':
    case 'divide':
    case 'compare':
    case 'logic':
    case 'date':
      return { ...core, left: change(core.left), right: change(core.right) };
    case 'not':
      return { ...core, operand: change(core.operand) };
    case 'if': {
      const [condition, then, otherwise] = [change(core.condition), change(core.then), change(core.otherwise)];
      return { ...core, condition, then, otherwise };
    }
    case 'fold':
      return { ...core, condition: core.condition && change(core.condition), body: change(core.body) };
    case 'lookup':
      return { ...core, condition: change(core.condition) };
    case 'listed':
      return { ...core, value: change(core.value) };
  }
}
