import type { CheckedRules, CheckedVariable } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import { type Compute, compileCore, type Frame } from './compile-core.ts';
import type { PolicyRow } from './policy-row.ts';

/** Fills in the value of every variable beside the facts. */
export type Determine = (values: Values, row: PolicyRow) => void;

/** All programmes at once, by closures: for the browser, and wherever no code may be generated. */
export function closuresFor(rules: CheckedRules): Determine {
  const steps = rules.variables.map(stepOf);
  return (values, row) => {
    const frame: Frame = { values, row, self: values.household };
    for (const step of steps) step(frame);
  };
}

function stepOf({ entry, core }: CheckedVariable): (frame: Frame) => void {
  const compute: Compute = compileCore(core, new Map());
  const { slot, on } = entry;
  if (on === 'household') {
    return (frame) => {
      frame.values.household[slot] = compute(frame);
    };
  }
  return (frame) => {
    for (const own of frame.values[on]) {
      frame.self = own;
      own[slot] = compute(frame);
    }
  };
}
