import type { Group } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { LaneColumn } from './columns.ts';
import { emitKernel } from './emit-kernel.ts';
import { emitFigures, emitGather, emitSpread } from './emit-members.ts';
import { cutKernels } from './kernels.ts';
import type { LaidOut } from './lay-out.ts';
import type { SingleMove } from './moves.ts';
import type { WrittenFunction } from './wasm/module.ts';

/** What is run over a block in turn: a written function by its number, or singles. */
export type Step =
  /** Of how many elements there are, and (where it reads their row) where the stretch of that begins. */
  { readonly kind: 'written'; readonly scope: RuleScope; readonly index: number } | SingleMove;

export interface CompiledMoves {
  readonly written: readonly WrittenFunction[];
  readonly steps: readonly Step[];
}

/** `starts` is where the members of each household begin. */
export function compileMoves(laid: LaidOut, starts: Readonly<Record<Group, LaneColumn>>): CompiledMoves {
  const written: WrittenFunction[] = [];
  const steps: Step[] = [];
  const add = (scope: RuleScope, one: WrittenFunction) =>
    steps.push({ kind: 'written', scope, index: written.push(one) - 1 });
  addRows(laid, starts, add);
  const kernels = cutKernels(laid);
  for (const move of laid.moves) {
    switch (move.kind) {
      case 'single':
        steps.push(move);
        break;
      case 'spread':
        if (move.pairs.length > 0) add('household', emitSpread(move.pairs, starts[move.to]));
        break;
      case 'gather':
        if (move.gatherings.length > 0) add('household', emitGather(move.gatherings, starts[move.over]));
        break;
      case 'compute':
        for (const kernel of kernels.all) {
          if (kernel.move === move) add(move.scope, emitKernel(kernel, kernels, laid.memory));
        }
    }
  }
  return { written, steps };
}

/** Where rows differ within a block, members are given the row of their household, and everybody the row's figures. */
function addRows(
  { reach: { bases, figures } }: LaidOut,
  starts: Readonly<Record<Group, LaneColumn>>,
  add: (scope: RuleScope, one: WrittenFunction) => void,
): void {
  if (!bases) return;
  for (const to of ['person', 'event'] as const) {
    add('household', emitSpread([{ from: bases.household, to: bases[to] }], starts[to]));
  }
  for (const scope of ['household', 'person', 'event'] as const) {
    if (figures[scope].size > 0) add(scope, emitFigures(figures[scope], bases[scope]));
  }
}
