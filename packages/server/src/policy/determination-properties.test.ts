import {
  type CheckedRules,
  createRulebook,
  type Determined,
  findPolicyForRegion,
  generatedFor,
  type HouseholdFacts,
  type ParameterValue,
  type PolicyOn,
  questionsIn,
  readValue,
  resolveParameter,
} from '@yimen/rules';
import { anyHousehold, withHidden } from '@yimen/rules/testing/any-household';
import { asFact, determineSlowly } from '@yimen/rules/testing/slow-determination';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadPolicySet } from './index.ts';

vi.setConfig({ testTimeout: 120_000 });
const RUNS = { numRuns: 150 };
const set = loadPolicySet();
const closures = createRulebook();
const generated = createRulebook(generatedFor);
const PLACES = ['341503', '3703Z1', '630000', '330100', '445200', '110101'];

function policyAt(region: string): PolicyOn {
  const policy = findPolicyForRegion(set, region, '2026-03-01');
  if (!policy) throw new Error(region);
  return policy;
}

function determined(policy: PolicyOn, facts: HouseholdFacts, rulebook = closures): Determined {
  const result = rulebook.determine(policy, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.determined;
}

/** Every value there is, with its place. */
function valuesIn({ rules, values, facts }: Determined) {
  return rules.variables.flatMap(({ entry: { id, on } }) =>
    Array.from({ length: countOf(on, facts) }, (_, index) => ({
      id,
      index,
      value: readValue(rules, values, id, index),
    })),
  );
}

function countOf(
  on: CheckedRules['variables'][number]['entry']['on'],
  { members, events = [] }: HouseholdFacts,
): number {
  if (on === 'household') return 1;
  return on === 'person' ? members.length : events.length;
}

describe.each(PLACES)('whatever household asks in %s', (region) => {
  const policy = policyAt(region);
  const questions = questionsIn(policy.chain);
  const any = anyHousehold(questions, { isTotal: false });

  test('what is not known never turns an answer that does not depend on it', () => {
    const hidden = fc.array(fc.boolean(), { minLength: 7, maxLength: 31 });
    fc.assert(
      fc.property(any, hidden, (facts, bits) => {
        const whole = valuesIn(determined(policy, facts));
        const partial = valuesIn(determined(policy, withHidden(facts, bits)));
        for (const [at, { id, index, value }] of partial.entries()) {
          if (value !== null) expect([id, index, value]).toEqual([id, index, whole[at]?.value]);
        }
      }),
      RUNS,
    );
  });

  test('the order of the members changes nothing but their order', () => {
    fc.assert(
      fc.property(any, (facts) => {
        const turned = { ...facts, members: facts.members.toReversed() };
        const one = determined(policy, facts);
        const other = determined(policy, turned);
        const last = facts.members.length - 1;
        for (const { entry } of one.rules.variables) {
          for (let index = 0; index < countOf(entry.on, facts); index += 1) {
            const place = entry.on === 'person' ? last - index : index;
            expect([entry.id, readValue(other.rules, other.values, entry.id, place)]).toEqual([
              entry.id,
              readValue(one.rules, one.values, entry.id, index),
            ]);
          }
        }
      }),
      RUNS,
    );
  });

  test('generated code gives what closures give', () => {
    fc.assert(
      fc.property(any, (facts) => {
        expect(valuesIn(determined(policy, facts, generated))).toEqual(valuesIn(determined(policy, facts)));
      }),
      RUNS,
    );
  });

  const total = anyHousehold(questions, { isTotal: true });
  test('the slow interpreter of the language gives what closures give', () => {
    fc.assert(
      fc.property(total, (facts) => {
        const whole = determined(policy, facts);
        const slow = determineSlowly({ ...whole.rules, on: policy.on }, facts, parametersOf(whole));
        for (const { id, index, value } of valuesIn(whole)) {
          const { on = 'household', unit } = whole.rules.catalogue.entries.get(id) ?? {};
          const names = on === 'household' ? slow.household : slow[on][index];
          // Where a figure of the place is missing, FEEL goes on with null; we say that it is not known.
          if (value !== null) expect([id, index, value]).toEqual([id, index, asFact(names?.get(id), unit)]);
        }
      }),
      { numRuns: 25 },
    );
  });

  const withMember = (facts: HouseholdFacts, id: string, more: number): HouseholdFacts => {
    const [first = {}, ...others] = facts.members;
    const most = questions.find((question) => question.id === id)?.largest ?? 1_000_000;
    return { ...facts, members: [{ ...first, [id]: Math.min(Number(first[id]) + more, most) }, ...others] };
  };
  const incomes = fc.constantFrom('wageIncome', 'propertyIncome', 'pensionIncome', 'otherIncome');
  const more = fc.integer({ min: 0, max: 1_000_000 });

  test('more income never raises the gap', () => {
    fc.assert(
      fc.property(total, incomes, more, (facts, id, amount) => {
        const before = gapOf(determined(policy, facts));
        const after = gapOf(determined(policy, withMember(facts, id, amount)));
        if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before);
      }),
      RUNS,
    );
  });

  test('money that is no income changes no answer', () => {
    const exempt = fc.constantFrom(
      'preferentialAllowance',
      'familyPlanningAward',
      'scholarship',
      'braveryAward',
      'assistanceReceived',
    );
    fc.assert(
      fc.property(total, exempt, more, (facts, id, amount) => {
        expect(determined(policy, withMember(facts, id, amount)).outcomes).toEqual(determined(policy, facts).outcomes);
      }),
      RUNS,
    );
  });
});

function parametersOf({ rules, policy, facts }: Determined): ReadonlyMap<string, ParameterValue> {
  const area = facts.household['area'] === 'rural' ? 'rural' : 'urban';
  const ids = [...rules.catalogue.scalars.keys(), ...rules.catalogue.tables.keys()];
  return new Map(
    ids.flatMap((id) => {
      const found = resolveParameter(policy, id, area);
      return found.known ? [[id, found.value] as const] : [];
    }),
  );
}

function gapOf({ rules, values }: Determined): number | null {
  const gap = readValue(rules, values, 'dibaoGap');
  return typeof gap === 'number' ? gap : null;
}
