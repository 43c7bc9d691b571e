import { labelsOf } from '../../determination/explain/labels.ts';
import { ruleSetOf } from '../../determination/place/rule-set-of.ts';
import type { Text } from '../../text.ts';
import type { PackChain, ParameterDefinition } from '../pack.ts';
import { findDefinition } from '../resolve-parameter.ts';

/** As findDefinition, with words for every option: most are called by the questions and rules that name them. */
export function findNamedDefinition(chain: PackChain, target: string): ParameterDefinition | undefined {
  const definition = findDefinition(chain, target);
  if (!definition) return undefined;
  const { ofOption } = labelsOf(ruleSetOf(chain));
  const labelled = (options: readonly string[] | null, id: string): Readonly<Record<string, Text>> =>
    Object.fromEntries((options ?? []).map((option) => [option, ofOption(option, id)]));
  const columns = definition.columns.map((column) => ({
    ...column,
    labels: { ...column.labels, ...labelled(column.options, `${target}.${column.id}`) },
  }));
  return { ...definition, labels: { ...definition.labels, ...labelled(definition.options, target) }, columns };
}
