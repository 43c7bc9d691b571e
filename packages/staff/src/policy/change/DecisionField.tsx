import type { PolicyTable } from '@yimen/contracts';
import { decisionColumns, decisionRows, withRows } from '../decision-rows.ts';
import type { Row } from '../grid-cells.ts';
import { TableGrid } from './TableGrid.tsx';

export interface DecisionFieldProps {
  /** Antd Form.Item passes these. */
  readonly value?: PolicyTable;
  readonly onChange?: (table: PolicyTable) => void;
}

/** A decision table in the grid: its inputs stay, its rows are edited. */
export function DecisionField({ value, onChange }: DecisionFieldProps) {
  if (value === undefined) return null;
  return (
    <TableGrid
      columns={decisionColumns(value)}
      value={decisionRows(value)}
      onChange={(rows) =>
        onChange?.(
          withRows(value, Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object') : []),
        )
      }
    />
  );
}
