import type { DeterminationView } from '@yimen/contracts';
import type { Text } from '@yimen/rules';

/** What is missing is missing in many programmes, for many members: what it is called is said once in an answer. */
export interface MissingNames {
  readonly facts: Map<string, Text>;
  readonly parameters: Map<string, Text>;
}

export function startNames(): MissingNames {
  return { facts: new Map(), parameters: new Map() };
}

export function listNames(names: ReadonlyMap<string, Text>): DeterminationView['missingFacts'] {
  return Array.from(names, ([id, label]) => ({ id, label }));
}
