import type { PlainDate } from '../../calendar/plain-date.ts';
import { checkTable } from '../../decision-table/check-table.ts';
import { type ReadTable, readTable } from '../../decision-table/read-table.ts';
import { tableExpression } from '../../decision-table/table-expression.ts';
import { findTableIssue, inVersion } from '../../decision-table/table-issue.ts';
import type { Expression } from '../../feel/syntax/ast.ts';
import type { NameShape } from '../../feel/syntax/names.ts';
import { parseExpression } from '../../feel/syntax/parse.ts';
import type { Core } from '../core/core.ts';
import { type RuleIssue, ruleIssue } from '../model/rule-issue.ts';
import type { ProgrammeDetermination, RuleScope, RuleSet, RuleVariable, RuleVersion } from '../model/rule-model.ts';
import { findIssue } from '../model/rule-refusal.ts';
import { findVersion, regimesOf } from '../model/version-on.ts';
import { type Catalogue, catalogueOf, type Entry } from './catalogue.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkExpression } from './check-expression.ts';
import type { Environment } from './environment.ts';
import { environmentOf } from './environment-of.ts';
import { namesOf } from './name-shapes.ts';
import { nearestIn } from './nearest-in.ts';
import { inOrder, namesInExpression } from './order.ts';
import { resultCore } from './result.ts';
import { entriesRead } from './used-facts.ts';

/** A variable whose expression has been read, checked and made ready to compute. */
export interface CheckedVariable {
  readonly entry: Entry;
  readonly variable: RuleVariable;
  /** Null on a day that has none: not known. */
  readonly version: RuleVersion | null;
  readonly expression: Expression | null;
  readonly core: Core;
  /** Every fact it can depend on, through other variables too. */
  readonly facts: ReadonlySet<string>;
  /** Every fact and variable its expression names itself. */
  readonly reads: ReadonlySet<string>;
}

/** The rules of one place as they stand on one day. */
export interface CheckedRules {
  readonly on: PlainDate;
  readonly catalogue: Catalogue;
  /** Each after the variables it needs. */
  readonly variables: readonly CheckedVariable[];
  readonly determinations: readonly ProgrammeDetermination[];
}

export type RulesOrIssues =
  | { readonly ok: true; readonly rules: CheckedRules }
  | { readonly ok: false; readonly issues: readonly RuleIssue[] };

/** The rules in force on a day, or every mistake in them. */
export function checkRules(set: RuleSet, on: PlainDate): RulesOrIssues {
  const definitions = checkDefinitions(set);
  return definitions.length > 0 ? { ok: false, issues: definitions } : checkOn(set, on);
}

/** Every mistake of every stretch of days; for the loader. */
export function checkRuleSet(set: RuleSet): readonly RuleIssue[] {
  const definitions = checkDefinitions(set);
  if (definitions.length > 0) return definitions;
  const names = namesIn(catalogueOf(set));
  const issues = regimesOf(set).flatMap((on) => {
    const checked = checkOn(set, on, names);
    return checked.ok ? [] : checked.issues;
  });
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

interface Read {
  readonly variable: RuleVariable;
  readonly version: RuleVersion | null;
  readonly expression: Expression | null;
  readonly table: ReadTable | null;
}

type Names = Readonly<Record<RuleScope, NameShape>>;

/** The same on every day: made once for a whole set. */
function namesIn(catalogue: Catalogue): Names {
  return {
    household: namesOf('household', catalogue),
    person: namesOf('person', catalogue),
    event: namesOf('event', catalogue),
  };
}

function checkOn(set: RuleSet, on: PlainDate, given?: Names): RulesOrIssues {
  const catalogue = catalogueOf(set);
  const names = given ?? namesIn(catalogue);
  const issues: RuleIssue[] = [];
  const read = new Map<string, Read>();
  for (const variable of set.variables) {
    const version = findVersion(variable, on) ?? null;
    const parsed = version && attempt(variable, version, issues, () => readVersion(version, names[variable.on]));
    read.set(variable.id, { variable, version, ...(parsed ?? { expression: null, table: null }) });
  }
  if (issues.length > 0) return { ok: false, issues: issues.map((issue) => nearestIn(issue, catalogue)) };
  const ordered = inOrder(new Map([...read].map(([id, one]) => [id, needsOf(one, read)])));
  if (!ordered.ok) {
    const [first = ''] = ordered.cycle;
    const issue = ruleIssue(first, 'CYCLE', ordered.cycle.join(' → '));
    const version = read.get(first)?.version;
    return { ok: false, issues: [version ? inVersion(issue, version) : issue] };
  }
  const variables = checkInOrder(ordered.order, read, catalogue, issues);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, rules: { on, catalogue, variables, determinations: set.determinations } };
}

function readVersion(version: RuleVersion, names: NameShape): Pick<Read, 'expression' | 'table'> {
  const table = version.table ? readTable(version.table, names) : null;
  return { expression: table ? tableExpression(table) : parseExpression(version.expression, names), table };
}

function needsOf({ expression }: Read, read: ReadonlyMap<string, Read>): readonly string[] {
  return expression ? [...namesInExpression(expression)].filter((name) => read.has(name)) : [];
}

/** What needs a variable that is wrong is not looked at: its range is not known. */
function checkInOrder(
  order: readonly string[],
  read: ReadonlyMap<string, Read>,
  catalogue: Catalogue,
  issues: RuleIssue[],
): readonly CheckedVariable[] {
  const checked = new Map<string, CheckedVariable>();
  const numbers = { loop: 0 };
  for (const id of order) {
    const one = read.get(id);
    const entry = catalogue.entries.get(id);
    if (!one || !entry || needsOf(one, read).some((needed) => !checked.has(needed))) continue;
    const env = environmentOf(entry, catalogue, numbers);
    const core = attempt(one.variable, one.version, issues, () => coreOf(one, entry, env));
    if (!core) continue;
    const { table } = one;
    const { version } = one;
    if (table && version) {
      const found = attempt(one.variable, version, issues, () => checkTable(id, table, env)) ?? [];
      issues.push(...found.map((issue) => inVersion(issue, version)));
    }
    entry.range = { low: core.low, high: core.high };
    const { facts, reads } = entriesRead(core, entry.on, catalogue, checked);
    checked.set(id, { entry, ...one, core, facts, reads });
  }
  return [...checked.values()];
}

function coreOf({ expression }: Read, entry: Entry, env: Environment): Core {
  if (!expression) return { op: 'unknown', isFlag: entry.unit === 'flag', size: 1, ...entry.range };
  return resultCore(checkExpression(expression, env), entry);
}

function attempt<T>(
  { id }: RuleVariable,
  version: RuleVersion | null,
  issues: RuleIssue[],
  work: () => T,
): T | undefined {
  try {
    return work();
  } catch (error) {
    const issue = version?.table ? findTableIssue(error, id, version.table, version) : findIssue(error, id, version);
    if (!issue) throw error;
    issues.push(issue);
    return undefined;
  }
}
