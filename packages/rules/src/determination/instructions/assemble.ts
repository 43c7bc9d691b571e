import type { CoreOf, Group } from '../core/core.ts';
import { coreKey } from '../generated/core-key.ts';
import type { FoldStep, Plan, Step } from '../generated/plan.ts';
import type { RowParts } from '../generated/row-part.ts';
import { createInstructionList, type FinishedList } from './instruction-list.ts';
import { BEGIN_LOOP, COPY, END, NEXT_ELEMENT, placeIn, STRETCH } from './instruction-set.ts';
import type { ColumnPlace } from './run-instructions.ts';
import { type Around, createCoreWriter, type Writing } from './write-core.ts';
import { addElement, endFold, GROUP_AT, inside, STARTS } from './write-fold.ts';

export interface Assembled extends FinishedList {
  readonly columns: readonly ColumnPlace[];
  /** Where among what is kept the numbers of members and events stand. */
  readonly headCount: Readonly<Record<Group, number>>;
}

const GROUPS = ['person', 'event'] as const;
const NOTHING_AROUND = { loops: new Map(), stretches: new Map(), rows: new Map() };

/** The instructions of all rules, in the order of the plan: one loop over the members does what can be done in it. */
export function assemble({ steps, stages }: Plan, parts: RowParts, starts: readonly number[]): Assembled {
  const list = createInstructionList();
  const columns: ColumnPlace[] = [];
  const totals = new Map<string, number>();
  /** The totals of the loop that is being written: within it they are not whole yet. */
  const inMaking = new Set<string>();
  const headCount = { person: list.keep(0), event: list.keep(0) };
  const writing: Writing = {
    list,
    figure: (core, { own, loops }) => {
      const index = parts.findFigure(core, own, loops);
      return index === undefined ? undefined : placeIn(STRETCH.figures, index);
    },
    keyed: (core) => {
      const index = parts.findKeyed(core);
      return index === undefined ? undefined : (starts[index] ?? 0) - (parts.keyed[index]?.low ?? 0);
    },
    total: (core) => (inMaking.has(coreKey(core)) ? undefined : totals.get(coreKey(core))),
    headCount,
    column: ({ table, column }) => columns.push({ table, column }) - 1,
  };
  const { write } = createCoreWriter(writing);

  function writeBlock(stage: number): void {
    for (const step of steps) {
      if (step.stage === stage && step.kind === 'variable' && groupOf(step) === 'household') writeVariable(step);
    }
  }

  function writeVariable(step: Extract<Step, { kind: 'variable' }>): void {
    const { entry, core } = step.variable;
    const around: Around = { ...NOTHING_AROUND, own: entry.on };
    const mark = list.mark();
    write(core, around, placeIn(entry.on === 'household' ? STRETCH.household : STRETCH.self, entry.slot));
    list.release(mark);
  }

  function writeLoop(stage: number, group: Group): void {
    const own = steps.filter((step) => step.stage === stage && groupOf(step) === group);
    if (own.length === 0) return;
    const folds = own.filter((step) => step.kind === 'fold');
    for (const { core } of folds) {
      const total = list.keep(0);
      totals.set(coreKey(core), total);
      inMaking.add(coreKey(core));
      list.write(COPY, total, list.constant(STARTS[core.fold]));
    }
    const toEnd = list.jump(BEGIN_LOOP, { one: GROUP_AT[group], other: STRETCH.self });
    const body = list.here();
    for (const step of own) {
      if (step.kind === 'variable') writeVariable(step);
      else addElement(step.core, inLoop(step));
    }
    list.jumpBack(body, NEXT_ELEMENT, { one: GROUP_AT[group], other: STRETCH.self });
    toEnd.arrive();
    inMaking.clear();
    for (const { core } of folds) endFold(core, inLoop({ core }));
  }

  function inLoop({ core }: Pick<FoldStep, 'core'>) {
    const around = inside(core, STRETCH.self, { ...NOTHING_AROUND, own: 'household' });
    return { around, to: totalOf(core), writing, write };
  }

  function totalOf(core: CoreOf<'fold'>): number {
    return totals.get(coreKey(core)) ?? 0;
  }

  for (let stage = 0; stage < stages; stage += 1) {
    writeBlock(stage);
    for (const group of GROUPS) writeLoop(stage, group);
  }
  list.write(END, 0);
  return { ...list.finish(), columns, headCount };
}

function groupOf(step: Step): Group | 'household' {
  return step.kind === 'fold' ? step.core.over : step.variable.entry.on;
}
