import type { Row } from '../policy/unit.ts';

/** The row with the highest `aboveFen` the amount lies above; a band begins just above its figure. */
export function findBand(rows: readonly Row[], amountFen: number): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    const above = Number(row['aboveFen']);
    if (amountFen > above && above >= Number(best?.['aboveFen'] ?? -1)) best = row;
  }
  return best;
}
