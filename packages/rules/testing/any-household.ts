import fc from 'fast-check';
import type { RuleFact, RuleScope } from '../src/determination/model/rule-model.ts';
import type { FactValue, FactValues, HouseholdFacts } from '../src/household-facts.ts';

/** Households of all kinds: every fact of the place has some possible value; without `isTotal` a third of them is not known. */
export function anyHousehold(
  facts: readonly RuleFact[],
  { isTotal }: { isTotal: boolean },
): fc.Arbitrary<HouseholdFacts> {
  const scope = (on: RuleScope): fc.Arbitrary<FactValues> =>
    fc.record(
      Object.fromEntries(
        facts
          .filter((fact) => fact.on === on)
          .map((fact) => [fact.id, isTotal ? anyValue(fact) : fc.option(anyValue(fact), { freq: 3 })]),
      ),
    );
  return fc.record({
    household: scope('household'),
    members: fc.array(scope('person'), { minLength: 1, maxLength: 4 }).map((members) => eachOnce(facts, members)),
    events: fc.array(scope('event'), { maxLength: 2 }),
  });
}

/** What holds of one member alone is told of the first; the others get another option. */
function eachOnce(facts: readonly RuleFact[], members: readonly FactValues[]): FactValues[] {
  const single = facts.flatMap(({ id, options }) =>
    options.filter(({ once }) => once).map((option) => ({ id, option })),
  );
  return members.map((member, index) => {
    const taken = single.filter(({ id, option }) =>
      members.slice(0, index).some((before) => before[id] === option.id && member[id] === option.id),
    );
    return { ...member, ...Object.fromEntries(taken.map(({ id }) => [id, otherOption(facts, id)])) };
  });
}

function otherOption(facts: readonly RuleFact[], id: string): FactValue {
  return facts.find((fact) => fact.id === id)?.options.find(({ once }) => !once)?.id ?? null;
}

const anyDate = anyDateUntil('2026-12-31');
/** Before any day the tests determine on. */
const anyPastDate = anyDateUntil('2025-12-31');

function anyDateUntil(last: string): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date('1935-01-01'), max: new Date(last), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

/** Mostly of the size rules look at; the ends of the range now and then. */
function anyValue({ unit, options, smallest, largest, per, past }: RuleFact): fc.Arbitrary<FactValue> {
  if (unit === 'flag') return fc.boolean();
  if (unit === 'text') return fc.constantFrom(...options.map(({ id }) => id));
  if (unit === 'date') return past ? anyPastDate : anyDate;
  const low = smallest ?? 0;
  const high = largest ?? (unit === 'fen' ? 10_000_000_000 : 1_000);
  const usual = Math.min(high, Math.max(low, usualOf(unit, per)));
  return fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: low, max: usual }) },
    { weight: 3, arbitrary: fc.constant(low) },
    { weight: 1, arbitrary: fc.integer({ min: low, max: high }) },
  );
}

function usualOf(unit: RuleFact['unit'], per: RuleFact['per']): number {
  if (unit !== 'fen') return 12;
  return per === 'month' ? 300_000 : 3_000_000;
}

/** Hides some of what is known: a bit for each fact of each scope, in the order they stand. */
export function withHidden(facts: HouseholdFacts, hidden: readonly boolean[]): HouseholdFacts {
  let next = 0;
  const hide = (given: FactValues): FactValues =>
    Object.fromEntries(Object.entries(given).map(([id, value]) => [id, hidden[next++ % hidden.length] ? null : value]));
  const { household, members, events = [] } = facts;
  return { household: hide(household), members: members.map(hide), events: events.map(hide) };
}
