import type { ExpressionOf } from '../../feel/syntax/ast.ts';
import type { Text } from '../../text.ts';
import { findColumn } from './owner-of.ts';
import { idOf, type Saying, type Telling } from './telling.ts';

/** What a name is called; of a path the whole where it has a name of its own, otherwise part of what. */
export function nameWords(node: ExpressionOf<'name' | 'path'>, telling: Telling, say: Saying): string {
  const { language, labels } = telling;
  const id = idOf(node);
  const column = findColumn(node, telling)?.label;
  const own = node.kind === 'name' && column ? column : id && labels.labelOf(id);
  if (own) return own[language];
  if (node.kind === 'name') return WELL_KNOWN[node.name]?.[language] ?? node.name;
  const last = column?.[language] ?? labels.labelOf(node.name)?.[language] ?? PARTS[node.name]?.[language] ?? node.name;
  if (node.source.kind === 'name' && (node.source.name === 'household' || !labels.labelOf(node.source.name)))
    return last;
  return language === 'zh'
    ? `${say.among(node.source, telling)}的${last}`
    : `${last} of ${say.among(node.source, telling)}`;
}

const WELL_KNOWN: Readonly<Record<string, Text>> = {
  members: { zh: '家庭成员', en: 'members' },
  events: { zh: '事件', en: 'events' },
  household: { zh: '家庭', en: 'the household' },
  monthsPerYear: { zh: '12个月', en: '12 months' },
  item: { zh: '该项', en: 'it' },
};

const PARTS: Readonly<Record<string, Text>> = {
  years: { zh: '整年数', en: 'full years' },
  months: { zh: '整月数', en: 'full months' },
  days: { zh: '天数', en: 'days' },
  year: { zh: '年份', en: 'year' },
  month: { zh: '月份', en: 'month' },
};
