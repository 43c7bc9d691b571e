/** Money in fen, dates as `YYYY-MM-DD`, codes as their id; null, or left out, is not yet known. */
export type FactValue = string | number | boolean | null;

/** By id of the question. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** What is known of one household: of itself, its members, and what happened to it. */
export interface HouseholdFacts {
  readonly household: FactValues;
  readonly members: readonly FactValues[];
  readonly events?: readonly FactValues[];
}
