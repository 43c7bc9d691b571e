import { batchFor, createResults, type HouseholdColumns, inspectColumns, type Results } from '@yimen/rules';
import { type Pool, recordedOf } from '../../packages/server/src/mass-determination/index.ts';
import { formulasOf, requireSameByHand } from './compare-by-hand.ts';
import { atLeast, atMost, type Figure, figure, rateFigure } from './figures.ts';
import type { Subject } from './subject.ts';
import { inTurn, peakMegabytes, timed, type Work } from './timing.ts';

/** All households at once: one core, both cores, what recording costs, beside the loop written by hand. */
export async function measureBatch(
  subject: Subject,
  columns: HouseholdColumns,
  pool: Pool,
): Promise<readonly Figure[]> {
  const { rules, rows, name, byHand, bar } = subject;
  const recorded = recordedOf(rules);
  const all = rules.variables.map(({ entry }) => entry.id);
  const results = createResults(rules, columns, recorded);
  const everything = createResults(rules, columns, all);
  const unknownFacts = unknownIn(subject, columns);
  const batch = batchFor(rules, recorded);
  const recording = batchFor(rules, all);
  const hand = createResults(rules, columns, recorded);
  const works: readonly Work[] = [
    { name: 'batch', run: () => batch({ columns, rows, results, unknownFacts }) },
    { name: 'recording', run: () => recording({ columns, rows, results: everything, unknownFacts }) },
    { name: 'hand', run: byHand(columns, hand) },
  ];
  const times = inTurn(works);
  const [one, record, floor] = ['batch', 'recording', 'hand'].map((key) => times.get(key) ?? 0);
  requireSame(everything, results);
  requireSameByHand(rules, columns, { batch: results, hand });
  const shared = createResults(rules, columns, recorded);
  const task = { kind: 'batch' as const, recorded, columns, rows, results: shared, unknownFacts };
  const two = await timed(() => pool.run(task), 7);
  requireSame(shared, results);
  const perSecond = (milliseconds = 1) => (columns.size / milliseconds) * 1000;
  const ratio = (record ?? 0) / (one ?? 1);
  const overHand = (one ?? 0) / (floor ?? 1);
  const held = `${rules.determinations.length} programmes, ${formulasOf(rules, recorded)} formulas`;
  const gain = (one ?? 0) / (two.cpu / pool.threads);
  return [
    rateFigure(name, 'batch, one core', perSecond(one), atLeast(perSecond(one), bar, '/s')),
    rateFigure(name, `batch, ${pool.threads} threads (wall clock)`, perSecond(two.wall)),
    figure(name, 'gain of two threads, by processor time', `${gain.toFixed(2)} × one core`, {
      text: 'near 2',
      isKept: gain >= 1.7,
    }),
    rateFigure(name, 'loop written by hand, one core', perSecond(floor)),
    figure(
      name,
      `batch ÷ loop written by hand, ${held}`,
      `${overHand.toFixed(2)} × the time`,
      atMost(overHand, 1.5, ' ×'),
    ),
    figure(name, 'recording every value ÷ without', `${ratio.toFixed(2)} × the time`, atMost(ratio, 1.5, ' ×')),
    figure(name, 'peak memory until here', `${peakMegabytes()} MB`),
  ];
}

/** The same rules over ten times, a hundred times as many households. */
export function measureGrowth(subject: Subject, columns: HouseholdColumns): readonly Figure[] {
  const { rules, rows, name } = subject;
  const recorded = recordedOf(rules);
  const results = createResults(rules, columns, recorded);
  const unknownFacts = unknownIn(subject, columns);
  const batch = batchFor(rules, recorded);
  const counts = [10_000, 100_000, 1_000_000].filter((count) => count <= columns.size);
  // Every fiftieth and so on would miss the caches: the first so many are as good as any.
  const each = counts.map((to) => {
    const time = inTurn([{ name: 'batch', run: () => batch({ columns, rows, results, unknownFacts, to }) }], 15);
    return ((time.get('batch') ?? 0) * 1e6) / to;
  });
  const spread = Math.max(...each) / Math.min(...each);
  const measured = counts
    .map((count, index) => `${count.toLocaleString('en')}: ${each[index]?.toFixed(0)} ns`)
    .join(', ');
  return [figure(name, 'time per household as there are more', measured, { text: 'linear', isKept: spread < 1.5 })];
}

export function unknownIn({ rules }: Subject, columns: HouseholdColumns): ReadonlySet<string> {
  const inspected = inspectColumns(rules, columns);
  if (!inspected.ok) throw new Error(JSON.stringify(inspected.issue));
  return inspected.unknownFacts;
}

/** Everything the second has, for every household. */
export function requireSame(one: Results, other: Results): void {
  for (const [id, column] of other.columns) {
    const wrong = column.findIndex((value, index) => !Object.is(one.columns.get(id)?.[index], value));
    if (wrong >= 0) throw new Error(`${id} differs at ${wrong}`);
  }
}
