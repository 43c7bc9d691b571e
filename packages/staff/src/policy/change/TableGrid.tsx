import { CloseOutlined } from '@ant-design/icons';
import type { PolicyColumn, PolicyValue } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { pasted, type Row, readCell, readRow, type TypedRow, typedRow } from '../grid-cells.ts';
import { text } from '../text.ts';

export interface TableGridProps {
  readonly columns: readonly PolicyColumn[];
  readonly value: Extract<PolicyValue, readonly unknown[]>;
  readonly onChange?: ((value: PolicyValue) => void) | undefined;
}

/** A table edited as in a spreadsheet: arrows and Enter move, rows are pasted; what cannot be read is marked at once. */
export function TableGrid({ columns, value, onChange }: TableGridProps) {
  const t = useText(text);
  const words = useWords();
  const grid = useRef<HTMLTableElement>(null);
  const [rows, setRows] = useState<readonly TypedRow[]>(() =>
    value.filter((row): row is Row => typeof row === 'object').map((row) => typedRow(row, columns, words)),
  );

  function put(next: readonly TypedRow[]): void {
    setRows(next);
    onChange?.(next.map((row) => readRow(row, columns)));
  }

  function edit(at: number, id: string, typed: string): void {
    put(rows.map((row, index) => (index === at ? { ...row, [id]: typed } : row)));
  }

  function focus(row: number, column: number): void {
    grid.current?.querySelector<HTMLInputElement>(`[data-cell="${row}-${column}"]`)?.focus();
  }

  function move(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
    if (event.nativeEvent.isComposing) return;
    const input = event.currentTarget;
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      Enter: [row + 1, column],
      ...(atStart ? { ArrowLeft: [row, column - 1] } : {}),
      ...(atEnd ? { ArrowRight: [row, column + 1] } : {}),
    }[event.key];
    if (to === undefined) return;
    // Enter would send the form.
    event.preventDefault();
    focus(to[0] ?? row, to[1] ?? column);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>, row: number, column: number): void {
    const copied = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(copied)) return;
    event.preventDefault();
    put(pasted(rows, columns, { row, column }, copied));
  }

  return (
    <div className="yp-grid-editor">
      <p className="yc-faint">{t('gridHint')}</p>
      <div className="yp-scroll">
        <table className="yp-grid" ref={grid}>
          <Head columns={columns} />
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {columns.map((column, place) => (
                  <td key={column.id}>
                    <CellInput
                      row={index}
                      place={place}
                      column={column}
                      typed={row[column.id] ?? ''}
                      onType={(typed) => edit(index, column.id, typed)}
                      onMove={(event) => move(event, index, place)}
                      onPaste={(event) => paste(event, index, place)}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined aria-hidden="true" />}
                    aria-label={t('removeRow', { row: index + 1 })}
                    onClick={() => put(rows.filter((_, other) => other !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button onClick={() => put([...rows, typedRow({}, columns, words)])}>{t('addRow')}</Button>
    </div>
  );
}

/** Options are typed as they are called. */
function optionText(option: string, { optionWords }: PolicyColumn, words: ReturnType<typeof useWords>): string {
  return optionWords?.[option] ? words(optionWords[option]) : option;
}

function Head({ columns }: Pick<TableGridProps, 'columns'>) {
  const t = useText(text);
  const words = useWords();
  return (
    <thead>
      <tr>
        <td />
        {columns.map((column) => (
          <th key={column.id} scope="col">
            {words(column.label)}
            <span className="yp-unit">
              {column.unit === 'fen' ? t('cellYuan') : ''}
              {column.unit === 'basisPoints' ? t('percent') : ''}
              {(column.options ?? []).map((option) => optionText(option, column, words)).join(' / ')}
            </span>
          </th>
        ))}
        <td />
      </tr>
    </thead>
  );
}

interface CellInputProps {
  readonly row: number;
  readonly place: number;
  readonly column: PolicyColumn;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onMove: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
}

function CellInput({ row, place, column, typed, onType, onMove, onPaste }: CellInputProps) {
  const t = useText(text);
  const words = useWords();
  const read = readCell(typed, column);
  const isWrong = read === undefined || (read === null && !column.nullable);
  const isFigure = column.unit !== 'text' && column.unit !== 'list';
  return (
    <input
      className="yp-cell"
      data-cell={`${row}-${place}`}
      data-figure={isFigure ? '' : undefined}
      aria-label={t('cell', { row: row + 1, column: words(column.label) })}
      aria-invalid={isWrong}
      value={typed}
      placeholder={column.nullable ? t('cellEmpty') : undefined}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onMove}
      onPaste={onPaste}
    />
  );
}
