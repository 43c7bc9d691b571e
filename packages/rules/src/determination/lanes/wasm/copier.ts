import {
  type CompiledModule,
  canRun,
  compileModule,
  MOST_PAGES,
  type OwnMemory,
  type SharedMemory,
  startOn,
} from '../../batch/web-assembly.ts';
import { name, unsigned } from './bytes.ts';
import { MEMORY, moduleOf, NO_MAXIMUM } from './module.ts';
import { writeFunction } from './write-function.ts';

/** Bytes from one memory to another, as fast as the processor can: what threads share is copied word by word otherwise. */
export interface Copier {
  /** From the shared memory. */
  readonly take: Copy;
  /** To the shared memory. */
  readonly leave: Copy;
}

type Copy = (to: number, from: number, bytes: number) => void;

/** Null where the engine does not know modules of two memories. */
export function copierBetween(own: OwnMemory, shared: SharedMemory): Copier | null {
  MODULE ??= compile();
  if (MODULE === 'unknown') return null;
  const exports = startOn(MODULE, { own, shared });
  // The module exports its functions under their numbers.
  const [take, leave] = [exports['0'] as Copy, exports['1'] as Copy];
  return { take, leave };
}

let MODULE: CompiledModule | 'unknown' | undefined;

function compile(): CompiledModule | 'unknown' {
  const own = [...name('m'), ...name('own'), MEMORY, NO_MAXIMUM, ...unsigned(0)];
  const shared = [...name('m'), ...name('shared'), MEMORY, SHARED, ...unsigned(0), ...unsigned(MOST_PAGES)];
  const [take, leave] = [copyFunction(OWN, ITS_SHARED), copyFunction(ITS_SHARED, OWN)];
  const bytes = moduleOf([take, leave], [own, shared]);
  return canRun(bytes) ? compileModule(bytes) : 'unknown';
}

function copyFunction(to: number, from: number) {
  const writer = writeFunction(3);
  for (const parameter of [0, 1, 2]) writer.get(parameter);
  writer.copy(to, from);
  return { parameters: 3, code: writer.finish() };
}

/** With a maximum, and shared. */
const SHARED = 0x03;
/** The memories by their numbers. */
const OWN = 0;
const ITS_SHARED = 1;
