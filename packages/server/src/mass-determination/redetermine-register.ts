import type { Pool, Watch } from './open-pool.ts';
import type { RedeterminationTask } from './redetermine-range.ts';

/**
 * Works off the open ranges of one pack; call it again to go on after a stop or a crash, or beside another process.
 * @returns what this call did.
 */
export async function redetermineRegister(
  pool: Pool,
  input: Omit<RedeterminationTask, 'kind'>,
  watch: Watch = {},
): Promise<{ readonly households: number; readonly differences: number }> {
  const answers = await pool.run({ kind: 'redetermination', ...input }, watch);
  const sum = { households: 0, differences: 0 };
  for (const answer of answers) {
    if (answer === null || answer instanceof Float64Array) continue;
    sum.households += answer.households;
    sum.differences += answer.differences;
  }
  return sum;
}
