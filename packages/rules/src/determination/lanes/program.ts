import type { HouseholdColumns } from '../batch/columns.ts';
import type { Results } from '../batch/results.ts';
import type { Plan } from '../generated/plan.ts';
import type { RowKnowledge } from '../generated/program.ts';
import type { RowParts } from '../generated/row-part.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { blockMemory } from './block-memory.ts';
import { type Block, MOST_ROWS } from './blocks.ts';
import type { LaneColumn } from './columns.ts';
import { compileMoves } from './compile-moves.ts';
import { type LayOutOptions, layOut } from './lay-out.ts';
import { viewOf, writeConstants } from './memory-views.ts';
import { rowMemory } from './row-memory.ts';
import type { RowStretch } from './row-stretch.ts';
import { type SingleBlock, singlesRunner } from './run-singles.ts';
import { PLACES_BYTES } from './wasm/copier.ts';
import { startModule } from './wasm/module.ts';

/** Rules made ready for blocks of households. */
export interface LaneProgram {
  readonly stretch: RowStretch;
  /** The facts of a block go into the memory of the program… */
  readonly take: (block: Block, columns: HouseholdColumns) => void;
  /** …for as many determinations as are wanted. */
  readonly determine: (block: Block, input: BlockInput) => void;
}

export interface BlockInput {
  readonly columns: HouseholdColumns;
  readonly rows: readonly PolicyRow[];
  /** What depends on the rows alone, as the program's stretch writes it. */
  readonly stretches: Uint8Array;
  readonly results: Results;
  readonly resultsFirst: Readonly<Record<RuleScope, number>>;
}

export function laneProgram(plan: Plan, parts: RowParts, knowledge: RowKnowledge, options: LayOutOptions): LaneProgram {
  const laid = layOut(plan, parts, knowledge, options);
  const { memory: rooms, stretch, reach } = laid;
  const starts = { person: rooms.column('household', 'i32'), event: rooms.column('household', 'i32') };
  const { written, steps } = compileMoves(laid, starts);
  const rowBytes = stretch.bytes();
  const places = rooms.room((laid.facts.size + laid.recorded.size) * PLACES_BYTES);
  const rowsAt = rooms.room(rowBytes * (options.isMixed ? MOST_ROWS : 1));
  const { memory, functions } = startModule(written, rooms.bytes());
  writeConstants(memory.buffer, rooms.constants());
  const view = (column: LaneColumn) => viewOf(memory.buffer, column);
  const startViews = { person: view(starts.person), event: view(starts.event) };
  const blocks = blockMemory(laid, startViews, { view, memory, places });
  const rows = rowMemory(
    memory.buffer,
    { address: rowsAt, bytes: rowBytes },
    reach.bases && view(reach.bases.household),
  );
  const singles = new Map(
    steps.flatMap((step) =>
      step.kind === 'single' ? [[step, singlesRunner(step, plan.rules.catalogue.slots, view)] as const] : [],
    ),
  );
  return {
    stretch,
    take: blocks.take,
    determine: (block, input) => {
      const { stretches } = block;
      rows.take(block, input.columns.rowOf, input.stretches);
      for (const step of steps) {
        const { first, end } = stretches[step.scope];
        if (step.kind === 'written') functions[step.index]?.(end - first, rowsAt);
        else singles.get(step)?.(singleBlock(block, input, startViews));
      }
      blocks.leave(block, input.results, input.resultsFirst);
    },
  };
}

function singleBlock(
  { stretches: { household } }: Block,
  { rows, columns }: BlockInput,
  starts: SingleBlock['starts'],
): SingleBlock {
  const { first, end } = household;
  return {
    households: end - first,
    starts,
    rowAt: (index) => {
      const row = rows[columns.rowOf[first + index] ?? 0];
      if (!row) throw new Error(`there is no row of household ${first + index}`);
      return row;
    },
  };
}
