import { type Core, type CoreOf, coreParts, someCore } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { type Compute, type Cursor, compileCore, type Frame } from '../run/compile-core.ts';
import { coreKey } from './core-key.ts';
import type { Plan } from './plan.ts';
import type { Loops } from './row-only.ts';

/** What is computed once per row: figures, and tables turned into one figure per key. */
export interface RowParts {
  /** Variables first; figures read them where a household's own would be. */
  readonly variables: readonly Compute[];
  readonly figures: readonly Figure[];
  readonly keyed: readonly Keyed[];
  readonly findFigure: (core: Core, own: RuleScope, loops: Loops) => number | undefined;
  readonly findKeyed: (core: Core) => number | undefined;
}

export interface Figure {
  readonly isFlag: boolean;
  readonly compute: Compute;
}

/** A lookup by one key, or membership of a list: an answer for each number from `low` on. */
export interface Keyed {
  /** Names the key: the same for those that are looked up by one and the same. */
  readonly by: string;
  readonly low: number;
  readonly length: number;
  readonly answer: (frame: Frame, key: number) => number;
}

const LARGEST_KEY_SPAN = 10_000;

export function rowPartsOf({ steps, rowOnly }: Plan): RowParts {
  const figures: Figure[] = [];
  const keyed: Keyed[] = [];
  const figureKeys = new Map<string, number>();
  const keyedKeys = new Map<string, number>();

  function findFigure(core: Core, own: RuleScope, loops: Loops): number | undefined {
    if (core.op === 'constant' || !rowOnly.isRowOnly(core, own, loops)) return undefined;
    const inRow = rowOnly.onRow(core, own, loops);
    return registered(figureKeys, figures, coreKey(inRow), () => ({
      isFlag: core.isFlag,
      compute: compileCore(inRow, new Map()),
    }));
  }

  function findKeyed(core: Core): number | undefined {
    const found = core.op === 'lookup' || core.op === 'listed' ? keyedOf(core) : undefined;
    return found && registered(keyedKeys, keyed, coreKey(core), () => found);
  }

  function visit(core: Core, own: RuleScope, loops: Loops): void {
    if (findFigure(core, own, loops) !== undefined) return;
    findKeyed(core);
    const inner = core.op === 'fold' ? new Map([...loops, [core.loop, core.over]]) : loops;
    for (const part of partsOf(core)) visit(part, own, inner);
  }

  for (const step of steps) {
    if (step.kind === 'fold') visit(step.core, 'household', new Map());
    else visit(step.variable.core, step.variable.entry.on, new Map());
  }
  // Any of them may be read beside what has no lanes.
  for (const [slot, { low, high, isFlag }] of rowOnly.variables.entries()) {
    const read: Core = { op: 'read', slot, of: 'household', low, high, isFlag, size: 1 };
    registered(figureKeys, figures, coreKey(read), () => ({ isFlag, compute: compileCore(read, new Map()) }));
  }
  const variables = rowOnly.variables.map((core) => compileCore(core, new Map()));
  return { variables, figures, keyed, findFigure, findKeyed };
}

function registered<T>(keys: Map<string, number>, all: T[], key: string, make: () => T): number {
  const found = keys.get(key);
  if (found !== undefined) return found;
  keys.set(key, all.length);
  return all.push(make()) - 1;
}

/** Of `column = key` the key alone is computed for each household. */
function partsOf(core: Core): readonly Core[] {
  const key = keyOfLookup(core);
  return key ? [key] : coreParts(core);
}

/** The key of `table[column = key][1].other` or of `key in list`; undefined for other lookups. */
export function keyOfLookup(core: Core): Core | undefined {
  if (core.op === 'listed') return core.value;
  if (core.op !== 'lookup') return undefined;
  const { condition, loop } = core;
  if (condition.op !== 'compare' || condition.operator !== '=') return undefined;
  const { left, right } = condition;
  const key = left.op === 'cell' && left.loop === loop ? right : left;
  const cell = key === right ? left : right;
  const isCell = cell.op === 'cell' && cell.loop === loop;
  return isCell && !someCore(key, (one) => one.op === 'cell') && key.high - key.low < LARGEST_KEY_SPAN
    ? key
    : undefined;
}

function keyedOf(core: CoreOf<'lookup'> | CoreOf<'listed'>): Keyed | undefined {
  const key = keyOfLookup(core);
  if (!key || key.high - key.low >= LARGEST_KEY_SPAN) return undefined;
  const cursor: Cursor = { element: Float64Array.of(0), row: 0 };
  const asked: Core = { op: 'read', slot: 0, of: -1, low: key.low, high: key.high, isFlag: key.isFlag, size: 1 };
  const ready = compileCore(withKey(core, asked), new Map([[-1, cursor]]));
  return {
    by: coreKey(key),
    low: key.low,
    length: key.high - key.low + 1,
    answer: (frame, value) => {
      cursor.element[0] = value;
      return ready(frame);
    },
  };
}

function withKey(core: CoreOf<'lookup'> | CoreOf<'listed'>, key: Core): Core {
  if (core.op === 'listed') return { ...core, value: key };
  const { condition } = core;
  if (condition.op !== 'compare') return core;
  const isLeft = condition.left.op === 'cell';
  return { ...core, condition: isLeft ? { ...condition, right: key } : { ...condition, left: key } };
}
