import type { CheckedRules } from '@yimen/rules';
import {
  loadRegister,
  openPool,
  type Place,
  type Pool,
  type Register,
  type RulesSource,
} from '../mass-determination/index.ts';
import { inAMoment } from './in-a-moment.ts';
import { type KeptRegister, makeRoom } from './make-room.ts';

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
  /** Which part of the register it is. */
  readonly key: string;
  /** Names what it holds: with another name it is read anew. */
  readonly stamp: string;
  /** Names how its rows and places are numbered: with another name the old one cannot serve meanwhile. */
  readonly shape: string;
  readonly places: readonly Place[];
  /** The policy row of each place. */
  readonly rowOfPlace: Uint16Array;
  readonly groupOfTownship: (township: string) => number;
  readonly rules: CheckedRules;
  readonly source: RulesSource;
  /** Threads that have these rules ready. */
  readonly pool: Pool;
  readonly now: Date;
}

export interface RegisterAt {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

/** `isOld`: it has changed since, and is being read anew. */
export type FoundRegister =
  | { readonly state: 'here'; readonly register: RegisterInMemory; readonly isOld: boolean }
  | (Reading & { readonly state: 'reading' });

export interface KeptRegisters {
  /** What is in memory; where that takes longer than a moment, how far the reading is. */
  find(wanted: ReadingWanted): Promise<FoundRegister>;
  clear(): void;
}

const MOST_HOUSEHOLDS = 2_000_000;
/** Whoever has not asked for so long is done; the next one reads anew. */
const REST_MS = 10 * 60_000;

/** Registers are read once and serve every slider after that; those used longest ago make room. */
export function keepRegisters(at: RegisterAt): KeptRegisters {
  const entries = new Map<string, KeptRegister>();
  let timer: NodeJS.Timeout | undefined;

  async function find(wanted: ReadingWanted): Promise<FoundRegister> {
    const entry = used(entries, wanted.key);
    clearTimeout(timer);
    timer = setTimeout(clear, REST_MS).unref();
    if (entry.failure !== undefined) {
      entries.delete(wanted.key);
      throw entry.failure;
    }
    const known = entry.shape === wanted.shape ? entry.register : null;
    if (known && entry.stamp === wanted.stamp) return { state: 'here', register: known, isOld: false };
    entry.reading ??= read(entry, wanted);
    const inTime = await inAMoment(entry.reading);
    if (inTime) return { state: 'here', register: inTime, isOld: false };
    // What has changed serves until the new one is there.
    return known ? { state: 'here', register: known, isOld: true } : { state: 'reading', ...entry.progress };
  }

  async function read(entry: KeptRegister, wanted: ReadingWanted): Promise<RegisterInMemory> {
    try {
      const onProgress = (progress: Reading) => {
        entry.progress = progress;
      };
      const register = await (entry.register ? readBeside : readRegister)(at, wanted, onProgress);
      Object.assign(entry, { register, stamp: wanted.stamp, shape: wanted.shape });
      makeRoom(entries, MOST_HOUSEHOLDS);
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

/** The one used last stands last. */
function used(entries: Map<string, KeptRegister>, key: string): KeptRegister {
  const entry = entries.get(key) ?? nothingYet();
  entries.delete(key);
  entries.set(key, entry);
  return entry;
}

function nothingYet(): KeptRegister {
  return { register: null, stamp: '', shape: '', reading: null, progress: { done: 0, of: 0 }, failure: undefined };
}

/** By threads of its own: sliders over what was read before go on meanwhile. */
async function readBeside(at: RegisterAt, wanted: ReadingWanted, onProgress: (progress: Reading) => void) {
  const pool = await openPool(wanted.source);
  try {
    return await readRegister(at, { ...wanted, pool }, onProgress);
  } finally {
    await pool.close();
  }
}

async function readRegister(
  at: RegisterAt,
  { rules, pool, places, rowOfPlace, groupOfTownship, now }: ReadingWanted,
  onProgress: (progress: Reading) => void,
): Promise<RegisterInMemory> {
  let of = 0;
  const onTotal = (households: number) => {
    of = households;
    onProgress({ done: 0, of });
  };
  const watch = { onTotal, onProgress: (done: number) => onProgress({ done, of }) };
  const register = await loadRegister(pool, rules, { ...at, places, rowOfPlace }, watch);
  return { ...register, groupOf: groupsOf(register, groupOfTownship), at: now };
}

function groupsOf({ columns, townshipOf, townships }: Register, groupOfTownship: (code: string) => number) {
  const groups = townships.map(groupOfTownship);
  const groupOf = new Uint16Array(new SharedArrayBuffer(columns.size * 2));
  for (let household = 0; household < columns.size; household += 1) {
    groupOf[household] = groups[townshipOf[household] ?? 0] ?? 0;
  }
  return groupOf;
}
