import { formatValue } from '../../explanation/format-value.ts';
import type { Language, Text } from '../../text.ts';
import type { Column } from '../pack.ts';
import type { Row } from '../unit.ts';

/** What changes in a table, row by row, in words. Rows go by their place: a tariff is read from above. */
export function tableDifference(
  columns: readonly Column[],
  before: readonly Row[],
  after: readonly Row[],
): readonly Text[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const [was, is] = [before[index], after[index]];
    const number = index + 1;
    if (!was && is) return [rowWords(columns, is, `增加第${number}行`, `adds row ${number}`)];
    if (was && !is) return [rowWords(columns, was, `删去第${number}行`, `drops row ${number}`)];
    if (!was || !is) return [];
    const changed = columns.filter(({ id }) => JSON.stringify(was[id]) !== JSON.stringify(is[id]));
    return changed.map((column) => cellWords(column, was, is, number));
  });
}

function rowWords(columns: readonly Column[], row: Row, zh: string, en: string): Text {
  const cells = (language: Language) =>
    columns
      .map((column) => `${column.label[language]} ${shown(column, row, language)}`)
      .join(language === 'zh' ? '、' : ', ');
  return { zh: `${zh}：${cells('zh')}`, en: `${en}: ${cells('en')}` };
}

function cellWords(column: Column, was: Row, is: Row, number: number): Text {
  return {
    zh: `第${number}行“${column.label.zh}”由${shown(column, was, 'zh')}改为${shown(column, is, 'zh')}`,
    en: `row ${number}, “${column.label.en}”: ${shown(column, was, 'en')} becomes ${shown(column, is, 'en')}`,
  };
}

function shown({ id, unit, label, labels }: Column, row: Row, language: Language): string {
  const value = row[id] ?? null;
  const option = typeof value === 'string' ? labels?.[value] : undefined;
  return option?.[language] ?? formatValue({ value, unit, per: null, label }, language);
}
