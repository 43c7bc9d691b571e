import { parseFen } from '@yimen/rules';
import { parse } from 'csv-parse/sync';
import { refused } from '../platform/refused.ts';
import { decodeBankText } from './decode-bank-text.ts';
import { type BankResult, readResult } from './read-result.ts';
import { findHeader, type ReturnColumn } from './return-columns.ts';
import { oneLine, unsafeCell } from './safe-cell.ts';

/** One line of a bank's return file as written, nothing decided yet. Null = the column is missing or empty. */
export type ReturnLine = {
  /** Line of the file, for whoever looks it up there. */
  readonly lineNo: number;
  readonly paymentId: string | null;
  readonly seq: number | null;
  readonly batchNo: string | null;
  readonly name: string | null;
  readonly account: string | null;
  /** Null when it is no amount. */
  readonly amountFen: number | null;
  /** Null when the word is not one we know. */
  readonly result: BankResult | null;
  readonly resultText: string;
  readonly reason: string | null;
};

const MAX_LINES = 20_000;
const MAX_LINE_CHARACTERS = 20_000;
const HEADER_WITHIN = 10;
const TOTALS = /^(合计|总计|小计|共计|total)/iu;

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Reads a return file of a bank: UTF-8, UTF-16 or GBK, any usual separator, columns by their names in any order. */
export function parseReturnFile(bytes: Uint8Array): ReturnLine[] {
  const rows = rowsOf(decodeBankText(bytes));
  if (rows.length > MAX_LINES) throw refused('FILE_UNREADABLE', { lines: rows.length, maxLines: MAX_LINES });
  const header = findHeader(rows.slice(0, HEADER_WITHIN).map((row) => row.record));
  const lines = rows.slice(header.index + 1).filter((row) => !isFooter(row.record));
  if (lines.length === 0) throw refused('FILE_UNREADABLE', { lines: 0 });
  return lines.map((row) => lineOf(row, header.columns));
}

function rowsOf(text: string): Row[] {
  try {
    // With `info` every entry is a record beside its line number; the library types cannot express that.
    return parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: MAX_LINE_CHARACTERS,
    }) as unknown as Row[];
  } catch {
    throw refused('FILE_UNREADABLE');
  }
}

/** The separator that the head of the file uses most. */
function separatorOf(text: string): string {
  const head = text.split(/\r?\n/u, HEADER_WITHIN).join('\n').slice(0, MAX_LINE_CHARACTERS);
  const counted = [',', '\t', '|', ';'].map((separator) => ({ separator, count: head.split(separator).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

function isFooter(record: readonly string[]): boolean {
  return TOTALS.test(record.find((cell) => cell !== '') ?? '');
}

function lineOf({ record, info }: Row, columns: ReadonlyMap<ReturnColumn, number>): ReturnLine {
  const cell = (column: ReturnColumn): string | null => {
    const index = columns.get(column);
    const text = index === undefined ? '' : oneLine(unsafeCell((record[index] ?? '').trim())).trim();
    return text === '' ? null : text;
  };
  const amount = cell('amount');
  const seq = cell('seq');
  const resultText = cell('result') ?? '';
  return {
    lineNo: info.lines,
    paymentId: cell('payment')?.toLowerCase() ?? null,
    seq: seq !== null && /^\d{1,6}$/u.test(seq) ? Number(seq) : null,
    batchNo: cell('batch'),
    name: cell('name'),
    account: cell('account'),
    amountFen: amount === null ? null : (parseFen(amount.normalize('NFKC')) ?? null),
    result: readResult(resultText),
    resultText: resultText.slice(0, 40),
    reason: cell('reason')?.slice(0, 200) ?? null,
  };
}
