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
import { MEMORY, moduleOf, NO_MAXIMUM, type WrittenFunction } from './module.ts';
import { writeFunction } from './write-function.ts';

/**
 * Stretches of columns from one memory to another, as fast as the processor can: what threads share is copied word by
 * word otherwise, and a call for each column is a good part of the time.
 */
export interface Copier {
  /** From the shared memory. */
  readonly take: CopyColumns;
  /** To the shared memory. */
  readonly leave: CopyColumns;
}

/**
 * Of each column so many bytes: from its beginning in the own memory, from `offset` bytes on in the shared one. The two
 * places where each begins stand in the own memory, from `places` to `end`.
 */
export type CopyColumns = (places: number, end: number, offset: number, bytes: number) => void;

/** Of the two places of a column: four for the own memory, four for the shared one. */
export const PLACES_BYTES = 8;

/** Null where the engine does not know modules of two memories. */
export function copierBetween(own: OwnMemory, shared: SharedMemory): Copier | null {
  MODULE ??= compile();
  if (MODULE === 'unknown') return null;
  const exports = startOn(MODULE, { own, shared });
  // The module exports its functions under their numbers.
  const [take, leave] = [exports['0'] as CopyColumns, exports['1'] as CopyColumns];
  return { take, leave };
}

let MODULE: CompiledModule | 'unknown' | undefined;

function compile(): CompiledModule | 'unknown' {
  const own = [...name('m'), ...name('own'), MEMORY, NO_MAXIMUM, ...unsigned(0)];
  const shared = [...name('m'), ...name('shared'), MEMORY, SHARED, ...unsigned(0), ...unsigned(MOST_PAGES)];
  const bytes = moduleOf([copyColumns('take'), copyColumns('leave')], [own, shared]);
  return canRun(bytes) ? compileModule(bytes) : 'unknown';
}

const [AT, END, OFFSET, COUNT] = [0, 1, 2, 3];

function copyColumns(direction: 'take' | 'leave'): WrittenFunction {
  const writer = writeFunction(4);
  const pushOwn = () => {
    writer.get(AT);
    writer.scalarAt('loadI32', 0);
  };
  const pushShared = () => {
    writer.get(AT);
    writer.scalarAt('loadI32', PLACES_BYTES / 2);
    writer.get(OFFSET);
    writer.scalar('addI32');
  };
  writer.loop({ index: AT, to: END, step: PLACES_BYTES }, () => {
    const isTaking = direction === 'take';
    if (isTaking) pushOwn();
    pushShared();
    if (!isTaking) pushOwn();
    writer.get(COUNT);
    if (isTaking) writer.copy(OWN, ITS_SHARED);
    else writer.copy(ITS_SHARED, OWN);
  });
  return { parameters: 4, code: writer.finish() };
}

/** With a maximum, and shared. */
const SHARED = 0x03;
/** The memories by their numbers. */
const OWN = 0;
const ITS_SHARED = 1;
