import type { ColumnMemory } from '../../batch/column-memory.ts';
import { name, unsigned } from './bytes.ts';
import { MEMORY, type ModuleMemory, moduleOf, NO_MAXIMUM } from './module.ts';
import { writeFunction } from './write-function.ts';

/** What this needs of the standard interface. */
declare const WebAssembly: {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** Bytes from one memory to another, as fast as the processor can: what threads share is copied word by word otherwise. */
export interface Copier {
  /** From the shared memory. */
  readonly take: Copy;
  /** To the shared memory. */
  readonly leave: Copy;
}

type Copy = (to: number, from: number, bytes: number) => void;

/** Null where the engine does not know modules of two memories. */
export function copierBetween(own: ModuleMemory, shared: ColumnMemory): Copier | null {
  MODULE ??= compile();
  if (MODULE === 'unknown') return null;
  const { exports } = new WebAssembly.Instance(MODULE, { m: { own, shared } });
  // The module exports its functions under their numbers.
  const [take, leave] = [exports['0'] as Copy, exports['1'] as Copy];
  return { take, leave };
}

let MODULE: object | 'unknown' | undefined;

function compile(): object | 'unknown' {
  const own = [...name('m'), ...name('own'), MEMORY, NO_MAXIMUM, ...unsigned(0)];
  const shared = [...name('m'), ...name('shared'), MEMORY, SHARED, ...unsigned(0), ...unsigned(MOST_PAGES)];
  const [take, leave] = [copyFunction(OWN, ITS_SHARED), copyFunction(ITS_SHARED, OWN)];
  const bytes = moduleOf([take, leave], [own, shared]);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : 'unknown';
}

function copyFunction(to: number, from: number) {
  const writer = writeFunction(3);
  for (const parameter of [0, 1, 2]) writer.get(parameter);
  writer.copy(to, from);
  return { parameters: 3, code: writer.finish() };
}

/** With a maximum, and shared. */
const SHARED = 0x03;
const MOST_PAGES = 65_536;
/** The memories by their numbers. */
const OWN = 0;
const ITS_SHARED = 1;
