import { randomUUID } from 'node:crypto';
import type { PolicyRow } from '@yimen/rules';
import type { Pool, Watch } from './open-pool.ts';
import { connect, finishRedetermination, insertRedetermination, inTransaction } from './register-store.ts';

const HOUSEHOLDS_PER_RANGE = 20_000;

/** A re-determination of everybody, cut into open ranges; nothing is computed yet. */
export async function startRedetermination(
  databaseUrl: string,
  { on, policyVersion, rangeSize = HOUSEHOLDS_PER_RANGE }: { on: string; policyVersion: string; rangeSize?: number },
): Promise<string> {
  const id = randomUUID();
  const client = await connect(databaseUrl);
  try {
    await inTransaction(client, () => insertRedetermination(client, { id, on, policyVersion, rangeSize }));
    return id;
  } finally {
    await client.end();
  }
}

export interface RedeterminationInput {
  readonly databaseUrl: string;
  readonly id: string;
  readonly rows: readonly PolicyRow[];
  /** The policy row of each place number. */
  readonly rowOfPlace: Uint16Array;
}

export interface RedeterminationProgress {
  readonly households: number;
  readonly differences: number;
  /** False when it was stopped, or another process still works on a range. */
  readonly isFinished: boolean;
}

/** Works off the open ranges; call it again to go on after a stop, a crash, or beside another process. */
export async function redetermineRegister(
  pool: Pool,
  input: RedeterminationInput,
  watch: Watch = {},
): Promise<RedeterminationProgress> {
  const answers = await pool.run({ kind: 'redetermination', ...input }, watch);
  const sum = { households: 0, differences: 0 };
  for (const answer of answers) {
    if (answer === null || answer instanceof Float64Array) continue;
    sum.households += answer.households;
    sum.differences += answer.differences;
  }
  const client = await connect(input.databaseUrl);
  try {
    return { ...sum, isFinished: await finishRedetermination(client, input.id) };
  } finally {
    await client.end();
  }
}
