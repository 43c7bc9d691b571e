import { isPlainDate } from '../../calendar/plain-date.ts';
import { checkTableShape } from '../../decision-table/check-shape.ts';
import { inVersion } from '../../decision-table/table-issue.ts';
import { isBuiltin } from '../../feel/builtins/registry.ts';
import type { Unit } from '../../policy/unit.ts';
import { type RuleIssue, ruleIssue } from '../model/rule-issue.ts';
import type { RuleFact, RuleParameter, RuleSet, RuleVariable } from '../model/rule-model.ts';

const RESERVED = new Set(
  'household members events item monthsPerYear partial if then else for in return some every satisfies and or not between instance of true false null external function'.split(
    ' ',
  ),
);
const NAME = /^[a-z][A-Za-z0-9]{0,79}$/;

/** Mistakes that show before any expression is read. */
export function checkDefinitions(set: RuleSet): readonly RuleIssue[] {
  return [
    ...findDoubles(set),
    ...[...set.facts, ...set.variables].flatMap(checkEntry),
    ...set.facts.flatMap(checkRange),
    ...set.parameters.flatMap(({ id, definition }) => checkRange({ ...definition, id })),
    ...set.parameters.flatMap(checkParameterName),
    ...set.variables.flatMap(checkVersions),
    ...set.variables.flatMap(checkTables),
    ...checkDeterminations(set),
  ];
}

/** Facts, variables and parameters share one space of names, so that a name means one thing everywhere. */
function findDoubles({ facts, variables, parameters }: RuleSet): readonly RuleIssue[] {
  const roots = [...new Set(parameters.map(({ id }) => id.split('.')[0] ?? id))];
  const ids = [...facts, ...variables].map(({ id }) => id);
  const names = [...ids, ...roots];
  const doubled = names.filter((name, index) => names.indexOf(name) !== index);
  const again = parameters.filter(({ id }, index) => parameters.findIndex((one) => one.id === id) !== index);
  const inside = parameters.filter(({ id }) => parameters.some((other) => other.id.startsWith(`${id}.`)));
  const all = [...doubled, ...again.map(({ id }) => id), ...inside.map(({ id }) => id)];
  return [...new Set(all)].map((id) => ruleIssue(id, 'TWICE', id));
}

function isName(name: string): boolean {
  return NAME.test(name) && !RESERVED.has(name) && !isBuiltin(name);
}

function checkEntry({ id, unit, options }: RuleFact | RuleVariable): readonly RuleIssue[] {
  if (!isName(id)) return [ruleIssue(id, 'BAD_NAME', id)];
  return (unit === 'text') === options.length > 0 ? [] : [ruleIssue(id, 'OTHER_OPTIONS', id)];
}

function checkParameterName({ id }: RuleParameter): readonly RuleIssue[] {
  const [root = '', ...others] = id.split('.');
  return isName(root) && others.every((part) => NAME.test(part)) ? [] : [ruleIssue(id, 'BAD_NAME', id)];
}

function checkRange({ id, smallest, largest }: Pick<RuleFact, 'id' | 'smallest' | 'largest'>): readonly RuleIssue[] {
  const ends = [smallest ?? 0, largest ?? Number.MAX_SAFE_INTEGER];
  const isSound = ends.every(Number.isSafeInteger) && (smallest ?? 0) <= (largest ?? Number.MAX_SAFE_INTEGER);
  return isSound ? [] : [ruleIssue(id, 'BAD_RANGE', id)];
}

function checkVersions({ id, versions }: RuleVariable): readonly RuleIssue[] {
  const sorted = versions.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const isWrong = sorted.some(({ from, to }, index) => {
    const next = sorted[index + 1];
    const isDay = isPlainDate(from) && (to === null || (isPlainDate(to) && to >= from));
    return !isDay || (next !== undefined && (next.from === from || (to !== null && to >= next.from)));
  });
  return isWrong ? [ruleIssue(id, 'TWO_VERSIONS', id)] : [];
}

function checkTables({ id, versions }: RuleVariable): readonly RuleIssue[] {
  return versions.flatMap((version) => {
    const issues = version.table ? checkTableShape(id, version.table) : [];
    return issues.map((issue) => inVersion(issue, version));
  });
}

function checkDeterminations({ determinations, variables }: RuleSet): readonly RuleIssue[] {
  const find = (id: string, unit: Unit) => variables.find((variable) => variable.id === id && variable.unit === unit);
  return determinations.flatMap(({ programme, eligible, amount, excludes }) => {
    const due = find(eligible, 'flag');
    const paid = amount === null ? undefined : find(amount, 'fen');
    return [
      ...(due ? [] : [ruleIssue(programme, 'NO_VARIABLE', eligible, FLAG)]),
      ...(amount === null || paid ? [] : [ruleIssue(programme, 'NO_VARIABLE', amount, AMOUNT)]),
      // Of several members' amounts none would be that of the household.
      ...(amount !== null && due && paid && due.on !== paid.on
        ? [ruleIssue(programme, 'NO_VARIABLE', amount, OWN)]
        : []),
      ...excludes
        .filter((other) => determinations.every((one) => one.programme !== other))
        .map((other) => ruleIssue(programme, 'NO_VARIABLE', other, PROGRAMME)),
    ];
  });
}

const FLAG = { zh: '是非变量', en: 'variable with yes or no' };
const AMOUNT = { zh: '金额变量', en: 'variable with an amount in fen' };
const OWN = {
  zh: '与资格属于同一对象的金额变量',
  en: 'amount of the same household, person or event as the condition',
};
const PROGRAMME = { zh: '项目', en: 'programme that is determined' };
