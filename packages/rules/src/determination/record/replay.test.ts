import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anyFacts, anyParameters, anyRuleSet } from '../../../testing/any-rules.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import { referencePolicySet } from '../../../testing/reference-policy.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { PolicySet } from '../../policy/pack.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import { generatedFor } from '../generated/generated.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { createRulebook, type Rulebook, RulesRefused } from '../place/rulebook.ts';
import { type DeterminationRecord, ENGINE_VERSION } from './determination-record.ts';
import { recordDetermination, recordText } from './record-determination.ts';
import { replay } from './replay.ts';

vi.setConfig({ testTimeout: 90_000 });

const MEMBER = {
  birthDate: '1980-05-01',
  wageIncome: 0,
  pensionIncome: 18_000,
  isEmployed: false,
  hasSupporter: false,
  disabilityGrade: 'none',
  schoolStage: 'none',
  careGrade: 'self',
};
const FACTS: HouseholdFacts = {
  household: { property: 500_000, rigidExpenditure: 0 },
  members: [
    { ...MEMBER, wageIncome: 90_000, isEmployed: true },
    { ...MEMBER, birthDate: '1950-01-01', careGrade: 'half' },
    { ...MEMBER, birthDate: '2014-09-01', pensionIncome: 0, schoolStage: 'primary', hasSupporter: true },
  ],
};
const FOR = {
  regionCode: '341503',
  origins: [{ id: 'wageIncome', on: 'person', index: 0, provenance: 'dataSource' }],
} as const;

function recordIn(set: PolicySet, facts: HouseholdFacts, rulebook: Rulebook = createRulebook()): DeterminationRecord {
  const policy = findPolicy(set, 'county', '2026-03-01');
  const result = policy && rulebook.determine(policy, facts);
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  return recordDetermination(result.determined, FOR);
}

/** As it comes back from where it was kept. */
function kept(record: DeterminationRecord): DeterminationRecord {
  return JSON.parse(recordText(record)) as DeterminationRecord; // written by recordText
}

describe('a record of the reference rules', () => {
  const set = referencePolicySet(86_300);

  test('is made again to the byte, by closures and by generated code', () => {
    const record = recordIn(set, FACTS);
    expect(replay(kept(record), set)).toEqual({ identical: true });
    expect(recordText(recordIn(set, FACTS, createRulebook(generatedFor)))).toBe(recordText(record));
  });

  test('keeps where a fact came from, and what everything came to', () => {
    const record = recordIn(set, FACTS);
    const text = recordText(record);
    expect(text).toContain('"source":{"kind":"fact","provenance":"dataSource"}');
    expect(record.values.members[0]).toMatchObject({ countedIncome: 90_000, age: 45, isTekun: false });
    expect(record.values.household).toMatchObject({ memberCount: 3, monthlyIncome: 108_000, isDibao: true });
    expect(record.outcomes.find(({ programme }) => programme === 'dibao')).toMatchObject({ outcome: 'yes' });
  });

  test('by later packs it tells where it differs', () => {
    const record = kept(recordIn(set, FACTS));
    const again = replay(record, referencePolicySet(90_000));
    expect(again.identical).toBe(false);
    const paths = again.identical ? [] : again.differences.map(({ path }) => path);
    expect(paths).toContain('policyVersion');
    expect(paths).toContain('values.household.dibaoAmount');
    expect(paths).not.toContain('values.household.monthlyIncome');
    expect(replay(record, set)).toEqual({ identical: true });
  });

  test('of an older engine gives the same results, however they are told now', () => {
    const record = kept(recordIn(set, FACTS));
    const older = { ...record, engineVersion: ENGINE_VERSION - 1, explanations: [] };
    expect(replay(older, set)).toEqual({ identical: false, sameResults: true, differences: [] });
    const [first, ...others] = older.outcomes;
    const dearer = { ...older, outcomes: [{ ...first, amount: (first?.amount ?? 0) + 100 }, ...others] };
    const again = replay(dearer as DeterminationRecord, set);
    expect(again).toMatchObject({ sameResults: false, differences: [{ path: 'outcomes.0.amount' }] });
    // What this engine told it would tell again.
    const untold = replay({ ...record, explanations: [] }, set);
    expect(untold).toMatchObject({ identical: false, sameResults: true });
    expect(untold.identical ? [] : untold.differences.map(({ path }) => path)).toContain('explanations.0');
  });

  test('that was changed by hand is found out', () => {
    const record = kept(recordIn(set, FACTS));
    const dearer = { ...record, outcomes: record.outcomes.map((one) => ({ ...one, amount: (one.amount ?? 0) + 100 })) };
    const again = replay(dearer, set);
    expect(again.identical ? [] : again.differences.map(({ path }) => path)).toContain('outcomes.0.amount');
    const impossible = { ...record, facts: { ...FACTS, household: { property: -1 } } };
    expect(replay(impossible, set)).toMatchObject({
      differences: [{ path: 'facts.household.property', recorded: -1 }],
    });
    expect(replay({ ...record, packId: 'elsewhere' }, set)).toMatchObject({ differences: [{ path: 'packId' }] });
  });
});

/** Every variable that is yes or no is a programme; undefined when the figures could grow too large. */
function findRecord(set: RuleSet, facts: HouseholdFacts, parameters: Parameters<typeof policySetFrom>[1]) {
  const determinations = set.variables
    .filter(({ unit, on }) => unit === 'flag' && on === 'household')
    .map(({ id }) => ({ programme: id, eligible: id, amount: null, excludes: [] }));
  const packs = policySetFrom({ ...set, determinations }, parameters);
  try {
    return { packs, record: recordIn(packs, facts) };
  } catch (error) {
    if (error instanceof RulesRefused) return undefined;
    throw error;
  }
}

describe('any rules', () => {
  test('a replay is the original', () => {
    fc.assert(
      fc.property(anyRuleSet, anyFacts(false), anyParameters, (set, facts, parameters) => {
        const made = findRecord(set, facts, parameters);
        fc.pre(made !== undefined);
        expect(replay(kept(made.record), made.packs)).toEqual({ identical: true });
      }),
      { numRuns: 150 },
    );
  });

  test('the order of the members only permutes them', () => {
    fc.assert(
      fc.property(anyRuleSet, anyFacts(false), anyParameters, (set, facts, parameters) => {
        const one = findRecord(set, facts, parameters);
        const turned = { ...facts, members: facts.members.toReversed() };
        const other = findRecord(set, turned, parameters);
        fc.pre(one !== undefined && other !== undefined);
        expect(other.record.outcomes).toEqual(one.record.outcomes);
        expect(other.record.values.household).toEqual(one.record.values.household);
        expect(other.record.values.members.toReversed()).toEqual(one.record.values.members);
      }),
      { numRuns: 150 },
    );
  });

  test('what is decided stays so, whatever the facts that were not known turn out to be', () => {
    fc.assert(
      fc.property(anyRuleSet, anyFacts(true), anyParameters, fc.nat(6), (set, facts, parameters, gap) => {
        const whole = findRecord(set, facts, parameters);
        const partly = findRecord(set, withoutSome(facts, gap), parameters);
        fc.pre(whole !== undefined && partly !== undefined);
        expect(whole.record.values.household).toMatchObject(partly.record.values.household);
      }),
      { numRuns: 200 },
    );
  });
});

/** Every fact whose place leaves this rest is not known. */
function withoutSome({ household, members, events = [] }: HouseholdFacts, gap: number): HouseholdFacts {
  const some = (facts: HouseholdFacts['household']) =>
    Object.fromEntries(Object.entries(facts).map(([id, value], at) => [id, at % 7 === gap ? null : value]));
  return { household: some(household), members: members.map(some), events: events.map(some) };
}
