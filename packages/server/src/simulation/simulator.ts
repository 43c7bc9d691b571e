import { addTally, type CheckedRules, type PolicyRow, type SimulationChoice } from '@yimen/rules';
import { openPool, type Pool, type RulesSource } from '../mass-determination/index.ts';
import { keep } from '../platform/memory/kept.ts';
import { inAMoment } from './in-a-moment.ts';
import {
  type FoundRegister,
  keepRegisters,
  type ReadingWanted,
  type RegisterAt,
  type RegisterInMemory,
} from './kept-registers.ts';
import { type FindSurvey, keepSurveys } from './kept-surveys.ts';

/** One run over one register. */
export interface Run {
  readonly register: RegisterInMemory;
  readonly rules: CheckedRules;
  readonly source: RulesSource;
  /** As the rows of the register are numbered. */
  readonly before: readonly PolicyRow[];
  readonly after: readonly PolicyRow[];
  readonly draft: { readonly id: string; readonly source: RulesSource } | null;
  readonly choice: SimulationChoice;
}

/** The registers in memory and the threads that compute over them: nothing is there before somebody simulates. */
export interface Simulator {
  readonly survey: FindSurvey;
  find(wanted: Omit<ReadingWanted, 'pool'>): Promise<FoundRegister>;
  run(run: Run, signal: AbortSignal): Promise<Float64Array | null>;
  close(): Promise<void>;
}

const POOLS = { most: 2, restMs: 10 * 60_000, drop: (pool: Pool) => pool.finish() };

export function openSimulator(at: RegisterAt): Simulator {
  const registers = keepRegisters(at);
  const pools = keep<CheckedRules, Pool>(POOLS);
  return {
    survey: keepSurveys(at.databaseUrl),
    find: async (wanted) => {
      const pool = await inAMoment(pools.get(wanted.rules, () => openPool(wanted.source)));
      return pool ? registers.find({ ...wanted, pool }) : { state: 'reading', done: 0, of: 0 };
    },
    run: async ({ register, rules, source, draft, ...rest }, signal) => {
      const pool = await pools.get(rules, () => openPool(source));
      const { columns, groupOf, unknownFacts } = register;
      const task = { kind: 'simulation' as const, columns, groupOf, unknownFacts, ...rest };
      return sumOf(await pool.run(draft ? { ...task, draft } : task, { signal }));
    },
    close: async () => {
      registers.clear();
      await pools.clear();
    },
  };
}

/** Null where there was no household. */
function sumOf(answers: Awaited<ReturnType<Pool['run']>>): Float64Array | null {
  const [first, ...rest] = answers.filter((answer) => answer instanceof Float64Array);
  for (const tally of rest) addTally(first ?? tally, tally);
  return first ?? null;
}
