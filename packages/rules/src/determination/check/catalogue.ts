import type { Column, ParameterDefinition, QuestionOption } from '../../policy/pack.ts';
import { type Period, type Unit, USUAL_LARGEST } from '../../policy/unit.ts';
import { keyOf } from '../core/date-key.ts';
import { FLAG_RANGE, type Range, spanOf } from '../core/range.ts';
import type { RuleParameter, RuleScope, RuleSet } from '../model/rule-model.ts';

/** A fact or a variable, and its place among the values of its scope. */
export interface Entry {
  readonly id: string;
  readonly on: RuleScope;
  readonly slot: number;
  readonly isFact: boolean;
  readonly unit: Unit;
  readonly per: Period | null;
  readonly options: readonly string[];
  /** Of a fact that is a date: it cannot lie after the day of the determination. */
  readonly past?: true | undefined;
  /** Of a variable: known when its expression has been checked. */
  range: Range;
}

export interface ScalarParameter {
  readonly id: string;
  readonly slot: number;
  readonly definition: ParameterDefinition;
  readonly range: Range;
}

/** A table, or a list as a table of one column. */
export interface TableParameter {
  readonly id: string;
  readonly slot: number;
  readonly columns: readonly Pick<Column, 'id' | 'unit' | 'nullable' | 'options' | 'smallest' | 'largest'>[];
}

/** Where everything stands: one for all dates of a set. */
export interface Catalogue {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Facts first, in slot order. */
  readonly slots: Readonly<Record<RuleScope, readonly Entry[]>>;
  readonly scalars: ReadonlyMap<string, ScalarParameter>;
  readonly tables: ReadonlyMap<string, TableParameter>;
  /** `urgentRelief` of `urgentRelief.ladder`: words that only begin the name of a parameter. */
  readonly prefixes: ReadonlySet<string>;
  /** Every option there is; its place is its number. */
  readonly codes: readonly string[];
  readonly codeNumbers: ReadonlyMap<string, number>;
  /** What holds of one member alone, and of which fact it is an option. */
  readonly onceOptions: readonly OnceOption[];
}

export interface OnceOption {
  readonly fact: string;
  readonly option: QuestionOption;
}

export function catalogueOf(set: RuleSet): Catalogue {
  const codes = [...new Set(optionsIn(set))];
  const codeNumbers = new Map(codes.map((code, index) => [code, index]));
  const slots = {
    household: entriesOn('household', set, codeNumbers),
    person: entriesOn('person', set, codeNumbers),
    event: entriesOn('event', set, codeNumbers),
  };
  const all = [...slots.household, ...slots.person, ...slots.event];
  const tables = set.parameters.filter(({ definition }) => isTable(definition));
  const scalars = set.parameters.filter(({ definition }) => !isTable(definition) && definition.unit !== 'limit');
  return {
    entries: new Map(all.map((entry) => [entry.id, entry])),
    slots,
    scalars: new Map(scalars.map((one, slot) => [one.id, scalarOf(one, slot, codeNumbers)])),
    tables: new Map(tables.map((one, slot) => [one.id, tableOf(one, slot)])),
    prefixes: new Set(set.parameters.flatMap(({ id }) => prefixesOf(id))),
    codes,
    codeNumbers,
    onceOptions: set.facts.flatMap(({ id, options }) =>
      options.filter(({ once }) => once).map((option) => ({ fact: id, option })),
    ),
  };
}

function prefixesOf(id: string): readonly string[] {
  const parts = id.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

function isTable({ unit }: ParameterDefinition): boolean {
  return unit === 'table' || unit === 'list';
}

function optionsIn({ facts, variables, parameters }: RuleSet): readonly string[] {
  const asked = [...facts, ...variables].flatMap(({ options }) => idsOf(options));
  const set = parameters.flatMap(({ definition }) => [
    ...(definition.options ?? []),
    ...definition.columns.flatMap(({ options }) => options ?? []),
  ]);
  return [...asked, ...set];
}

function idsOf(options: readonly QuestionOption[]): readonly string[] {
  return options.map(({ id }) => id);
}

function entriesOn(scope: RuleScope, { facts, variables }: RuleSet, codeNumbers: CodeNumbers): readonly Entry[] {
  const told = facts.filter(({ on }) => on === scope).map((fact) => ({ ...fact, isFact: true }));
  const derived = variables
    .filter(({ on }) => on === scope)
    .map((variable) => ({ ...variable, isFact: false, smallest: null, largest: null, past: undefined }));
  return [...told, ...derived].map((one, slot) => ({
    id: one.id,
    on: scope,
    slot,
    isFact: one.isFact,
    unit: one.unit,
    per: one.per,
    options: idsOf(one.options),
    past: one.past,
    range: rangeOf(one.unit, one, idsOf(one.options), codeNumbers),
  }));
}

function scalarOf(parameter: RuleParameter, slot: number, codeNumbers: CodeNumbers): ScalarParameter {
  const { id, definition } = parameter;
  return { id, slot, definition, range: rangeOf(definition.unit, definition, definition.options ?? [], codeNumbers) };
}

function tableOf({ id, definition }: RuleParameter, slot: number): TableParameter {
  if (definition.unit === 'table') return { id, slot, columns: definition.columns };
  return {
    id,
    slot,
    columns: [{ id: '', unit: 'text', nullable: false, options: definition.options, smallest: null, largest: null }],
  };
}

interface Stated {
  readonly smallest: number | null;
  readonly largest: number | null;
}

export const DATE_RANGE: Range = { low: keyOf(1000, 1, 1), high: keyOf(9999, 12, 31) };

type CodeNumbers = ReadonlyMap<string, number>;

/** The options of one code mostly stand side by side, so that what is looked up by it takes little room. */
export function rangeOf(
  unit: Unit,
  { smallest, largest }: Stated,
  options: readonly string[],
  codeNumbers: CodeNumbers,
): Range {
  if (unit === 'flag') return FLAG_RANGE;
  if (unit === 'date') return DATE_RANGE;
  const usual = USUAL_LARGEST[unit];
  if (usual !== undefined) return { low: smallest ?? 0, high: largest ?? usual };
  return options.length === 0 ? { low: 0, high: 0 } : spanOf(options.map((option) => codeNumbers.get(option) ?? 0));
}
