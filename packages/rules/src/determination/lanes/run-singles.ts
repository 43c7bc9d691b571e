import type { ValueColumn } from '../batch/storage.ts';
import type { Entry } from '../check/catalogue.ts';
import type { Values } from '../facts/values.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Frame } from '../run/compile-core.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { LaneColumn } from './columns.ts';
import type { SingleMove, ValueColumns } from './moves.ts';

/** The households of a block as one after another sees them. */
export interface SingleBlock {
  readonly households: number;
  readonly starts: Readonly<Record<'person' | 'event', ValueColumn>>;
  readonly rowAt: (household: number) => PolicyRow;
}

/** Computes what has no lanes, for one household, member or event after another. */
export function singlesRunner(
  { scope, compute, reads, result }: SingleMove,
  slots: Readonly<Record<RuleScope, readonly Entry[]>>,
  view: (column: LaneColumn) => ValueColumn,
): (block: SingleBlock) => void {
  const open = (at: ValueColumns) => ({ isFlag: at.isFlag, first: view(at.first), second: view(at.second) });
  const columns = reads.map(({ entry, at }) => ({ entry, ...open(at) }));
  const out = open(result);

  function read(own: RuleScope, index: number): Float64Array {
    const values = new Float64Array(slots[own].length).fill(Number.NaN);
    for (const { entry, isFlag, first, second } of columns) {
      if (entry.on === own) values[entry.slot] = isFlag ? flagAt(first, second, index) : numberAt(first, second, index);
    }
    return values;
  }

  return ({ households, starts, rowAt }) => {
    for (let household = 0; household < households; household += 1) {
      const several = (own: 'person' | 'event') => {
        const start = starts[own][household] ?? 0;
        return Array.from({ length: (starts[own][household + 1] ?? 0) - start }, (_, index) =>
          read(own, start + index),
        );
      };
      const values: Values = {
        household: read('household', household),
        person: several('person'),
        event: several('event'),
      };
      const row = rowAt(household);
      const elements = scope === 'household' ? [values.household] : values[scope];
      const first = scope === 'household' ? household : (starts[scope][household] ?? 0);
      for (const [index, self] of elements.entries()) {
        const frame: Frame = { values, row, self };
        write(out, first + index, compute(frame));
      }
    }
  };
}

function flagAt(holds: ValueColumn, may: ValueColumn, index: number): number {
  if (holds[index] !== 0) return 1;
  return may[index] === 0 ? 0 : Number.NaN;
}

function numberAt(numbers: ValueColumn, known: ValueColumn, index: number): number {
  return known[index] === 0 ? Number.NaN : (numbers[index] ?? Number.NaN);
}

function write(
  { isFlag, first, second }: { readonly isFlag: boolean; readonly first: ValueColumn; readonly second: ValueColumn },
  index: number,
  value: number,
): void {
  if (isFlag) {
    first[index] = value === 1 ? 255 : 0;
    second[index] = value === 0 ? 0 : 255;
    return;
  }
  first[index] = Number.isNaN(value) ? 0 : value;
  second[index] = Number.isNaN(value) ? 0 : 255;
}
