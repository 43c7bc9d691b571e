import { addDays } from '../../calendar/plain-date.ts';
import type { RuleVersion } from '../../determination/model/rule-model.ts';
import { findRuleDefinition } from '../../determination/place/rule-set-of.ts';
import { versionsOf } from '../../determination/place/versions-of.ts';
import { formatDateZh, formatValue } from '../../explanation/format-value.ts';
import type { Language, Text } from '../../text.ts';
import { findClause } from '../find-clause.ts';
import type { DatedExpression, DatedValue, PackChain, ParameterDefinition, PolicySet } from '../pack.ts';
import { findDefinition, resolveParameter } from '../resolve-parameter.ts';
import type { ParameterValue } from '../unit.ts';
import { chainAround } from './chain-around.ts';
import { decisionTableDifference } from './decision-table-difference.ts';
import type { ChangeOf, PolicyChange } from './policy-change.ts';
import { tableDifference } from './table-difference.ts';

/** A change in words, and line by line what it does to a table. */
export interface ChangeWords extends Text {
  readonly rows: readonly Text[];
}

/** As an officer would say it: what, from which figure to which, from which day, and by which clause. */
export function describeChange(
  packs: PolicySet['packs'],
  change: PolicyChange,
  others: readonly PolicyChange[] = [],
): ChangeWords {
  const chain = chainAround(packs, change, others);
  switch (change.kind) {
    case 'pack': {
      const { name } = change.pack;
      return plain(
        `为${name.zh}新建地方政策包，未规定的事项沿用上级`,
        `${name.en} gets a policy pack of its own and inherits what it does not say`,
      );
    }
    case 'document': {
      const { title, docNo } = change.instrument;
      return plain(
        `增加政策文件《${title.zh}》${docNo ? `（${docNo}）` : ''}`,
        `adds the document “${title.en}”${docNo ? ` (${docNo})` : ''}`,
      );
    }
    case 'parameterValue':
      return describeValue(chain, change);
    case 'ruleVersion':
      return describeVersion(chain, change);
    case 'vector': {
      const { title } = change.vector;
      return plain(`更新验算例“${title.zh}”`, `updates the worked example “${title.en}”`);
    }
  }
}

function plain(zh: string, en: string): ChangeWords {
  return { zh, en, rows: [] };
}

function describeValue(chain: PackChain, { packId, target, value }: ChangeOf<'parameterValue'>): ChangeWords {
  const definition = findDefinition(chain, target);
  if (!definition) return plain(`${target}（未定义）`, `${target} (not defined)`);
  const before = resolveParameter({ chain, on: addDays(value.from, -1), version: '' }, target, value.area);
  const was = before.known ? before.value : null;
  const rows = definition.unit === 'table' ? tableDifference(definition.columns, rowsOf(was), rowsOf(value.value)) : [];
  const say = (language: Language) =>
    [
      named(definition, value, language),
      moved(was, value.value, definition, language),
      between(value, language),
      basis(chain, packId, value.clause, language),
    ].join(language === 'zh' ? '' : ' ');
  return { zh: say('zh'), en: say('en'), rows };
}

function rowsOf(value: ParameterValue | null) {
  // A table is a list of rows: its definition was checked to be one.
  return (Array.isArray(value) ? value : []) as Parameters<typeof tableDifference>[1];
}

function named({ label, byArea }: ParameterDefinition, { area }: DatedValue, language: Language): string {
  if (!byArea || area === null) return label[language];
  if (language === 'zh') return `${label.zh}（${area === 'urban' ? '城镇' : '农村'}）`;
  return `${label.en} (${area})`;
}

function moved(
  was: ParameterValue | null,
  is: ParameterValue | null,
  definition: ParameterDefinition,
  language: Language,
): string {
  const { unit, per } = definition;
  const show = (value: ParameterValue) => formatValue({ value, unit, per: unit === 'fen' ? null : per }, language);
  const zh = language === 'zh';
  if (is === null) return zh ? '停用本地规定，改按上级规定' : 'is repealed here: the pack above speaks again';
  if (was === null) return zh ? `设为${show(is)}` : `is set to ${show(is)}`;
  if (unit === 'table') return zh ? '调整为新表' : 'gets a new table';
  if (typeof was !== 'number' || typeof is !== 'number' || was === is) {
    return zh ? `由${show(was)}改为${show(is)}` : `changes from ${show(was)} to ${show(is)}`;
  }
  const part = was === 0 ? '' : `${zh ? '（' : ' ('}${percent(was, is)}${zh ? '）' : ')'}`;
  if (zh) return `从${show(was)}${is > was ? '提高' : '降低'}到${show(is)}${part}`;
  return `${is > was ? 'rises' : 'falls'} from ${show(was)} to ${show(is)}${part}`;
}

/** To a tenth of a percent, rounded half away from zero, in whole numbers: `+5.0%`. */
function percent(was: number, is: number): string {
  const tenths = Math.round((Math.abs(is - was) * 1000) / Math.abs(was));
  return `${is > was ? '+' : '-'}${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

function between({ from, to }: Pick<DatedValue, 'from' | 'to'>, language: Language): string {
  if (language === 'zh') return `，${formatDateZh(from)}起${to === null ? '' : `至${formatDateZh(to)}止`}`;
  return `from ${from}${to === null ? '' : ` to ${to}`}`;
}

function basis(chain: PackChain, packId: string, clauseId: string, language: Language): string {
  const clause = findClause(chain, packId, clauseId);
  if (!clause) return language === 'zh' ? `，依据${clauseId}` : `under ${clauseId}`;
  const { instrument, article } = clause;
  if (language === 'zh') return `，依据《${instrument.title.zh}》${article.zh}`;
  return `under “${instrument.title.en}”, ${article.en}`;
}

function describeVersion(chain: PackChain, { packId, target, version }: ChangeOf<'ruleVersion'>): ChangeWords {
  const label = findRuleDefinition(chain, target)?.label ?? { zh: target, en: target };
  const before = versionsOf(target, chain).find(({ from, to }) => holdsOn(addDays(version.from, -1), from, to));
  const say = (language: Language) =>
    [
      ruleMoved(label, before !== undefined, version, language),
      between(version, language),
      basis(chain, packId, version.clause, language),
    ].join(language === 'zh' ? '' : ' ');
  const rows = [...expressionRows(before, version), ...decisionTableDifference(before?.table, version.table)];
  return { zh: say('zh'), en: say('en'), rows };
}

/** A table is told row by row instead. */
function expressionRows(before: RuleVersion | undefined, { expression, table }: DatedExpression): readonly Text[] {
  const old = before && !before.table ? before.expression : null;
  const now = table ? null : expression;
  return [
    ...(old === null ? [] : [{ zh: `原规则：${old}`, en: `until then: ${old}` }]),
    ...(now === null ? [] : [{ zh: `新规则：${now}`, en: `from then on: ${now}` }]),
  ];
}

function ruleMoved(label: Text, isKnown: boolean, { expression }: DatedExpression, language: Language): string {
  const zh = language === 'zh';
  if (expression === null)
    return zh ? `规则“${label.zh}”在本地停用，改按上级规定` : `the rule “${label.en}” is repealed here`;
  if (!isKnown) return zh ? `新定规则“${label.zh}”` : `the rule “${label.en}” is set`;
  return zh ? `规则“${label.zh}”改写` : `the rule “${label.en}” is rewritten`;
}

function holdsOn(day: string, from: string, to: string | null): boolean {
  return from <= day && (to === null || day <= to);
}
