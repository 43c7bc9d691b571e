import { type CheckedRules, dateTextOf, numberIn, type Results, storageOf, type ValueColumn } from '@yimen/rules';

/** What the packs call it: dibao is kept for the time being although work lifted the household above the standard. */
export const GRADUAL_EXIT = { programme: 'dibao', keeps: 'keepsDibao', ends: 'dibaoExitEndsOn' } as const;

/** Where the rules of the place have a gradual exit: both are recorded beside the outcomes. */
export function exitVariables({ catalogue }: CheckedRules): readonly string[] {
  const { keeps, ends } = GRADUAL_EXIT;
  return [keeps, ends].every((id) => catalogue.entries.get(id)?.on === 'household') ? [keeps, ends] : [];
}

/** The first day on which dibao is no longer kept; null for a household that is in no gradual exit. */
export function exitFinder(rules: CheckedRules, results: Results): (household: number) => string | null {
  const keeps: ValueColumn | undefined = results.columns.get(GRADUAL_EXIT.keeps);
  const ends = results.columns.get(GRADUAL_EXIT.ends);
  const range = rules.catalogue.entries.get(GRADUAL_EXIT.ends)?.range;
  if (!keeps || !ends || !range) return () => null;
  const storage = storageOf(range);
  return (household) => {
    if (keeps[household] !== 1) return null;
    const key = numberIn(ends, storage, household);
    return Number.isNaN(key) ? null : dateTextOf(key);
  };
}
