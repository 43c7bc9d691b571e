import {
  type CheckedRules,
  createSharedColumns,
  type Entry,
  findDateKey,
  type HouseholdColumns,
  RULE_SCOPES,
  type RuleScope,
} from '@yimen/rules';
import { seeded } from '@yimen/rules/testing/seeded';

/**
 * Households for any set of rules, the same every time: what the packs ask for is filled in by its name where we know
 * how it is distributed among people on assistance, else by its unit and options. `places` rows of policy, side by side.
 */
export function seededHouseholds(rules: CheckedRules, count: number, places: number): HouseholdColumns {
  const random = seeded(20_260_301);
  const sizes = Uint8Array.from({ length: count }, () => sizeOf(random()));
  const events = Uint8Array.from({ length: count }, () => (random() < 0.1 ? 1 : 0));
  const sum = (counts: Uint8Array) => counts.reduce((total, one) => total + one, 0);
  const columns = createSharedColumns(rules, { household: count, person: sum(sizes), event: sum(events) });
  columns.offsets.person[0] = 0;
  columns.offsets.event[0] = 0;
  for (let household = 0; household < count; household += 1) {
    columns.rowOf[household] = Math.floor((household * places) / count);
    columns.offsets.person[household + 1] = (columns.offsets.person[household] ?? 0) + (sizes[household] ?? 1);
    columns.offsets.event[household + 1] = (columns.offsets.event[household] ?? 0) + (events[household] ?? 0);
  }
  for (const scope of RULE_SCOPES) {
    const length = columns.facts[scope][0]?.length ?? 0;
    const firsts = new Set(scope === 'person' ? columns.offsets.person : []);
    const people = scope === 'person' ? Array.from({ length }, (_, index) => someone(random, firsts.has(index))) : [];
    for (const [slot, column] of columns.facts[scope].entries()) {
      const entry = rules.catalogue.slots[scope][slot];
      if (!entry) continue;
      const make = makerOf(rules, entry, scope, random);
      for (let index = 0; index < length; index += 1) column[index] = make(people[index]);
    }
  }
  return columns;
}

interface Someone {
  readonly birthYear: number;
  readonly isEmployed: boolean;
  readonly isFirst: boolean;
}

function someone(random: () => number, isFirst: boolean): Someone {
  const birthYear = 1930 + Math.floor(random() * 95);
  return { birthYear, isFirst, isEmployed: birthYear < 2008 && birthYear > 1965 && random() < 0.55 };
}

type Make = (person: Someone | undefined) => number;

function makerOf(
  { catalogue }: CheckedRules,
  { id, unit, options, range, per }: Entry,
  scope: RuleScope,
  random: () => number,
): Make {
  const within = (value: number) => Math.min(range.high, Math.max(range.low, Math.floor(value)));
  const day = (year: number) => findDateKey(`${year}-${two(1 + random() * 12)}-${two(1 + random() * 28)}`) ?? 0;
  if (/unemployed/i.test(id) && unit === 'flag') return (person) => Number(person?.isEmployed === false);
  if (unit === 'flag')
    return (person) => (/employ|work/i.test(id) && person ? Number(person.isEmployed) : Number(random() < shareOf(id)));
  if (unit === 'date')
    return (person) => (/birth/i.test(id) && person ? day(person.birthYear) : day(2016 + Math.floor(random() * 10)));
  if (unit === 'text') {
    const codeOf = (option: string) => catalogue.codeNumbers.get(option) ?? 0;
    const once = catalogue.onceOptions.find(({ fact }) => fact === id)?.option.id;
    const codes = options.filter((option) => option !== once).map(codeOf);
    // The first option mostly is the usual one: none, healthy, at home.
    const usual = () => codes[random() < 0.7 ? 0 : Math.floor(random() * codes.length)] ?? 0;
    // One member is the applicant, and one alone.
    return (person) => (once !== undefined && person?.isFirst ? codeOf(once) : usual());
  }
  if (unit === 'fen') {
    const months = per === 'year' ? 12 : 1;
    if (/wage|earning/i.test(id))
      return (person) => within(person?.isEmployed === false ? 0 : months * (30_000 + random() * 250_000));
    if (/pension/i.test(id))
      return (person) => within((person?.birthYear ?? 2000) < 1966 ? months * (10_000 + random() * 60_000) : 0);
    // Mostly nobody in a household has this kind of income or property.
    const rare = /income|allowance|upkeep|award|capital/i.test(id) && scope !== 'event';
    const yearly = scope === 'household' ? 4_000_000 : 800_000;
    const usual = per === 'month' ? 60_000 : yearly;
    return () => within(random() < (rare ? 0.92 : 0.6) ? 0 : random() * usual * 2);
  }
  if (id === 'homeAreaPerHead') return () => within(5 + random() * 50);
  if (/^(car|home)Count$/.test(id))
    return () => upTo(id === 'carCount' ? [0.9, 0.98, 1] : [0.08, 0.93, 0.99, 1], random());
  if (unit === 'basisPoints') return () => within(random() * 10_000);
  if (unit === 'years') return () => within(random() * 60);
  return () => within(random() * (unit === 'months' ? 36 : 6));
}

/** How often a condition holds. */
function shareOf(id: string): number {
  if (/support|resident|registered|lives|permanent|apply|consent/i.test(id)) return 0.85;
  return /orphan|missing|prison|serving|refus|vagrant|died|martyr|false|conceal/i.test(id) ? 0.01 : 0.1;
}

function sizeOf(random: number): number {
  return 1 + upTo([0.22, 0.5, 0.74, 0.91, 0.97, 1], random);
}

/** The first count is as likely as the first share says, the second up to the second share, and so on. */
function upTo(shares: readonly number[], random: number): number {
  return shares.findIndex((share) => random < share);
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
