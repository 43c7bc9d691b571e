import { addTally, type HouseholdColumns, readSimulation } from '@yimen/rules';
import type { Pool } from '../../packages/server/src/mass-determination/index.ts';
import { unknownIn } from './batch-speed.ts';
import { atMost, type Figure, figure } from './figures.ts';
import type { Subject } from './subject.ts';
import { timed } from './timing.ts';

/** Every standard five in the hundred higher, by county, as a slider asks for it. */
export async function measureSimulation(
  subject: Subject,
  columns: HouseholdColumns,
  pool: Pool,
): Promise<readonly Figure[]> {
  const { rules, name, classes, rows, raised } = subject;
  const choice = { classes, groups: rows.length, binFen: 10_000, bins: 40 };
  const task = { kind: 'simulation' as const, columns, before: rows, after: raised, groupOf: columns.rowOf, choice };
  const unknownFacts = unknownIn(subject, columns);
  let sum: Float64Array = new Float64Array();
  const { wall, cpu } = await timed(async () => {
    const parts = (await pool.run({ ...task, unknownFacts })).filter((part) => part instanceof Float64Array);
    const [first = new Float64Array(), ...rest] = parts;
    for (const part of rest) addTally(first, part);
    sum = first;
    readSimulation(rules, choice, first);
  });
  const { total } = readSimulation(rules, choice, sum);
  const words = `${total.gainers.toLocaleString('en')} households gain, ${total.losers.toLocaleString('en')} lose`;
  return [
    figure(
      name,
      `“+5 %” with gainers, losers, moves and cost by county (${words})`,
      `${(wall / 1000).toFixed(2)} s (${(cpu / 1000).toFixed(2)} s of processor time)`,
      atMost(wall / 1000, 1, ' s'),
    ),
  ];
}
