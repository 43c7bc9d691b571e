import type { getPolicy, ResponseOf } from '@yimen/contracts';
import {
  AREAS,
  figureInWords,
  findDefinition,
  findVersion,
  type PackChain,
  type PolicyOn,
  type RuleVariable,
  resolveParameter,
  ruleSetOf,
} from '@yimen/rules';
import { clauseView, shownClause } from './clause-view.ts';

type PolicyView = ResponseOf<typeof getPolicy>;

/** What holds in the place of a pack on a day, each figure and rule with the pack that says so. */
export function showPolicy(policy: PolicyOn): PolicyView {
  const { chain, on, version } = policy;
  const [pack] = chain;
  const { parameters, variables } = ruleSetOf(chain);
  return {
    version,
    on,
    id: pack?.id ?? '',
    name: pack?.name ?? { zh: '', en: '' },
    level: pack?.level ?? 'nation',
    regions: [...(pack?.regions ?? [])],
    chain: chain.map(({ id, name }) => ({ id, label: name })),
    parameters: parameters.map(({ id }) => parameterInForce(policy, id)),
    rules: variables.map((variable) => ruleInForce(variable, policy)),
  };
}

function parameterInForce(policy: PolicyOn, id: string): PolicyView['parameters'][number] {
  const definition = findDefinition(policy.chain, id);
  const areas = definition?.byArea ? AREAS : [null];
  return {
    id,
    label: definition?.label ?? { zh: id, en: id },
    unit: definition?.unit ?? 'text',
    per: definition?.per ?? null,
    values: areas.flatMap((area) => {
      const found = resolveParameter(policy, id, area);
      if (!found.known) return [];
      const { fromPack, from, to, value, sourceClass, note } = found;
      const pack = { id: fromPack.id, label: fromPack.name };
      return [
        {
          pack,
          from,
          to,
          clause: shownClause(found.clause),
          area,
          value,
          words: figureInWords({ ...found, label: definition?.label ?? null }),
          sourceClass,
          note,
        },
      ];
    }),
    columns: (definition?.columns ?? []).map(({ id: column, label, unit }) => ({ id: column, label, unit })),
  };
}

function ruleInForce(variable: RuleVariable, { chain, on }: PolicyOn): PolicyView['rules'][number] {
  const { id, on: scope, label, unit, per } = variable;
  const version = findVersion(variable, on);
  return {
    id,
    on: scope,
    label,
    unit,
    per,
    version: version
      ? {
          pack: packNamed(chain, version.fromPack),
          from: version.since,
          to: version.to,
          clause: clauseView(chain, version.fromPack, version.clause),
          expression: version.expression,
          sentence: version.sentence,
        }
      : null,
  };
}

function packNamed(chain: PackChain, id: string) {
  return { id, label: chain.find((pack) => pack.id === id)?.name ?? { zh: id, en: id } };
}
