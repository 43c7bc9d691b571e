import { type CheckedRules, type HouseholdColumns, type RuleScope, storageOf, UNKNOWN_MARK } from '@yimen/rules';

/** Nothing is known any more of those from one place up to another. */
export function makeUnknown(
  { catalogue }: CheckedRules,
  { facts }: Pick<HouseholdColumns, 'facts'>,
  scope: RuleScope,
  { from = 0, to }: { readonly from?: number | undefined; readonly to: number | undefined },
): void {
  for (const [slot, column] of facts[scope].entries()) {
    const range = catalogue.slots[scope][slot]?.range;
    if (range) column.fill(UNKNOWN_MARK[storageOf(range)], from, to);
  }
}
