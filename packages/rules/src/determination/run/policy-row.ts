import { rangeInWords } from '../../explanation/range-in-words.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import { resolveParameter } from '../../policy/resolve-parameter.ts';
import { AREAS, type Area, type ParameterValue, type Row, type Unit } from '../../policy/unit.ts';
import type { ScalarParameter, TableParameter } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { findDateKey } from '../core/date-key.ts';
import { type RuleIssue, ruleIssue } from '../model/rule-issue.ts';

/** The parameters of one place (and area) on one day, as numbers; NaN is not known. */
export interface PolicyRow {
  readonly today: number;
  readonly scalars: Float64Array;
  readonly tables: readonly TableValue[];
  /** Parameters that have a value for town or village, while nobody said which of them it is. */
  readonly awaitingArea: ReadonlySet<string>;
}

/** `length` rows, a column each; a table that is not known has none. */
export interface TableValue {
  readonly isKnown: boolean;
  readonly length: number;
  readonly columns: readonly Float64Array[];
}

export type RowOrIssues =
  | { readonly ok: true; readonly row: PolicyRow }
  | { readonly ok: false; readonly issues: readonly RuleIssue[] };

/** Every parameter of the day; one beyond the largest value it was given is refused, since nothing would be exact. */
export function policyRow(rules: CheckedRules, policy: PolicyOn, area: Area | null): RowOrIssues {
  const { scalars, tables } = rules.catalogue;
  const ids = [...scalars.keys(), ...tables.keys()];
  const known = (id: string, of = area) => {
    const resolved = resolveParameter(policy, id, of);
    return resolved.known ? resolved.value : null;
  };
  const values = new Map(ids.map((id) => [id, known(id)]));
  const made = rowFrom(rules, policy.on, values);
  if (!made.ok || area !== null) return made;
  const open = ids.filter((id) => values.get(id) === null);
  const awaitingArea = new Set(open.filter((id) => AREAS.some((one) => known(id, one) !== null)));
  return { ok: true, row: { ...made.row, awaitingArea } };
}

/** As policyRow, of values that are already at hand: drafts and simulations. */
export function rowFrom(
  { catalogue }: CheckedRules,
  on: string,
  given: ReadonlyMap<string, ParameterValue | null>,
): RowOrIssues {
  const { codeNumbers } = catalogue;
  const issues: RuleIssue[] = [];
  const scalars = [...catalogue.scalars.values()].map((parameter) => {
    const value = scalarNumber(parameter, given.get(parameter.id) ?? null, codeNumbers);
    if (isBeyond(value, parameter)) issues.push(beyond(parameter));
    return value;
  });
  const tables = [...catalogue.tables.values()].map((table) =>
    tableValue(table, given.get(table.id) ?? null, codeNumbers),
  );
  const today = findDateKey(on);
  if (today === undefined) issues.push(ruleIssue(on, 'BAD_NAME', on));
  if (today === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, row: { today, scalars: Float64Array.from(scalars), tables, awaitingArea: NONE } };
}

const NONE: ReadonlySet<string> = new Set();

/** As the figure is shown and typed: whoever tries a standard knows yuan, not fen. */
function beyond({ id, definition: { label, unit }, range }: ScalarParameter): RuleIssue {
  return ruleIssue(id, 'BEYOND', label, rangeInWords(unit, range));
}

function isBeyond(value: number, { range }: ScalarParameter): boolean {
  return value < range.low || value > range.high;
}

function scalarNumber(
  { definition }: ScalarParameter,
  value: ParameterValue | null,
  codeNumbers: ReadonlyMap<string, number>,
): number {
  return typeof value === 'object' ? Number.NaN : cellNumber(definition.unit, value, codeNumbers);
}

function cellNumber(unit: Unit, value: string | number | boolean, codeNumbers: ReadonlyMap<string, number>): number {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : Number.NaN;
  if (typeof value === 'boolean') return Number(value);
  return (unit === 'date' ? findDateKey(value) : codeNumbers.get(value)) ?? Number.NaN;
}

function tableValue(
  { columns }: TableParameter,
  value: ParameterValue | null,
  codeNumbers: ReadonlyMap<string, number>,
): TableValue {
  if (!Array.isArray(value)) return { isKnown: false, length: 0, columns: columns.map(() => new Float64Array(0)) };
  const rows: readonly (string | Row)[] = value;
  const numbers = columns.map(({ id, unit }) =>
    Float64Array.from(rows, (row) => {
      const cell = typeof row === 'string' ? row : row[id];
      return cell === undefined || typeof cell === 'object' ? Number.NaN : cellNumber(unit, cell, codeNumbers);
    }),
  );
  return { isKnown: true, length: rows.length, columns: numbers };
}
