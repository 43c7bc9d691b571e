import type { TableRow } from './explanation.ts';
import type { Saying } from './saying.ts';
import { fill, WORDS } from './words.ts';

/** 按表中第3行（《办法》第五条；低保对象住院不设起付线） */
export function sayTableRow({ number, basis, note }: TableRow, { language }: Saying): string {
  const row = fill(WORDS.tableRow, language, String(number));
  const articles = basis
    ? [
        language === 'zh'
          ? `《${basis.instrumentTitle.zh}》${basis.article.zh}`
          : `${basis.instrumentTitle.en}, ${basis.article.en}`,
      ]
    : [];
  const remarks = [...articles, ...(note ? [note[language]] : [])];
  return remarks.length === 0 ? row : row + fill(WORDS.brackets, language, remarks.join(WORDS.semicolon[language]));
}
