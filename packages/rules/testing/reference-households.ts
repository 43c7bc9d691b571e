import { createSharedColumns, type HouseholdColumns } from '../src/determination/batch/columns.ts';
import { storageOf, UNKNOWN_MARK } from '../src/determination/batch/storage.ts';
import type { CheckedRules } from '../src/determination/check/check-rules.ts';
import { findDateKey } from '../src/determination/core/date-key.ts';
import { seeded } from './seeded.ts';

/** Seeded households for the reference rules: 2.67 members on average, places side by side as in a register. */
export function referenceHouseholds(rules: CheckedRules, count: number, places: number): HouseholdColumns {
  const random = seeded(20260301);
  const sizes = Uint8Array.from({ length: count }, () => sizeOf(random()));
  const persons = sizes.reduce((sum, size) => sum + size, 0);
  const columns = createSharedColumns(rules, { household: count, person: persons, event: 0 });
  columns.offsets.event.fill(0);
  let at = 0;
  for (let household = 0; household < count; household += 1) {
    columns.rowOf[household] = Math.floor((household * places) / count);
    for (let member = 0; member < (sizes[household] ?? 1); member += 1) {
      for (const [id, value] of Object.entries(memberFacts(rules, random, member))) set(rules, columns, id, at, value);
      at += 1;
    }
    columns.offsets.person[household + 1] = at;
    set(rules, columns, 'property', household, Math.floor(random() * 12_000_000));
    set(rules, columns, 'rigidExpenditure', household, random() < 0.2 ? Math.floor(random() * 8_000_000) : 0);
  }
  return columns;
}

function sizeOf(random: number): number {
  const upTo = [0.22, 0.5, 0.74, 0.91, 0.97, 1];
  return 1 + upTo.findIndex((share) => random < share);
}

function memberFacts(
  { catalogue }: CheckedRules,
  random: () => number,
  member: number,
): Readonly<Record<string, number>> {
  const code = (id: string) => catalogue.codeNumbers.get(id) ?? 0;
  const year = member < 2 ? 1936 + Math.floor(random() * 70) : 1990 + Math.floor(random() * 35);
  const day = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const isEmployed = year < 2008 && year > 1965 && random() < 0.55;
  return {
    birthDate: findDateKey(day) ?? 0,
    wageIncome: isEmployed ? 50_000 + Math.floor(random() * 350_000) : 0,
    pensionIncome: year < 1966 ? 18_000 + Math.floor(random() * 100_000) : 0,
    isEmployed: Number(isEmployed),
    hasSupporter: Number(random() < 0.8),
    disabilityGrade: code(
      random() < 0.9 ? 'none' : (['first', 'second', 'third', 'fourth'][Math.floor(random() * 4)] ?? ''),
    ),
    schoolStage: code(
      year > 2003 && year < 2020
        ? (['primary', 'junior', 'senior', 'university'][Math.floor(random() * 4)] ?? '')
        : 'none',
    ),
    careGrade: code(random() < 0.95 ? 'self' : 'full'),
  };
}

function set({ catalogue }: CheckedRules, { facts }: HouseholdColumns, id: string, index: number, value: number): void {
  const entry = catalogue.entries.get(id);
  const column = entry && facts[entry.on][entry.slot];
  if (!column) throw new Error(`there is no fact ${id}`);
  column[index] = value;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The same households with one in so many facts not known. */
export function withGaps(rules: CheckedRules, columns: HouseholdColumns, oneIn: number): HouseholdColumns {
  const random = seeded(7);
  for (const { on, slot, range, isFact } of rules.catalogue.entries.values()) {
    const column = isFact ? columns.facts[on][slot] : undefined;
    if (!column) continue;
    for (let index = 0; index < column.length; index += 1) {
      if (random() * oneIn < 1) column[index] = UNKNOWN_MARK[storageOf(range)];
    }
  }
  return columns;
}
