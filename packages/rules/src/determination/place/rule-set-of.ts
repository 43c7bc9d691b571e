import { excludedBeside, programmesIn, questionsIn } from '../../policy/find-programme.ts';
import type { PackChain, Question, RuleDefinition } from '../../policy/pack.ts';
import { findDefinition } from '../../policy/resolve-parameter.ts';
import type { ProgrammeDetermination, RuleFact, RuleParameter, RuleSet, RuleVariable } from '../model/rule-model.ts';
import { versionsOf } from './versions-of.ts';

/** Everything a place decides by, all dates together: what its packs say, the nearest one first. */
export function ruleSetOf(chain: PackChain): RuleSet {
  return {
    facts: questionsIn(chain).map(factOf),
    variables: variablesOf(chain),
    parameters: parametersOf(chain),
    determinations: determinationsOf(chain),
  };
}

function factOf({ id, on, unit, per, label, options, smallest, largest, past }: Question): RuleFact {
  return { id, on, unit, per, label, options, smallest, largest, past };
}

function variablesOf(chain: PackChain): readonly RuleVariable[] {
  return idsOf(chain.map(({ rules }) => rules)).flatMap((id) => {
    const definition = findRuleDefinition(chain, id);
    if (!definition) return [];
    const { on, unit, per, label, options } = definition;
    return [{ id, on, unit, per, label, options, versions: versionsOf(id, chain) }];
  });
}

export function findRuleDefinition(chain: PackChain, id: string): RuleDefinition | undefined {
  for (const pack of chain) {
    const definition = pack.rules.find((rule) => rule.id === id)?.definition;
    if (definition) return definition;
  }
  return undefined;
}

function parametersOf(chain: PackChain): readonly RuleParameter[] {
  return idsOf(chain.map(({ parameters }) => parameters)).flatMap((id) => {
    const definition = findDefinition(chain, id);
    return definition ? [{ id, definition }] : [];
  });
}

function determinationsOf(chain: PackChain): readonly ProgrammeDetermination[] {
  const programmes = programmesIn(chain);
  const isLeftToPeople = (id: string) => programmes.some((one) => one.id === id && one.determination === null);
  return programmes.flatMap((programme) => {
    const { id, determination } = programme;
    if (!determination) return [];
    // Whoever decides about a programme without a rule sees on its card what it stands against.
    const excludes = excludedBeside(chain, programme).filter((other) => !isLeftToPeople(other));
    const { eligible, amount } = determination;
    return [{ programme: id, eligible, amount, excludes }];
  });
}

/** Each once, those of the nation first. */
function idsOf(lists: readonly (readonly { readonly id: string }[])[]): readonly string[] {
  return [...new Set(lists.toReversed().flatMap((list) => list.map(({ id }) => id)))];
}
