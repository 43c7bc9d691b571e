import type { DecisionTable } from '../../decision-table/decision-table.ts';
import type { Text } from '../../text.ts';
import type { Column } from '../pack.ts';
import type { Row } from '../unit.ts';
import { tableDifference } from './table-difference.ts';

/** What changes in a decision table, row by row and in its head: cells are told as they are written. */
export function decisionTableDifference(
  before: DecisionTable | undefined,
  after: DecisionTable | undefined,
): readonly Text[] {
  const inputs = longer(before?.inputs ?? [], after?.inputs ?? []);
  const columns = inputs.map(({ expression, label }, index) =>
    column(String(index), label ?? { zh: expression, en: expression }),
  );
  return [
    ...(before && after ? headDifference(before, after) : []),
    ...tableDifference(
      [...columns, column('result', RESULT)],
      rowsOf(before, inputs.length),
      rowsOf(after, inputs.length),
    ),
    ...(after ? settingWords(OTHERWISE, before?.default, after.default) : []),
  ];
}

const RESULT = { zh: '结果', en: 'result' };
const OTHERWISE = { zh: '其他情形的结果', en: 'result where no row fits' };
const HIT_POLICY = { zh: '命中策略', en: 'hit policy' };

function headDifference(before: DecisionTable, after: DecisionTable): readonly Text[] {
  const inputs = longer(before.inputs, after.inputs).flatMap((_, index) =>
    settingWords(
      { zh: `第${index + 1}列`, en: `column ${index + 1}` },
      before.inputs[index]?.expression,
      after.inputs[index]?.expression,
    ),
  );
  return [...settingWords(HIT_POLICY, before.hitPolicy, after.hitPolicy), ...inputs];
}

function settingWords({ zh, en }: Text, was: string | undefined, is: string | undefined): readonly Text[] {
  if (was === is) return [];
  if (was === undefined) return [{ zh: `${zh}设为${is}`, en: `${en} is set to ${is}` }];
  if (is === undefined) return [{ zh: `删去${zh}（${was}）`, en: `drops ${en} (${was})` }];
  return [{ zh: `${zh}由${was}改为${is}`, en: `${en}: ${was} becomes ${is}` }];
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
