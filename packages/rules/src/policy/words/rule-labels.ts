import { catalogueOf } from '../../determination/check/catalogue.ts';
import { namesOf } from '../../determination/check/name-shapes.ts';
import { labelsOf } from '../../determination/explain/labels.ts';
import type { RuleSet } from '../../determination/model/rule-model.ts';
import { findRuleDefinition, ruleSetOf } from '../../determination/place/rule-set-of.ts';
import { FeelRefusal } from '../../feel/problem.ts';
import { parseExpression } from '../../feel/syntax/parse.ts';
import type { Text } from '../../text.ts';
import { questionsIn } from '../find-programme.ts';
import type { PackChain } from '../pack.ts';
import { findDefinition } from '../resolve-parameter.ts';
import { ruleInWords } from './rule-in-words.ts';
import type { RuleLabels } from './telling.ts';

/** What the names in the rules of a place are called. */
export function ruleLabels(chain: PackChain): RuleLabels {
  const rules = ruleSetOf(chain);
  const labels = labelsOf(rules);
  const facts = new Map(questionsIn(chain).map(({ id, label }) => [id, label]));
  const days = new Set(daysIn(rules));
  return {
    labelOf: (id) => facts.get(id) ?? findRuleDefinition(chain, id)?.label ?? findDefinition(chain, id)?.label,
    columnOf: (table, column) => findDefinition(chain, table)?.columns.find(({ id }) => id === column)?.label,
    optionOf: labels.ofOption,
    isDay: (id) => days.has(id),
  };
}

/** The text of a rule in words; undefined where it is none of this place. */
export function findRuleWords(chain: PackChain, id: string, expression: string): Text | undefined {
  const scope = findRuleDefinition(chain, id)?.on;
  if (scope === undefined) return undefined;
  try {
    const parsed = parseExpression(expression, namesOf(scope, catalogueOf(ruleSetOf(chain))));
    return ruleInWords(parsed, expression, ruleLabels(chain), id);
  } catch (error) {
    if (error instanceof FeelRefusal) return undefined;
    throw error;
  }
}

/** Facts, rules, parameters and columns (`table.column`). */
function daysIn({ facts, variables, parameters }: RuleSet): readonly string[] {
  const columns = parameters.flatMap(({ id, definition }) =>
    definition.columns.map((column) => ({ id: `${id}.${column.id}`, unit: column.unit })),
  );
  const named = [
    ...facts,
    ...variables,
    ...parameters.map(({ id, definition: { unit } }) => ({ id, unit })),
    ...columns,
  ];
  return named.flatMap(({ id, unit }) => (unit === 'date' ? id : []));
}
