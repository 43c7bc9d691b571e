import type { CheckedRules, HouseholdColumns, Results } from '@yimen/rules';

/** The first difference between the batch and the loop written by hand, of any household, stops the run. */
export function requireSameByHand(
  { catalogue, determinations }: CheckedRules,
  columns: HouseholdColumns,
  { batch, hand }: { readonly batch: Results; readonly hand: Results },
): void {
  for (const [id, column] of batch.columns) {
    const own = hand.columns.get(id);
    const at = column.findIndex((value, index) => !Object.is(own?.[index], value));
    if (at < 0) continue;
    const on = catalogue.entries.get(id)?.on ?? 'household';
    const household = on === 'household' ? at : columns.offsets[on].findIndex((first) => first > at) - 1;
    const found = determinations.find(({ eligible, amount }) => eligible === id || amount === id);
    throw new Error(
      `${found?.programme} of household ${household}: ${id} is ${column[at]} by the batch and ${own?.[at]} by hand (${on} ${at})`,
    );
  }
}

/** How many formulas the recorded results are made of; the others are computed by neither. */
export function formulasOf({ variables }: CheckedRules, recorded: readonly string[]): number {
  const needed = new Set(recorded);
  for (const { entry, reads } of variables.toReversed()) {
    if (!needed.has(entry.id)) continue;
    for (const id of reads) needed.add(id);
  }
  return variables.filter(({ entry }) => needed.has(entry.id)).length;
}
