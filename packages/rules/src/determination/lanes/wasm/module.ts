import { list, name, section, unsigned } from './bytes.ts';
import { VALUE_TYPES } from './opcodes.ts';

/** What this needs of the standard interface; no library of types has it without the rest of a browser. */
declare const WebAssembly: {
  readonly Memory: new (description: { initial: number }) => ModuleMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** The memory of a module as such: another module may be given it, too. */
export interface ModuleMemory {
  readonly buffer: ArrayBuffer;
}

/** A function as it was written, and how many whole numbers it takes. */
export interface WrittenFunction {
  readonly parameters: number;
  readonly code: readonly number[];
}

export interface RunningModule {
  readonly memory: ModuleMemory;
  /** In the order they were given. */
  readonly functions: readonly ((...values: number[]) => void)[];
}

const PAGE_BYTES = 65_536;

/** Functions over one memory of so many bytes. */
export function startModule(written: readonly WrittenFunction[], bytes: number): RunningModule {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages });
  const module = new WebAssembly.Module(moduleBytes(written, pages));
  const { exports } = new WebAssembly.Instance(module, { m: { m: memory } });
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
