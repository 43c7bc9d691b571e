import { INSTRUCTION_LENGTH, NEXT_OF, placeIn, STRETCH } from './instruction-set.ts';

/** What instructions are written into: places for what they come to, numbers that are kept, and jumps. */
export interface InstructionList {
  readonly write: (operation: number, to: number, one?: number, other?: number) => void;
  /** A place for what is soon done with; those taken after a `mark` are free again after its `release`. */
  readonly take: () => number;
  readonly mark: () => number;
  readonly release: (mark: number) => void;
  readonly constant: (value: number) => number;
  /** A place that stays. */
  readonly keep: (value: number) => number;
  /** A jump whose target is not yet written. */
  readonly jump: (operation: number, about?: About) => Jump;
  /** Where the next instruction stands. */
  readonly here: () => number;
  readonly jumpBack: (target: number, operation: number, about?: About) => void;
  readonly finish: () => FinishedList;
}

interface About {
  readonly to?: number;
  readonly one?: number;
  readonly other?: number;
}

export interface Jump {
  /** It goes to the next instruction. */
  readonly arrive: () => void;
}

export interface FinishedList {
  readonly code: Int32Array;
  readonly kept: Float64Array;
  readonly scratchSize: number;
}

export function createInstructionList(): InstructionList {
  const code: number[] = [];
  const kept: number[] = [];
  const constants = new Map<number, number>();
  let taken = 0;
  let scratchSize = 0;

  function write(operation: number, to: number, one = 0, other = 0): void {
    code.push(operation, to, one, other);
  }

  function keep(value: number): number {
    return placeIn(STRETCH.kept, kept.push(value) - 1);
  }

  return {
    write,
    take: () => {
      taken += 1;
      scratchSize = Math.max(scratchSize, taken);
      return placeIn(STRETCH.scratch, taken - 1);
    },
    mark: () => taken,
    release: (mark) => {
      taken = mark;
    },
    constant: (value) => {
      const found = constants.get(value);
      if (found !== undefined) return found;
      const place = keep(value);
      constants.set(value, place);
      return place;
    },
    keep,
    jump: (operation, { to = 0, one = 0, other = 0 } = {}) => {
      const at = code.length;
      write(operation, to, one, other);
      return {
        arrive: () => {
          code[at + targetAt(operation)] = code.length - INSTRUCTION_LENGTH;
        },
      };
    },
    here: () => code.length,
    jumpBack: (target, operation, { one = 0, other = 0 } = {}) =>
      write(operation, target - INSTRUCTION_LENGTH, one, other),
    finish: () => ({ code: Int32Array.from(code), kept: Float64Array.from(kept), scratchSize }),
  };
}

/** “And” and “or” have a result besides. The loop adds the length of an instruction to every target. */
function targetAt(operation: number): number {
  return operation <= NEXT_OF.or ? 3 : 1;
}
