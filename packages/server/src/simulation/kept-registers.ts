import type { CheckedRules } from '@yimen/rules';
import { loadRegister, openPool, type Register, type RulesSource } from '../mass-determination/index.ts';
import type { Ground } from './ground.ts';

/** A part of the register in memory, with the named place of every household. */
export interface RegisterInMemory extends Register {
  readonly groupOf: Uint16Array;
  readonly at: Date;
}

export interface Reading {
  readonly done: number;
  readonly of: number;
}

export interface ReadingWanted {
  readonly ground: Ground;
  readonly rules: CheckedRules;
  readonly source: RulesSource;
  /** Names what the register holds: another name, and it is read anew. */
  readonly stamp: string;
  readonly now: Date;
}

export interface KeptRegisters {
  /** What is in memory; where that takes longer than a moment, how far the reading is. */
  find(wanted: ReadingWanted): Promise<RegisterInMemory | Reading>;
  clear(): void;
}

interface Entry {
  register: RegisterInMemory | null;
  stamp: string;
  reading: Promise<RegisterInMemory> | null;
  progress: Reading;
  /** Told to the next one who asks; after that it is read anew. */
  failure: unknown;
}

const MOST_HOUSEHOLDS = 2_000_000;
const A_MOMENT_MS = 400;
/** Whoever has not asked for so long is done; the next one reads anew. */
const REST_MS = 10 * 60_000;

/** Registers are read once and serve every slider after that; those used longest ago make room. */
export function keepRegisters(databaseUrl: string): KeptRegisters {
  const entries = new Map<string, Entry>();
  let timer: NodeJS.Timeout | undefined;

  async function find(wanted: ReadingWanted): Promise<RegisterInMemory | Reading> {
    const { key } = wanted.ground;
    const entry = entries.get(key) ?? nothingYet();
    entries.delete(key);
    entries.set(key, entry);
    clearTimeout(timer);
    timer = setTimeout(clear, REST_MS).unref();
    if (entry.failure !== undefined) {
      entries.delete(key);
      throw entry.failure;
    }
    if (entry.register && entry.stamp === wanted.stamp) return entry.register;
    entry.reading ??= read(entry, wanted);
    const inTime = await Promise.race([entry.reading, aMoment()]);
    // A register that has changed serves until the new one is there.
    return inTime ?? entry.register ?? entry.progress;
  }

  async function read(entry: Entry, wanted: ReadingWanted): Promise<RegisterInMemory> {
    try {
      const register = await readRegister(databaseUrl, wanted, (progress) => {
        entry.progress = progress;
      });
      Object.assign(entry, { register, stamp: wanted.stamp });
      makeRoom(entries);
      return register;
    } catch (error) {
      entry.failure = error;
      throw error;
    } finally {
      entry.reading = null;
    }
  }

  function clear(): void {
    clearTimeout(timer);
    entries.clear();
  }

  return { find, clear };
}

function nothingYet(): Entry {
  return { register: null, stamp: '', reading: null, progress: { done: 0, of: 0 }, failure: undefined };
}

function aMoment(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), A_MOMENT_MS).unref();
  });
}

function makeRoom(entries: Map<string, Entry>): void {
  let households = [...entries.values()].reduce((sum, { register }) => sum + (register?.columns.size ?? 0), 0);
  for (const [key, { register, reading }] of entries) {
    if (households <= MOST_HOUSEHOLDS || entries.size === 1) return;
    if (reading || !register) continue;
    households -= register.columns.size;
    entries.delete(key);
  }
}

/** By threads of its own: sliders over another register, or over what this one held before, go on meanwhile. */
async function readRegister(
  databaseUrl: string,
  { ground, rules, source, now }: ReadingWanted,
  onProgress: (progress: Reading) => void,
): Promise<RegisterInMemory> {
  const { places } = ground;
  const numbers = places.map(({ placeNo }) => placeNo);
  const rowOfPlace = new Uint16Array(Math.max(0, ...numbers) + 1);
  for (const [index, placeNo] of numbers.entries()) rowOfPlace[placeNo] = index;
  const pool = await openPool(source);
  try {
    let of = 0;
    const onTotal = (households: number) => {
      of = households;
      onProgress({ done: 0, of });
    };
    const register = await loadRegister(
      pool,
      rules,
      { databaseUrl, rowOfPlace, places: numbers, onTotal },
      { onProgress: (done) => onProgress({ done, of }) },
    );
    return { ...register, groupOf: groupsOf(ground, register), at: now };
  } finally {
    await pool.close();
  }
}

function groupsOf({ places }: Ground, { columns }: Register): Uint16Array {
  const groupOf = new Uint16Array(new SharedArrayBuffer(columns.size * 2));
  for (let household = 0; household < columns.size; household += 1) {
    groupOf[household] = places[columns.rowOf[household] ?? 0]?.group ?? 0;
  }
  return groupOf;
}
