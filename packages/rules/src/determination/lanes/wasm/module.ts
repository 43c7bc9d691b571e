import { compileModule, createMemory, type OwnMemory, PAGE_BYTES, startOn } from '../../batch/web-assembly.ts';
import { list, name, section, unsigned } from './bytes.ts';
import { VALUE_TYPES } from './opcodes.ts';

/** A function as it was written, and how many whole numbers it takes. */
export interface WrittenFunction {
  readonly parameters: number;
  readonly code: readonly number[];
}

export interface RunningModule {
  readonly memory: OwnMemory;
  /** In the order they were given. */
  readonly functions: readonly ((...values: number[]) => void)[];
}

/** Functions over one memory of so many bytes. */
export function startModule(written: readonly WrittenFunction[], bytes: number): RunningModule {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = createMemory(pages);
  const exports = startOn(compileModule(moduleBytes(written, pages)), { m: memory });
  // The module exports these functions under their numbers.
  const functions = written.map((_, index) => exports[String(index)] as (...values: number[]) => void);
  return { memory, functions };
}

function moduleBytes(written: readonly WrittenFunction[], pages: number): Uint8Array {
  return moduleOf(written, [[...name('m'), ...name('m'), MEMORY, NO_MAXIMUM, ...unsigned(pages)]]);
}

/** A module of these functions over memories it is given. */
export function moduleOf(written: readonly WrittenFunction[], memories: readonly (readonly number[])[]): Uint8Array {
  const most = Math.max(0, ...written.map(({ parameters }) => parameters));
  const types = Array.from({ length: most + 1 }, (_, count) => [
    FUNCTION_TYPE,
    ...list(Array.from({ length: count }, () => [VALUE_TYPES.i32])),
    ...list([]),
  ]);
  const exported = written.map((_, index) => [...name(String(index)), FUNCTION, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(SECTION.types, list(types)),
    ...section(SECTION.imports, list(memories)),
    ...section(SECTION.functions, list(written.map(({ parameters }) => unsigned(parameters)))),
    ...section(SECTION.exports, list(exported)),
    ...section(SECTION.code, list(written.map(({ code }) => code))),
  ]);
}

const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;
const FUNCTION_TYPE = 0x60;
const FUNCTION = 0x00;
export const MEMORY = 0x02;
export const NO_MAXIMUM = 0x00;
