import type { RuleScope } from '../model/rule-model.ts';
import type { LaneColumn } from './columns.ts';
import { isLeaf, type Lanes, VECTORS } from './graph.ts';
import type { LaidOut } from './lay-out.ts';
import type { ComputeMove } from './moves.ts';

/** One function: what it computes stays in registers and is left in a column only when another one reads it. */
export interface Kernel {
  readonly scope: RuleScope;
  readonly move: ComputeMove;
  readonly stores: { readonly lanes: Lanes; readonly column: LaneColumn }[];
}

export interface Kernels {
  readonly all: readonly Kernel[];
  /** Lanes that are read from a column instead of being computed again. */
  readonly columnFor: (lanes: Lanes, kernel: Kernel) => LaneColumn | undefined;
}

/** Vectors of one function: the compiler of the machine takes long over large ones, and keeps less in registers. */
const LARGEST_KERNEL = 600;

/** Cuts what each move computes into functions, in order; what two of them need is computed in the first. */
export function cutKernels({ moves, pins, memory }: LaidOut): Kernels {
  const all: Kernel[] = [];
  const homes = new Map<Lanes, Kernel>();
  const columns = new Map(pins);
  const stored = new Set<Lanes>();

  function store(lanes: Lanes, kernel: Kernel): void {
    if (stored.has(lanes)) return;
    stored.add(lanes);
    const column = columns.get(lanes) ?? memory.column(lanes.graph.scope, lanes.type);
    columns.set(lanes, column);
    kernel.stores.push({ lanes, column });
  }

  /** How many vectors are new to the kernel. */
  function visit(lanes: Lanes, kernel: Kernel): number {
    if (isLeaf(lanes)) return 0;
    const home = homes.get(lanes);
    if (home && home !== kernel && !isSimple(lanes)) store(lanes, home);
    if (home) return 0;
    homes.set(lanes, kernel);
    if (pins.has(lanes)) store(lanes, kernel);
    return lanes.parts.reduce((sum, part) => sum + visit(part, kernel), VECTORS[lanes.type]);
  }

  for (const move of moves) {
    if (move.kind !== 'compute') continue;
    let size = Number.POSITIVE_INFINITY;
    for (const root of move.roots) {
      const kernel = size < LARGEST_KERNEL ? all.at(-1) : undefined;
      const taking = kernel ?? { scope: move.scope, move, stores: [] };
      if (!kernel) {
        all.push(taking);
        size = 0;
      }
      size += visit(root, taking);
      if (pins.has(root)) store(root, homes.get(root) ?? taking);
    }
  }
  return {
    all: all.filter(({ stores }) => stores.length > 0),
    columnFor: (lanes, kernel) => (isLeaf(lanes) || homes.get(lanes) === kernel ? undefined : columns.get(lanes)),
  };
}

/** Computed again sooner than kept: made of what is in columns anyway. */
function isSimple(lanes: Lanes): boolean {
  return lanes.operator !== 'keyed' && lanes.parts.every(isLeaf);
}
