import type {
  RuleFact,
  RuleParameter,
  RuleScope,
  RuleSet,
  RuleVariable,
} from '../src/determination/model/rule-model.ts';
import type { Column, ParameterDefinition } from '../src/policy/pack.ts';
import type { Period, Unit } from '../src/policy/unit.ts';

interface Parts {
  readonly on?: RuleScope;
  readonly per?: Period;
  readonly options?: readonly string[];
  readonly smallest?: number;
  readonly largest?: number;
  readonly past?: true;
  /** The option that holds of one member alone. */
  readonly once?: string;
}

export function aFact(id: string, unit: Unit, parts: Parts = {}): RuleFact {
  const { smallest = null, largest = null, past, once } = parts;
  const made = named(id, unit, parts);
  const options = made.options.map((option) => (option.id === once ? { ...option, once: true as const } : option));
  return { ...made, options, smallest, largest, past };
}

/** In force since 2014. */
export function aVariable(id: string, unit: Unit, expression: string, parts: Parts = {}): RuleVariable {
  const from = '2014-01-01';
  const version = { from, to: null, expression, clause: 'law.1', fromPack: 'nation', since: from, sentence: null };
  return { ...named(id, unit, parts), versions: [version] };
}

function named(id: string, unit: Unit, { on = 'household', per, options = [] }: Parts) {
  return {
    id,
    on,
    unit,
    per: per ?? null,
    label: words(id),
    options: options.map((option) => ({ id: option, label: words(option) })),
  };
}

export function aRuleParameter(
  id: string,
  unit: Unit,
  parts: Omit<Parts, 'on'> & Partial<ParameterDefinition> = {},
): RuleParameter {
  const { per = null, options = null, columns = [], smallest, largest } = parts;
  const definition = {
    label: words(id),
    unit,
    per,
    byArea: false,
    options,
    columns,
    smallest: smallest ?? null,
    largest: largest ?? null,
  };
  return { id, definition };
}

export function aColumn(id: string, unit: Unit, options: readonly string[] | null = null, nullable = false): Column {
  return { id, unit, options, nullable, label: words(id), smallest: null, largest: null };
}

export function aRuleSet(parts: Partial<RuleSet>): RuleSet {
  return { facts: [], variables: [], parameters: [], determinations: [], ...parts };
}

function words(text: string) {
  return { zh: text, en: text };
}
