import type { HouseholdColumns } from '../batch/columns.ts';
import type { Results } from '../batch/results.ts';
import type { ValueColumn } from '../batch/storage.ts';
import type { Group } from '../core/core.ts';
import type { Plan } from '../generated/plan.ts';
import type { RowKnowledge } from '../generated/program.ts';
import type { RowParts } from '../generated/row-part.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { type Block, MOST_ROWS } from './blocks.ts';
import { emitKernel } from './emit.ts';
import { emitFigures, emitGather, emitSpread } from './emit-members.ts';
import { LANES } from './graph.ts';
import { cutKernels } from './kernels.ts';
import { type LayOutOptions, layOut } from './lay-out.ts';
import { viewOf, writeConstants } from './memory-views.ts';
import type { RowStretch } from './row-stretch.ts';
import { type SingleBlock, singlesRunner } from './run-singles.ts';
import { startModule, type WrittenFunction } from './wasm/module.ts';

const GROUPS = ['person', 'event'] as const;
const SCOPES = ['household', 'person', 'event'] as const;

/** Rules made ready for blocks of households. */
export interface LaneProgram {
  readonly stretch: RowStretch;
  readonly run: (block: Block, input: BlockInput) => void;
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
  const { memory: rooms, stretch, moves, facts, recorded, counts, figures, bases } = laid;
  const kernels = cutKernels(laid);
  const starts = { person: rooms.column('household', 'i32'), event: rooms.column('household', 'i32') };
  const written: WrittenFunction[] = [];
  const later = (one: WrittenFunction) => written.push(one) - 1;
  const steps: { readonly scope: RuleScope; readonly index: number; readonly isKernel: boolean }[] = [];
  const singles: { readonly after: number; readonly move: Extract<(typeof moves)[number], { kind: 'single' }> }[] = [];
  const base = bases.get('household');
  for (const group of GROUPS) {
    const to = bases.get(group);
    if (!options.isMixed || !base || !to) continue;
    steps.push({ scope: 'household', index: later(emitSpread([{ from: base, to }], starts[group])), isKernel: false });
  }
  for (const scope of SCOPES) {
    const own = figures.get(scope);
    const base = bases.get(scope);
    if (own && base && own.size > 0) steps.push({ scope, index: later(emitFigures(own, base)), isKernel: false });
  }
  for (const move of moves) {
    if (move.kind === 'single') singles.push({ after: steps.length, move });
    else if (move.kind === 'spread' && move.pairs.length > 0) {
      steps.push({ scope: 'household', index: later(emitSpread(move.pairs, starts[move.to])), isKernel: false });
    } else if (move.kind === 'gather' && move.gatherings.length > 0) {
      steps.push({ scope: 'household', index: later(emitGather(move.gatherings, starts[move.over])), isKernel: false });
    } else if (move.kind === 'compute') {
      for (const kernel of kernels.all) {
        if (kernel.move === move)
          steps.push({ scope: move.scope, index: later(emitKernel(kernel, kernels, rooms)), isKernel: true });
      }
    }
  }
  const rowBytes = stretch.bytes();
  const rowsAt = rooms.room(rowBytes * (options.isMixed ? MOST_ROWS : 1));
  const { memory, functions } = startModule(written, rooms.bytes());
  writeConstants(memory, rooms.constants());
  const view = (column: Parameters<typeof viewOf>[1]) => viewOf(memory, column);
  const factViews = [...facts.values()].map(({ entry, column }) => ({ entry, view: view(column) }));
  const recordedViews = [...recorded].map(([id, column]) => ({ id, scope: column.scope, view: view(column) }));
  const startViews = { person: view(starts.person), event: view(starts.event) };
  const countViews = [...counts].map(([group, column]) => ({ group, view: view(column) }));
  const baseView = base && view(base);
  const { slots } = plan.rules.catalogue;
  const runners = singles.map(({ after, move }) => ({ after, run: singlesRunner(move, slots, view) }));
  const bytes = new Uint8Array(memory);
  let current: { readonly stretches: Uint8Array; readonly row: number } = { stretches: new Uint8Array(), row: -1 };

  function takeRow(row: number, { stretches }: BlockInput): void {
    if (current.row === row && current.stretches === stretches) return;
    bytes.set(stretches.subarray(row * rowBytes, (row + 1) * rowBytes), rowsAt);
    current = { stretches, row };
  }

  function takeRows({ stretches: { household } }: Block, { columns, stretches }: BlockInput): void {
    const slotOf = new Map<number, number>();
    for (let index = household.first + household.before; index < household.end; index += 1) {
      const row = columns.rowOf[index] ?? 0;
      let slot = slotOf.get(row);
      if (slot === undefined) {
        slot = slotOf.size;
        slotOf.set(row, slot);
        bytes.set(stretches.subarray(row * rowBytes, (row + 1) * rowBytes), rowsAt + slot * rowBytes);
      }
      if (baseView) baseView[index - household.first] = rowsAt + slot * rowBytes;
    }
  }

  function takeMembers(group: Group, { stretches }: Block, { offsets }: HouseholdColumns): void {
    const { household } = stretches;
    const { first } = stretches[group];
    const [start, own] = [startViews[group], offsets[group]];
    for (let index = household.first + household.before; index <= household.end; index += 1) {
      start[index - household.first] = (own[index] ?? 0) - first;
    }
  }

  function takeFacts({ stretches }: Block, { facts: given }: HouseholdColumns): void {
    for (const { entry, view: to } of factViews) {
      const { first, end } = stretches[entry.on];
      const column = given[entry.on][entry.slot];
      if (column && end > first) to.set(column.subarray(first, end));
    }
  }

  function run(block: Block, input: BlockInput): void {
    const { stretches } = block;
    const { columns, rows } = input;
    takeFacts(block, columns);
    for (const group of GROUPS) takeMembers(group, block, columns);
    for (const { group, view: to } of countViews) {
      const own = startViews[group];
      const { household } = stretches;
      for (let index = household.before; index < household.end - household.first; index += 1) {
        to[index] = (own[index + 1] ?? 0) - (own[index] ?? 0);
      }
    }
    if (options.isMixed) takeRows(block, input);
    else takeRow(columns.rowOf[stretches.household.end - 1] ?? 0, input);
    const { household } = stretches;
    const single: SingleBlock = {
      from: household.before,
      to: household.end - household.first,
      starts: startViews,
      rowAt: (index) => {
        const row = rows[columns.rowOf[household.first + index] ?? 0];
        if (!row) throw new Error(`there is no row of household ${household.first + index}`);
        return row;
      },
    };
    let next = 0;
    for (let step = 0; step <= steps.length; step += 1) {
      while (runners[next]?.after === step) {
        runners[next]?.run(single);
        next += 1;
      }
      const done = steps[step];
      if (!done) break;
      const { first, before, end } = stretches[done.scope];
      if (done.isKernel) functions[done.index]?.(Math.ceil((end - first) / LANES), rowsAt);
      else functions[done.index]?.(before, end - first);
    }
    leave(block, input);
  }

  function leave({ stretches }: Block, { results, resultsFirst }: BlockInput): void {
    for (const { id, scope, view: from } of recordedViews) {
      const { first, before, end } = stretches[scope];
      const to: ValueColumn | undefined = results.get(id);
      if (!to) throw new Error(`there is no column for ${id}`);
      if (end - first > before) to.set(from.subarray(before, end - first), first + before - resultsFirst[scope]);
    }
  }

  return { stretch, run };
}
