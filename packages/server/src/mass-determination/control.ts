import type { Control } from './task.ts';

const NEXT = 0;
const STOPPED = 1;

export function createControl(): Control {
  return { cells: new Int32Array(new SharedArrayBuffer(8)) };
}

export function stop({ cells }: Control): void {
  Atomics.store(cells, STOPPED, 1);
}

export function isStopped({ cells }: Control): boolean {
  return Atomics.load(cells, STOPPED) === 1;
}

/** The next part nobody has taken; undefined when there is none, or everybody shall stop. */
export function takePart<Part>(control: Control, parts: readonly Part[]): Part | undefined {
  return isStopped(control) ? undefined : parts[Atomics.add(control.cells, NEXT, 1)];
}
