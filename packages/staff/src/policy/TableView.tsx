import type { PolicyColumn, PolicyValue } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { type Cell, showCell } from './grid-cells.ts';
import { text } from './text.ts';

export interface TableViewProps {
  readonly columns: readonly PolicyColumn[];
  readonly value: Extract<PolicyValue, readonly unknown[]>;
}

/** A table of the policy, closed until somebody wants it. */
export function TableView({ columns, value }: TableViewProps) {
  const t = useText(text);
  const words = useWords();
  const rows = value.filter((row) => typeof row === 'object');
  return (
    <details className="yp-table-view">
      <summary>{t('showTable', { count: rows.length })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is moved by the keyboard */}
      <section className="yp-scroll" tabIndex={0} aria-label={t('showTable', { count: rows.length })}>
        <table className="yp-grid">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {words(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.id}>{shown(row[column.id] ?? null, column, words)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function shown(cell: Cell, column: PolicyColumn, words: ReturnType<typeof useWords>): string {
  const { optionWords = {}, unit } = column;
  if (Array.isArray(cell))
    return cell.map((one) => (optionWords[one] ? words(optionWords[one]) : one)).join(words(COMMA));
  const written = showCell(cell, column, words);
  if (written === '') return '—';
  return unit === 'fen' ? `¥${written}` : written;
}

const COMMA = { zh: '、', en: ', ' };
