import type { BatchInput, DetermineAll } from '../batch/batch.ts';
import { inspectColumns } from '../batch/inspect-columns.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { planOf } from '../generated/plan.ts';
import { rowPartsOf } from '../generated/row-part.ts';
import { knowledgeKey, type RowValues, rowValuesOf } from '../generated/row-values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { nextBlock } from './blocks.ts';
import { type LaneProgram, laneProgram } from './program.ts';

export function lanesFor(rules: CheckedRules, recorded: readonly string[]): DetermineAll {
  const plan = planOf(rules, new Set(recorded));
  const parts = rowPartsOf(plan);
  const programs = new Map<string, LaneProgram>();
  const known = new WeakMap<readonly PolicyRow[], { values: RowValues; stretches: Map<LaneProgram, Uint8Array> }>();
  return (input: BatchInput) => {
    const { columns, rows, results, from = 0, to = columns.size, resultsFrom = 0 } = input;
    const { unknownFacts = unknownIn(rules, columns) } = input;
    const ready = known.get(rows) ?? { values: rowValuesOf(parts, rows), stretches: new Map() };
    known.set(rows, ready);
    const key = `${knowledgeKey(ready.values.knowledge)} ${[...unknownFacts].sort().join(' ')}`;
    const programFor = (isMixed: boolean) => {
      const name = `${key} ${isMixed}`;
      const program =
        programs.get(name) ?? laneProgram(plan, parts, ready.values.knowledge, { recorded, unknownFacts, isMixed });
      programs.set(name, program);
      return program;
    };
    const resultsFirst = {
      household: resultsFrom,
      person: columns.offsets.person[resultsFrom] ?? 0,
      event: columns.offsets.event[resultsFrom] ?? 0,
    };
    let at = from;
    while (at < to) {
      const block = nextBlock(columns, at, to);
      const program = programFor(block.isMixed);
      let stretches = ready.stretches.get(program);
      if (!stretches) {
        stretches = program.stretch.write(ready.values, rows.length);
        ready.stretches.set(program, stretches);
      }
      program.run(block, { columns, rows, stretches, results, resultsFirst });
      at = block.stretches.household.end;
    }
  };
}

function unknownIn(rules: CheckedRules, columns: BatchInput['columns']): ReadonlySet<string> {
  const inspected = inspectColumns(rules, columns);
  if (inspected.ok) return inspected.unknownFacts;
  const { fact, index } = inspected.issue;
  throw new RangeError(`columns: ${fact ?? 'number of members'} at ${index}`);
}
