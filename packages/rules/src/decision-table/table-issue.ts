import { type Detail, type RuleIssue, type RuleProblemCode, ruleIssue } from '../determination/model/rule-issue.ts';
import type { RuleVersion } from '../determination/model/rule-model.ts';
import { findIssue, RuleRefusal } from '../determination/model/rule-refusal.ts';
import { FeelRefusal, refusal } from '../feel/problem.ts';
import type { Text } from '../text.ts';
import { type CellPath, findCellAt } from './cells.ts';
import type { DecisionTable } from './decision-table.ts';

export function tableIssue(
  id: string,
  path: CellPath,
  code: RuleProblemCode,
  ...details: readonly Detail[]
): RuleIssue {
  return inCell(ruleIssue(id, code, ...details), path);
}

/** Undefined when the error is no refusal; the offset of a refusal says which cell it is about. */
export function findTableIssue(
  error: unknown,
  id: string,
  table: DecisionTable,
  version: RuleVersion | null = null,
): RuleIssue | undefined {
  if (!(error instanceof RuleRefusal) && !(error instanceof FeelRefusal)) return undefined;
  const cell = findCellAt(table, error.offset ?? 0);
  if (!cell) return undefined;
  const offset = (error.offset ?? 0) - cell.start;
  const local =
    error instanceof RuleRefusal
      ? new RuleRefusal(error.code, error.details, offset)
      : refusal(error.code, error.detail, offset);
  const issue = findIssue(local, id, version, cell.text);
  return issue && inCell(issue, cell.path);
}

export function inVersion(issue: RuleIssue, { fromPack, since }: RuleVersion): RuleIssue {
  return { ...issue, version: { fromPack, since } };
}

/** With the words for the row and column. */
export function inCell(issue: RuleIssue, path: CellPath): RuleIssue {
  const { zh, en } = placeWords(path);
  return { ...issue, path, zh: `${zh}${issue.zh}`, en: `${en}${issue.en}` };
}

/** Rows and columns are counted from 1, as people do. */
function placeWords([part, index, of, column]: CellPath): Text {
  const row = Number(index) + 1;
  switch (part) {
    case 'inputs':
      return { zh: `第 ${row} 列条件：`, en: `Input ${row}: ` };
    case 'rules':
      if (of === 'result') return { zh: `第 ${row} 行结果：`, en: `Row ${row}, result: ` };
      return typeof column === 'number'
        ? { zh: `第 ${row} 行第 ${column + 1} 格：`, en: `Row ${row}, cell ${column + 1}: ` }
        : { zh: `第 ${row} 行：`, en: `Row ${row}: ` };
    case 'default':
      return { zh: '默认结果：', en: 'Default result: ' };
    default:
      return { zh: '', en: '' };
  }
}
