import type { RuleSet } from '../src/determination/model/rule-model.ts';
import type { PolicySet } from '../src/policy/pack.ts';
import type { ParameterValue } from '../src/policy/unit.ts';
import { aPack, aValue } from './a-policy.ts';

/** Rules as packs: the nation has them, one county sets every parameter since 2025. */
export function policySetFrom(set: RuleSet, values: ReadonlyMap<string, ParameterValue | null>): PolicySet {
  const nation = aPack({
    parameters: set.parameters.map(({ id, definition }) => ({ id, definition, values: [] })),
    questions: set.facts.map((fact) => ({ ...fact, help: null, sensitivity: 'open', dataSource: null, usual: null })),
    rules: set.variables.map(({ id, versions, ...definition }) => ({ id, definition, versions })),
    programmes: set.determinations.map(({ programme, eligible, amount, excludes }) => ({
      id: programme,
      name: { zh: programme, en: programme },
      category: 'basicLiving',
      unit: 'household',
      leadDuty: 'lead',
      benefits: [],
      procedure: null,
      clauses: [],
      determination: { eligible, amount, paidFrom: null, paidUntil: null },
      excludes,
      applyAt: 'window',
      documents: [],
      decider: null,
      limits: [],
      publicity: [],
      reviewEvery: null,
    })),
  });
  const parameters = set.parameters.map(({ id }) => ({
    id,
    definition: null,
    values: [aValue({ from: '2025-01-01', value: values.get(id) ?? null })],
  }));
  const name = { zh: '测试县', en: 'the test county' };
  const county = aPack({ id: 'county', name, level: 'county', inherits: 'nation', parameters });
  const version = JSON.stringify([...values]);
  return { version, packs: new Map([nation, county].map((pack) => [pack.id, pack])) };
}
