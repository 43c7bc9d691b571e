import { float, list, signed, unsigned } from './bytes.ts';
import { SCALAR, VALUE_TYPES, type ValueType, VECTOR, VECTOR_PREFIX } from './opcodes.ts';

/** A local variable of a function, by its number. */
export type Local = number;

/** Takes down a function, instruction after instruction; those that take operands find them on the stack. */
export interface FunctionWriter {
  readonly local: (type: ValueType) => Local;
  readonly get: (local: Local) => void;
  readonly set: (local: Local) => void;
  readonly int: (value: number) => void;
  readonly float: (value: number) => void;
  readonly scalar: (instruction: keyof typeof SCALAR) => void;
  /** The index on the stack times so many bytes. */
  readonly scale: (bytes: number) => void;
  /** At the address on the stack and so many bytes behind it. */
  readonly scalarAt: (instruction: keyof typeof SCALAR, offset: number) => void;
  readonly vector: (instruction: number, lane?: number) => void;
  readonly vectorAt: (instruction: number, offset: number, lane?: number) => void;
  readonly bytes: (instruction: 'constant' | 'shuffle', bytes: readonly number[]) => void;
  /** To the first address on the stack, from the second, so many bytes. */
  readonly copy: (toMemory: number, fromMemory: number) => void;
  /** While the index is below the limit; the body comes once before. */
  readonly loop: (
    range: { readonly index: Local; readonly to: Local; readonly step: number },
    body: () => void,
  ) => void;
  readonly size: () => number;
  readonly finish: () => readonly number[];
}

/** A function of so many whole numbers that returns nothing. */
export function writeFunction(parameters: number): FunctionWriter {
  const code: number[] = [];
  const locals: ValueType[] = [];
  const push = (...bytes: readonly number[]) => {
    for (const byte of bytes) code.push(byte);
  };
  const scalar: FunctionWriter['scalar'] = (instruction) => push(SCALAR[instruction]);
  const get = (local: Local) => push(SCALAR.get, ...unsigned(local));
  const set = (local: Local) => push(SCALAR.set, ...unsigned(local));
  const int = (value: number) => push(SCALAR.constI32, ...signed(value));
  return {
    local: (type) => parameters + locals.push(type) - 1,
    get,
    set,
    int,
    scale: (bytes) => {
      if (bytes === 1) return;
      int(Math.log2(bytes));
      scalar('shiftLeftI32');
    },
    float: (value) => push(SCALAR.constF64, ...float(value)),
    scalar,
    // Nothing is said about how addresses are aligned: the processor does not mind.
    scalarAt: (instruction, offset) => push(SCALAR[instruction], 0, ...unsigned(offset)),
    vector: (instruction, lane) => push(VECTOR_PREFIX, ...unsigned(instruction), ...(lane === undefined ? [] : [lane])),
    vectorAt: (instruction, offset, lane) =>
      push(VECTOR_PREFIX, ...unsigned(instruction), 0, ...unsigned(offset), ...(lane === undefined ? [] : [lane])),
    bytes: (instruction, bytes) => push(VECTOR_PREFIX, ...unsigned(VECTOR[instruction]), ...bytes),
    copy: (toMemory, fromMemory) => push(...MEMORY_COPY, toMemory, fromMemory),
    loop: ({ index, to, step }, body) => {
      push(SCALAR.block, NO_RESULT);
      get(index);
      get(to);
      scalar('greaterOrEqualI32');
      push(SCALAR.branchIf, OUT_OF_BLOCK, SCALAR.loop, NO_RESULT);
      body();
      get(index);
      int(step);
      scalar('addI32');
      set(index);
      get(index);
      get(to);
      scalar('lessI32');
      push(SCALAR.branchIf, AGAIN, SCALAR.end, SCALAR.end);
    },
    size: () => code.length,
    finish: () => {
      const body = [...list(locals.map((type) => [1, VALUE_TYPES[type]])), ...code, SCALAR.end];
      return [...unsigned(body.length), ...body];
    },
  };
}

const MEMORY_COPY = [0xfc, 0x0a];
const NO_RESULT = 0x40;
const AGAIN = 0;
const OUT_OF_BLOCK = 0;
