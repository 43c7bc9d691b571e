import type { DecisionTable } from '../../decision-table/decision-table.ts';
import { formatFenShort } from '../../money/fen.ts';
import type { Text } from '../../text.ts';
import type { Column } from '../pack.ts';
import type { Row, Unit } from '../unit.ts';
import { tableDifference } from './table-difference.ts';

/** What changes in a decision table, row by row and in its head: cells are told as they are written. */
export function decisionTableDifference(
  before: DecisionTable | undefined,
  after: DecisionTable | undefined,
  unit: Unit | null = null,
): readonly Text[] {
  const inputs = longer(before?.inputs ?? [], after?.inputs ?? []);
  const columns = inputs.map(({ expression, label }, index) =>
    column(String(index), label ?? { zh: expression, en: expression }),
  );
  return [
    ...(before && after ? headDifference(before, after) : []),
    ...tableDifference(
      [...columns, { ...column('result', RESULT), labels: inYuan([before, after], unit) }],
      rowsOf(before, inputs.length),
      rowsOf(after, inputs.length),
    ),
    ...(after ? settingWords(OTHERWISE, read(before?.default, unit), read(after.default, unit)) : []),
  ];
}

const RESULT = { zh: '结果', en: 'result' };
const OTHERWISE = { zh: '其他情形的结果', en: 'result where no row fits' };
const HIT_POLICY = { zh: '命中策略', en: 'hit policy' };

function headDifference(before: DecisionTable, after: DecisionTable): readonly Text[] {
  const inputs = longer(before.inputs, after.inputs).flatMap((_, index) =>
    settingWords(
      { zh: `第${index + 1}列`, en: `column ${index + 1}` },
      read(before.inputs[index]?.expression),
      read(after.inputs[index]?.expression),
    ),
  );
  return [...settingWords(HIT_POLICY, read(before.hitPolicy), read(after.hitPolicy)), ...inputs];
}

function settingWords({ zh, en }: Text, was: Text | undefined, is: Text | undefined): readonly Text[] {
  if (was?.zh === is?.zh) return [];
  if (was === undefined) return [{ zh: `${zh}设为${is?.zh}`, en: `${en} is set to ${is?.en}` }];
  if (is === undefined) return [{ zh: `删去${zh}（${was.zh}）`, en: `drops ${en} (${was.en})` }];
  return [{ zh: `${zh}由${was.zh}改为${is.zh}`, en: `${en}: ${was.en} becomes ${is.en}` }];
}

/** Money is written in fen, and read in yuan too. */
function read(cell: string | undefined, unit: Unit | null = null): Text | undefined {
  if (cell === undefined) return undefined;
  if (unit !== 'fen' || !/^\d{1,15}$/.test(cell)) return { zh: cell, en: cell };
  const yuan = formatFenShort(Number(cell));
  return { zh: `${cell}分（${yuan}元）`, en: `${cell} fen (${yuan} yuan)` };
}

function inYuan(tables: readonly (DecisionTable | undefined)[], unit: Unit | null): Column['labels'] {
  const results = tables.flatMap((table) => table?.rules.map(({ result }) => result) ?? []);
  return Object.fromEntries(results.map((result) => [result, read(result, unit) ?? { zh: '', en: '' }]));
}

function longer<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return one.length > other.length ? one : other;
}

function column(id: string, label: Text): Column {
  return { id, label, unit: 'text', nullable: false, options: null, smallest: null, largest: null };
}

/** A column the table does not have lets everything pass. */
function rowsOf(table: DecisionTable | undefined, width: number): readonly Row[] {
  return (table?.rules ?? []).map(({ when, result }) => ({
    ...Object.fromEntries(Array.from({ length: width }, (_, index) => [String(index), when[index] ?? '-'])),
    result,
  }));
}
