import { type Core, coreParts } from '../core/core.ts';

/** The same text for the same computation, whatever numbers its loops have. */
export function coreKey(core: Core, loops: ReadonlyMap<number, number> = new Map()): string {
  const inner = 'loop' in core && core.op !== 'cell' ? new Map([...loops, [core.loop, loops.size]]) : loops;
  const parts = coreParts(core).map((part) => coreKey(part, inner));
  return `${detailOf(core, loops)}(${parts.join(',')})`;
}

function detailOf(core: Core, loops: ReadonlyMap<number, number>): string {
  switch (core.op) {
    case 'constant':
      return `${core.isFlag ? 'flag' : 'number'} ${core.value}`;
    case 'parameter':
      return `parameter ${core.slot}`;
    case 'read':
      return `read ${core.slot} ${typeof core.of === 'number' ? loops.get(core.of) : core.of}`;
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return core.operator;
    case 'divide':
      return core.rounding;
    case 'date':
      return core.compute;
    case 'fold':
      return `${core.fold} ${core.over} ${core.condition ? 'if' : ''}`;
    case 'lookup':
      return `lookup ${core.table} ${core.column}`;
    case 'cell':
      return `cell ${core.table} ${core.column} ${loops.get(core.loop)}`;
    case 'listed':
      return `listed ${core.table}`;
    case 'not':
    case 'if':
    case 'unknown':
    case 'today':
      return core.op;
  }
}
