import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anyFacts, anyParameters, anyRuleSet } from '../../../testing/any-rules.ts';
import { policySetFrom } from '../../../testing/policy-set-from.ts';
import { findNumber, findToldValue, isSame } from '../../../testing/told-value.ts';
import { explain } from '../../explanation/explain.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import { explainBrief } from '../../explanation/say-brief.ts';
import type { FactValue, HouseholdFacts } from '../../household-facts.ts';
import { findPolicy } from '../../policy/policy-on.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { readValue } from '../facts/values.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { createRulebook, type Determined, RulesRefused } from '../place/rulebook.ts';
import { explainValue } from './explain-programmes.ts';

vi.setConfig({ testTimeout: 90_000 });
const RUNS = { numRuns: 250 };

/** Undefined when the figures could grow too large. */
function findDetermined(
  set: RuleSet,
  facts: HouseholdFacts,
  parameters: ReadonlyMap<string, ParameterValue | null>,
): Determined | undefined {
  const policy = findPolicy(policySetFrom(set, parameters), 'county', '2026-03-01');
  if (!policy) throw new Error('The county has its pack.');
  try {
    const result = createRulebook().determine(policy, facts);
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.determined;
  } catch (error) {
    if (error instanceof RulesRefused) return undefined;
    throw error;
  }
}

function allNodes(node: Explanation): readonly Explanation[] {
  return [node, ...node.children.flatMap(allNodes)];
}

/** The explanations of every variable of everybody, for any rules, facts and figures. */
function forAnything(isTotal: boolean, check: (tree: Explanation, determined: Determined) => void): void {
  fc.assert(
    fc.property(anyRuleSet, anyFacts(isTotal), anyParameters, (set, facts, parameters) => {
      const determined = findDetermined(set, facts, parameters);
      fc.pre(determined !== undefined);
      for (const { entry } of determined.rules.variables) {
        const count = entry.on === 'household' ? 1 : determined.values[entry.on].length;
        for (let index = 0; index < count; index += 1) check(explainValue(determined, entry.id, { index }), determined);
      }
    }),
    RUNS,
  );
}

/** Of a statement its own; of a fact or rule that is yes or no, whether it is as required. */
function outcomeOfCondition({ outcome, expected, value, source }: Explanation): Explanation['outcome'] {
  const fact = source?.kind === 'fact' && value !== null ? FACT[String(value)] : undefined;
  const is = outcome ?? fact ?? null;
  if (expected !== false || is === 'unknown' || is === null) return is;
  return is === 'yes' ? 'no' : 'yes';
}

const FACT: Readonly<Record<string, Explanation['outcome']>> = { true: 'yes', false: 'no' };

function determinedValue({ id, who }: Explanation, { rules, values }: Determined): FactValue {
  return readValue(rules, values, id, who?.index ?? 0);
}

describe('any rules', () => {
  test('every fact and rule in an explanation has the value it has in the determination', () => {
    let facts = 0;
    forAnything(false, (tree, determined) => {
      for (const node of allNodes(tree)) {
        if (node.source?.kind !== 'fact' && node.source?.kind !== 'rule') continue;
        facts += node.source.kind === 'fact' ? 1 : 0;
        expect([node.id, node.value]).toEqual([node.id, determinedValue(node, determined)]);
        if (node.unit === 'flag') expect(node.outcome === 'yes').toBe(node.value === true);
      }
    });
    expect(facts).toBeGreaterThan(1_000);
  });

  test('a calculation that is told comes to the figure that is told', () => {
    let calculations = 0;
    forAnything(true, (tree) => {
      for (const node of allNodes(tree)) {
        const told = node.source?.kind === 'rule' && node.formula ? findToldValue(node.formula) : undefined;
        const value = findNumber(node);
        if (!told || !value) continue;
        calculations += 1;
        expect([JSON.stringify(node.formula), isSame(told, value)]).toEqual([JSON.stringify(node.formula), true]);
      }
    });
    expect(calculations).toBeGreaterThan(300);
  });

  test('a comparison comes out as its two sides say', () => {
    let comparisons = 0;
    forAnything(true, (tree) => {
      for (const { formula, outcome, source } of allNodes(tree)) {
        if (formula?.kind !== 'comparison' || source !== null) continue;
        const [left, right] = [findNumber(formula.left), findNumber(formula.right)];
        if (!left || !right || outcome === 'unknown') continue;
        comparisons += 1;
        const difference = left.over * right.under - right.over * left.under;
        const holds = {
          '=': difference === 0n,
          '!=': difference !== 0n,
          '<': difference < 0n,
          '<=': difference <= 0n,
          '>': difference > 0n,
          '>=': difference >= 0n,
        }[formula.operator];
        expect([JSON.stringify(formula), outcome]).toEqual([JSON.stringify(formula), holds ? 'yes' : 'no']);
      }
    });
    expect(comparisons).toBeGreaterThan(300);
  });

  test('what decides a condition comes out as the condition does', () => {
    forAnything(false, (tree) => {
      for (const node of allNodes(tree)) {
        if (node.source?.kind !== 'rule' || node.outcome === null || node.formula || node.unit !== 'flag') continue;
        const outcomes = node.children.map((child) => outcomeOfCondition(child));
        if (outcomes.length > 0) expect([node.id, outcomes]).toEqual([node.id, expect.arrayContaining([node.outcome])]);
        for (const { outcome, expected } of node.children) {
          if (outcome === null || expected === undefined) continue;
          if (outcome === 'unknown' || node.outcome === 'unknown') continue;
          const holds = (outcome === 'yes') === expected ? 'yes' : 'no';
          expect([node.id, holds]).toEqual([node.id, node.outcome]);
        }
      }
    });
  });

  test('there are words for everything, in both languages', () => {
    forAnything(false, (tree) => {
      for (const language of ['zh', 'en'] as const) {
        const text = [...explain(tree, language), ...explainBrief(tree, language)].join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object|[{}]/);
        expect(text.length).toBeGreaterThan(5);
      }
    });
  });
});
