import { type CheckedRules, RULE_SCOPES, type RuleScope, storageOf, UNKNOWN_MARK } from '@yimen/rules';
import { z } from 'zod';

const LayoutFact = z.object({ id: z.string(), unit: z.string(), options: z.array(z.string()) });
type LayoutFact = z.infer<typeof LayoutFact>;

/**
 * How the facts of a household were packed: a fact is known by its place here, an option by its place among those of
 * its fact. Layouts are kept for ever, so that rows packed years ago can be read.
 */
export const FactLayout = z.object({
  household: z.array(LayoutFact),
  person: z.array(LayoutFact),
  event: z.array(LayoutFact),
});
export type FactLayout = z.infer<typeof FactLayout>;

export function layoutOfRules({ catalogue }: CheckedRules): FactLayout {
  const factsOf = (scope: RuleScope): LayoutFact[] =>
    catalogue.slots[scope]
      .filter(({ isFact }) => isFact)
      .map(({ id, unit, options }) => ({ id, unit, options: [...options] }));
  return { household: factsOf('household'), person: factsOf('person'), event: factsOf('event') };
}

/** How one packed fact gets into the columns of the rules at hand. */
export interface FactPlace {
  readonly id: string;
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly storage: ReturnType<typeof storageOf>;
  readonly isDate: boolean;
  /** The number of each option in these rules; null when it is no code. */
  readonly codes: readonly number[] | null;
  /** Of a narrow column, what each packed byte is there; the mark of what is not known where it cannot be. */
  readonly ofByte: Uint8Array;
}

export type LayoutPlan = Readonly<Record<RuleScope, readonly (FactPlace | null)[]>>;

/** Null for a fact these rules do not ask for. */
export function planOfLayout({ catalogue }: CheckedRules, layout: FactLayout): LayoutPlan {
  const placesOf = (scope: RuleScope) =>
    layout[scope].map(({ id, unit, options }): FactPlace | null => {
      const entry = catalogue.entries.get(id);
      if (!entry?.isFact || entry.on !== scope || entry.unit !== unit) return null;
      const { slot, range } = entry;
      const codes = unit === 'text' ? options.map((option) => catalogue.codeNumbers.get(option) ?? -1) : null;
      const ofByte = bytesOf(range, codes);
      return { id, slot, ...range, storage: storageOf(range), isDate: unit === 'date', codes, ofByte };
    });
  const [household, person, event] = RULE_SCOPES.map(placesOf);
  return { household: household ?? [], person: person ?? [], event: event ?? [] };
}

function bytesOf({ low, high }: Pick<FactPlace, 'low' | 'high'>, codes: FactPlace['codes']): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const value = codes ? (codes[byte] ?? -1) : byte;
    return value >= low && value <= high ? value : UNKNOWN_MARK.uint8;
  });
}
