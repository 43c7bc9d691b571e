/** Tab, line breaks and every other control or separator: a name must not open a line of its own in a bank file. */
const BREAKS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu;
/** What a spreadsheet skips before it looks for a formula: blanks of every width, invisible characters, the BOM. */
const LEADING_FORMULA =
  /^[\s\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0]*[=+\-@|%＝＋－＠｜％﹦﹢﹣﹪﹫]/u;
const STARTS_WITH_BREAK = /^[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u;

/** A cell that no spreadsheet takes for a formula: a leading `'` where one could begin, one line always. */
export function safeCell(text: string): string {
  const line = oneLine(text);
  return LEADING_FORMULA.test(line) || STARTS_WITH_BREAK.test(text) ? `'${line}` : line;
}

export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ');
}

/** The text a cell stands for, with or without the `'` that a bank's software may have kept or dropped. */
export function unsafeCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** RFC 4180: quoted where a comma, a quote or a blank at the edge could be misread. */
export function csvCell(text: string): string {
  const cell = safeCell(text);
  return /[",]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
